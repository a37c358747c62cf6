import preparedChecks from 'virtual:prepared-checks';
import type { Data } from '../../src/engine/data.ts';
import { openDataInBrowser } from '../../src/engine/data-in-browser.ts';
import { stagesOf } from '../../src/engine/stages.ts';
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

  /**
   * From nothing to the shipped snapshots opened, and from there to what the checks found: prepared as the page has it,
   * or run by the reader's engine, as where a document was added.
   */
  async startToFindings(way: 'prepared' | 'run'): Promise<{ opened: number; found: number }> {
    const start = performance.now();
    const data = await openDataInBrowser({ prepared: way === 'prepared' ? preparedChecks : null });
    const ready = performance.now();
    await data.reconcile();
    const { rows } = await data.query('contradicted_figures');
    const done = performance.now();
    if (rows.length === 0) throw new Error('The checks found no contradiction in the shipped snapshots.');
    await data.close();
    return { opened: ready - start, found: done - ready };
  },

  /** The checks run again by an engine that has run them before, so that compiling it is in none of the times. */
  async reconciledAgain(times: number): Promise<number[]> {
    const data = await openDataInBrowser();
    const stage = stagesOf(data.sqlFiles).reconciliation.flatMap(({ statements }) => statements);
    const samples: number[] = [];
    for (let time = 0; time <= times; time += 1) {
      const start = performance.now();
      for (const statement of stage) await data.engine.query(statement);
      if (time > 0) samples.push(performance.now() - start);
    }
    await data.close();
    return samples;
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
