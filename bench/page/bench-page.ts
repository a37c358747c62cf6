import type { Data } from '../../src/engine/data.ts';
import { openDataInBrowser } from '../../src/engine/data-in-browser.ts';
import { startWasmWorker } from '../../src/engine/wasm-worker-engine.ts';
import type { BareTextAnswer, BareTextRequest } from './bare-text-worker.ts';

/**
 * What the built page does behind its own doors, one call each, with the same code in the same build. Times are
 * milliseconds.
 */
const benchPage = {
  /** From nothing to the answer to `select 1`. */
  async startToSelectOne(): Promise<number> {
    const start = performance.now();
    const engine = await startWasmWorker();
    await engine.query('select 1');
    const time = performance.now() - start;
    await engine.close();
    return time;
  },

  /** From nothing to the rows of the first query over the shipped snapshots. */
  async startToFirstRows(): Promise<number> {
    const start = performance.now();
    const data = await openDataInBrowser();
    const { rows } = await data.query('headline_changes');
    const time = performance.now() - start;
    if (rows.length === 0) throw new Error('The shipped snapshots gave no rows.');
    await data.close();
    return time;
  },

  /** From nothing to the shipped snapshots opened with the first models, and from there to the checks of the second. */
  async startToReconciled(): Promise<{ opened: number; reconciled: number }> {
    const start = performance.now();
    const data = await openDataInBrowser();
    const ready = performance.now();
    await data.reconcile();
    const done = performance.now();
    const { rows } = await data.query('reconciliation');
    if (rows.length === 0) throw new Error('The checks found nothing to compare in the shipped snapshots.');
    await data.close();
    return { opened: ready - start, reconciled: done - ready };
  },

  /** Opens the shipped snapshots for `query`; resolves with the names of all queries. */
  async open(): Promise<string[]> {
    opened = await openDataInBrowser();
    if (opened.refused.length > 0) throw new Error(opened.refused.map(({ message }) => message).join('; '));
    return opened.metricNames;
  },

  /** Runs a query over all the data. */
  async query(name: string): Promise<{ time: number; rows: number }> {
    if (opened === null) throw new Error('open() comes first.');
    const start = performance.now();
    const { rows } = await opened.query(name);
    return { time: performance.now() - start, rows: rows.length };
  },

  /** Bare text of the chosen PDF, read in a worker that is started for it as the page starts its own. */
  bareText(): Promise<number> {
    const file = document.querySelector('input')?.files?.[0];
    if (file === undefined) throw new Error('No file was chosen.');
    const start = performance.now();
    const worker = new Worker(new URL('./bare-text-worker.ts', import.meta.url), { type: 'module' });
    return new Promise<number>((resolve, reject) => {
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.addEventListener('message', ({ data }: MessageEvent<BareTextAnswer>) => {
        if ('error' in data) reject(new Error(data.error));
        else resolve(performance.now() - start);
      });
      const request: BareTextRequest = { file, characterMaps: new URL('cmaps/', document.baseURI).href };
      worker.postMessage(request);
    }).finally(() => worker.terminate());
  },
};

let opened: Data | null = null;

export type BenchPage = typeof benchPage;
Object.assign(globalThis, { benchPage });
