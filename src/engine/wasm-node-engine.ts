import { createRequire } from 'node:module';
import type * as Blocking from '@duckdb/duckdb-wasm/blocking';
import { WasmSession, type WasmEngine } from './wasm-session.ts';

const require = createRequire(import.meta.url);

/**
 * The reader's own engine, DuckDB-wasm, in Node: for the command line, for the writing of snapshots and for tests. It
 * runs in the calling thread and sees no disk, only the files added to it.
 */
export async function startWasmNode(): Promise<WasmEngine> {
  const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as typeof Blocking;
  const bundle = (name: 'mvp' | 'eh') => ({
    mainModule: require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${name}.wasm`),
    mainWorker: '',
  });
  const database = await duckdb.createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new duckdb.VoidLogger(),
    duckdb.DEFAULT_RUNTIME,
  );
  await withoutProcessHandlers(() => database.instantiate(() => {}));
  return new WasmNodeEngine(new WasmSession(database));
}

class WasmNodeEngine implements WasmEngine {
  #session: WasmSession | null;

  constructor(session: WasmSession) {
    this.#session = session;
  }

  get #open(): WasmSession {
    if (this.#session === null) throw new Error('the engine is closed');
    return this.#session;
  }

  // Each call is done before the next can begin, so the order of the calls is kept without a queue.
  async query(...call: Parameters<WasmEngine['query']>) {
    return this.#open.query(...call);
  }

  async addFile(...call: Parameters<WasmEngine['addFile']>) {
    this.#open.addFile(...call);
  }

  async readFile(name: string) {
    return this.#open.readFile(name);
  }

  async insertText(...call: Parameters<WasmEngine['insertText']>) {
    this.#open.insertText(...call);
  }

  async close() {
    this.#session = null;
  }
}

/**
 * The Node build hangs its own handlers on uncaught errors of the whole process; they would print the minified source
 * on any error of ours. What it added while starting is taken off again.
 */
async function withoutProcessHandlers<T>(start: () => Promise<T>): Promise<T> {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => new Set<unknown>(process.listeners(event as 'uncaughtException')));
  try {
    return await start();
  } finally {
    for (const [index, event] of events.entries()) {
      for (const listener of process.listeners(event as 'uncaughtException')) {
        if (!before[index]!.has(listener)) process.removeListener(event, listener);
      }
    }
  }
}
