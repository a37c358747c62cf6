import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { build, type Plugin } from 'vite';
import type { OfflineFile } from '../src/offline/offline-files.ts';

const SCRIPT = 'service-worker.js';
/** Names made from a hash of the content, by Vite, by the snapshots' writer and by the checks' writer. */
const NAMED_BY_CONTENT = /^(?:assets\/|data\/.*[.-][0-9a-f]{8,}\.parquet$)/;

/** Writes the service worker beside the page when all else is written, with a list of all files and their checksums. */
export function serviceWorker(entry: string, pageRoot: string): Plugin {
  let isPage = false;
  let outDir = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      isPage = config.root === pageRoot;
      outDir = join(config.root, config.build.outDir);
      if (config.build.outDir.startsWith(sep)) outDir = config.build.outDir;
    },
    async closeBundle(error) {
      if (!isPage || error !== undefined) return;
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: {
          OFFLINE_FILES: JSON.stringify(offlineFiles(outDir)),
          'process.env.NODE_ENV': JSON.stringify('production'),
        },
        build: {
          outDir,
          emptyOutDir: false,
          target: 'es2022',
          lib: { entry, formats: ['iife'], name: 'serviceWorker', fileName: () => SCRIPT },
        },
      });
    },
  };
}

/** All files below a folder, but for the worker itself and hidden ones. */
export function offlineFiles(folder: string): OfflineFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((url) => url !== SCRIPT && !url.split('/').some((part) => part.startsWith('.')))
    .sort()
    .map((url) => {
      const sum = createHash('sha256').update(readFileSync(join(folder, url)));
      const base64 = sum.digest('base64');
      return { url, revision: NAMED_BY_CONTENT.test(url) ? null : base64, integrity: `sha256-${base64}` };
    });
}
