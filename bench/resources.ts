import type { Server } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { dist, ensureBuilt } from '../tools/build.mjs';
import { CHROMIUM_FLAGS, ensureChromium } from '../tools/chromium.mjs';
import { inRoot } from '../tools/root.mjs';
import { createStaticServer, listen } from '../tools/serve.mjs';
import type { Bench, BenchDocument } from './case.ts';
import { SEED, writtenDocument } from './document.ts';

/** The bench's own page is built into this folder. */
const BENCH_PAGE = inRoot('.cache', 'bench-page');

/** What the cases share, and how to let go of it. `file` is a document to be read in the place of the written one. */
export function openBench({ runs, file }: { runs: number; file: string | null }): {
  bench: Bench;
  close: () => Promise<void>;
} {
  const closing: (() => Promise<unknown>)[] = [];

  const serve = async (folder: string): Promise<string> => {
    const server: Server = await createStaticServer(folder);
    closing.push(async () => {
      server.closeAllConnections();
      server.close();
    });
    return listen(server);
  };

  const browser = once(async () => {
    const launched = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM_FLAGS });
    closing.push(() => launched.close());
    return launched;
  });
  const site = once(async () => {
    await ensureBuilt();
    return serve(dist);
  });
  const benchSite = once(async () => {
    await build({
      configFile: inRoot('vite.config.ts'),
      root: inRoot('bench/page'),
      logLevel: 'warn',
      build: { outDir: BENCH_PAGE, emptyOutDir: true },
    });
    return serve(BENCH_PAGE);
  });

  const openPage = async (address: string, script: string | null) => {
    const context = await (await browser()).newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
    if (script !== null) await context.addInitScript({ path: script });
    // Nothing is saved for use without a network meanwhile, as on every visit but the first.
    await context.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
    const page = await context.newPage();
    await page.goto(address);
    return { page, context };
  };

  const document = once(async (): Promise<BenchDocument> => {
    if (file !== null) return { file, description: basename(file) };
    const folder = await mkdtemp(join(tmpdir(), 'bench-'));
    closing.push(() => rm(folder, { recursive: true, force: true }));
    const { bytes, pages } = writtenDocument(SEED);
    const written = join(folder, 'written.pdf');
    await writeFile(written, bytes);
    return { file: written, description: `a written PDF of ${pages} pages (seed ${SEED})` };
  });

  return {
    bench: {
      runs,
      document,
      browser,
      openSite: async (path = '') => openPage(new URL(path, await site()).href, inRoot('bench/page/watch.js')),
      openBenchPage: async () => openPage(await benchSite(), null),
    },
    close: async () => {
      for (const close of closing.reverse()) await close();
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
