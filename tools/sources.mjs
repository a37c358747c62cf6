import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './root.mjs';

/** Everything the build reads. */
const SOURCES = [
  'index.html',
  'public',
  'src',
  'queries',
  'data',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'svelte.config.js',
  'tsconfig.json',
  'tools/build.mjs',
  'tools/content-security-policy.mjs',
  'tools/service-worker-plugin.ts',
];

/**
 * A hash over names and contents of files and folders; what does not exist is passed over.
 * @param {string} base
 * @param {readonly string[]} paths relative to base
 * @returns {string} SHA-256, hex
 */
export function fingerprint(base, paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((path) => filesUnder(base, path))) {
    const bytes = readFileSync(join(base, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** Fingerprint of everything the build reads. */
export const fingerprintOfSources = () => fingerprint(inRoot(), SOURCES);

/** @param {string} base @param {string} path @returns {string[]} with forward slashes, in one order on every machine */
function filesUnder(base, path) {
  const absolute = join(base, path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesUnder(base, `${path}/${name}`));
}
