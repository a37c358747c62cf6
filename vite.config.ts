import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, runnerImport, type Plugin, type Rolldown } from 'vite';
import { META_POLICY } from './tools/content-security-policy.mjs';
import { root } from './tools/root.mjs';
import { serviceWorker } from './tools/service-worker-plugin.ts';

/** The files of data/ that the page may ask for. */
const SNAPSHOT = /^(?:manifest\.json|bodies\.json|[\w.-]+\.parquet)$/;

/** Puts the snapshots at data/, under their own names: the manifest names them and vouches for their bytes. */
function snapshots(): Plugin {
  const folder = join(root, 'data');
  return {
    name: 'snapshots',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = /^\/data\/([^/?]+)(?:\?|$)/.exec(request.url ?? '')?.[1];
        // Sources imported from data/ by a test carry a query and are Vite's to answer.
        if (name === undefined || !SNAPSHOT.test(name) || /[?&](?:url|raw|import)\b/.test(request.url ?? ''))
          return next();
        // Vite would answer an unknown path with the page itself, which is no snapshot.
        if (!existsSync(join(folder, name))) return response.writeHead(404).end();
        const type = name.endsWith('.json') ? 'application/json' : 'application/vnd.apache.parquet';
        response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
        createReadStream(join(folder, name)).pipe(response);
      });
    },
    generateBundle() {
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder).filter((name) => SNAPSHOT.test(name))) {
        this.emitFile({ type: 'asset', fileName: `data/${name}`, source: readFileSync(join(folder, name)) });
      }
    },
  };
}

/** Runs all checks over the shipped snapshots once, so that no reader has to wait for them. */
function preparedChecks(): Plugin {
  const id = 'virtual:prepared-checks';
  let isBuild = false;
  return {
    name: 'prepared-checks',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (source) => (source === id ? `\0${id}` : null),
    async load(source) {
      if (source !== `\0${id}`) return null;
      if (!isBuild) return 'export default null;';
      const { module } = await runnerImport<typeof import('./src/engine/prepare-checks.ts')>(
        join(root, 'src/engine/prepare-checks.ts'),
        { configFile: false, logLevel: 'warn' },
      );
      const { checks, files } = await module.prepareChecks(join(root, 'data'));
      for (const { name, bytes } of files) this.emitFile({ type: 'asset', fileName: `data/${name}`, source: bytes });
      return `export default ${JSON.stringify(checks)};`;
    },
  };
}

/** Puts pdf.js's character maps at cmaps/: a PDF with fonts that are not in the file is not read without them. */
function characterMaps(): Plugin {
  const folder = join(root, 'node_modules/pdfjs-dist/cmaps');
  const names = new Set(readdirSync(folder).filter((name) => name.endsWith('.bcmap')));
  return {
    name: 'character-maps',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = /^\/cmaps\/([^/?]+)$/.exec(request.url ?? '')?.[1];
        if (name === undefined) return next();
        if (!names.has(name)) return response.writeHead(404).end();
        response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
        createReadStream(join(folder, name)).pipe(response);
      });
    },
    generateBundle() {
      for (const name of names)
        this.emitFile({ type: 'asset', fileName: `cmaps/${name}`, source: readFileSync(join(folder, name)) });
    },
  };
}

/** Writes the policy into the built page. Not in development, where Vite injects styles and scripts of its own. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** For the page and for its workers, which are bundled apart. */
const bundling: Rolldown.InputOptions = {
  checks: { pluginTimings: false },
  onLog(level, log, handle) {
    // DuckDB's loader holds an eval that it never comes to; the policy would refuse it, and a test would see that.
    if (log.code === 'EVAL' && log.message.includes('@duckdb/duckdb-wasm')) return;
    handle(level, log);
  },
};

export default defineConfig({
  // Relative, so that the built site works in any folder of any host.
  base: './',
  plugins: [
    svelte(),
    snapshots(),
    preparedChecks(),
    characterMaps(),
    contentSecurityPolicy(),
    serviceWorker(join(root, 'src/offline/service-worker.ts'), root),
  ],
  build: {
    target: 'es2022',
    outDir: 'dist',
    // A data: address would break the policy, and DuckDB's files must be fetched and cached by name.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The charts and the engine are large by nature; they are loaded beside the page, not before it.
    chunkSizeWarningLimit: 2048,
    rolldownOptions: bundling,
  },
  worker: { format: 'es', rolldownOptions: bundling },
});
