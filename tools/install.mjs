import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { run, Stop } from './command.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { inRoot } from './root.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean, resolved?: string }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Whether what is installed is what the lock file asks for. npm writes `node_modules/.package-lock.json` as the last
 * act of an install, so an install that was stopped half-way has none. Optional packages are those of other platforms.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | null} installed node_modules/.package-lock.json, null when there is none
 */
export function isInstalled(wanted, installed) {
  if (!installed?.packages) return false;
  const there = installed.packages;
  const locked = Object.entries(wanted.packages ?? {}).filter(([path]) => path !== '');
  const known = new Map(locked);
  return (
    locked.every(([path, { version, optional }]) => {
      const found = there[path];
      return found ? found.version === version : optional === true;
    }) && Object.keys(there).every((path) => known.has(path))
  );
}

/**
 * Installs the packages of the lock file when they are missing or not those.
 * @param {{ quiet?: boolean }} [options] quiet: nothing on standard output, messages on standard error only
 */
export async function ensureInstalled({ quiet = false } = {}) {
  if (upToDate()) return;
  await oneAtATime('install', async () => {
    if (upToDate()) return;
    const say = quiet ? console.error : console.log;
    say('Installing the packages of package-lock.json …');
    const started = Date.now();
    // NODE_ENV=production would leave out the build's own packages; a silent outer npm would hide why an install failed.
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
    const output = quiet ? 2 : 'inherit';
    const status = await npm(args, { cwd: inRoot(), stdio: ['ignore', output, 'inherit'] });
    if (status !== 0) {
      throw new Stop('The packages could not be installed (npm ci, see above): is the package registry within reach?');
    }
    say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  });
}

function upToDate() {
  return isInstalled(readLock(inRoot('package-lock.json')) ?? {}, readLock(inRoot('node_modules/.package-lock.json')));
}

/** @param {string} path @returns {Lock | null} */
function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/**
 * The npm that runs this script where there is one, else the one on the path.
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own && basename(own) === 'npm-cli.js') return run(process.execPath, [own, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
