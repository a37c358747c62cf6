import ehUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import mvpUrl from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url';
import { EngineLost } from './engine-lost.ts';
import { QueryError, type Parameter, type Result } from './engine.ts';
import type { TextColumns, WasmEngine } from './wasm-session.ts';
import type { WorkerAnswer, WorkerCall } from './worker-messages.ts';

export interface WorkerStart {
  /** Bytes of the engine that have arrived; total is null where the host does not say. */
  onProgress?: (loaded: number, total: number | null) => void;
  /** The start fails when nothing has moved for so long, in milliseconds. Default 60,000. */
  stallLimit?: number;
}

/**
 * DuckDB-wasm in a worker of the page. Rejects with EngineLost when it cannot be fetched or started. It is not brought
 * back when it dies: that is what restartingEngine is for.
 */
export async function startWasmWorker(options: WorkerStart = {}): Promise<WasmEngine> {
  const { onProgress, stallLimit = 60_000 } = options;
  const engine = new WasmWorkerEngine(
    new Worker(new URL('./duckdb-worker.ts', import.meta.url), { type: 'module', name: 'duckdb' }),
  );
  const fail = () => engine.lose(`the engine did not arrive: nothing received for ${stallLimit / 1000} s`);
  let timer = setTimeout(fail, stallLimit);
  engine.onProgress = (loaded, total) => {
    clearTimeout(timer);
    timer = setTimeout(fail, stallLimit);
    onProgress?.(loaded, total);
  };
  try {
    // Also started by a worker, which has no document.
    const absolute = (url: string) => new URL(url, self.location.href).href;
    await engine.call({ call: 'start', addresses: { eh: absolute(ehUrl), mvp: absolute(mvpUrl) } }, '-- start');
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

interface Pending {
  sql: string;
  resolve: (value: Result | Uint8Array | null) => void;
  reject: (error: QueryError) => void;
}

class WasmWorkerEngine implements WasmEngine {
  onProgress: (loaded: number, total: number | null) => void = () => {};
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #lost: string | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', (event: MessageEvent<WorkerAnswer>) => this.#receive(event.data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.lose(`the worker failed: ${event.message || 'its script could not be loaded'}`);
    });
    worker.addEventListener('messageerror', () => this.lose('an answer of the worker could not be read'));
  }

  query(sql: string, parameters: readonly Parameter[] = []): Promise<Result> {
    return this.call({ call: 'query', sql, parameters }, sql) as Promise<Result>;
  }

  async addFile(name: string, bytes: Uint8Array): Promise<void> {
    // Handed over rather than cloned twice; the caller keeps its own.
    const copy = bytes.slice();
    await this.call({ call: 'addFile', name, bytes: copy }, `-- add file ${name}`, [copy.buffer]);
  }

  readFile(name: string): Promise<Uint8Array> {
    return this.call({ call: 'readFile', name }, `-- read file ${name}`) as Promise<Uint8Array>;
  }

  async insertText(table: string, columns: TextColumns): Promise<void> {
    await this.call({ call: 'insertText', table, columns }, `-- insert into ${table}`);
  }

  async close(): Promise<void> {
    this.lose('the engine was closed');
  }

  call(call: WorkerCall, sql: string, transfer: Transferable[] = []): Promise<Result | Uint8Array | null> {
    return new Promise((resolve, reject) => {
      if (this.#lost !== null) {
        reject(new EngineLost(this.#lost, sql));
        return;
      }
      const id = this.#nextId;
      this.#nextId += 1;
      this.#pending.set(id, { sql, resolve, reject });
      this.#worker.postMessage({ ...call, id }, transfer);
    });
  }

  /** Ends the worker. Promises of a terminated worker never settle by themselves, so they are rejected here. */
  lose(reason: string): void {
    if (this.#lost !== null) return;
    this.#lost = reason;
    this.#worker.terminate();
    for (const { sql, reject } of this.#pending.values()) reject(new EngineLost(reason, sql));
    this.#pending.clear();
  }

  #receive(answer: WorkerAnswer): void {
    if ('progress' in answer) {
      this.onProgress(answer.progress.loaded, answer.progress.total);
      return;
    }
    const pending = this.#pending.get(answer.id);
    if (pending === undefined) return;
    this.#pending.delete(answer.id);
    if ('value' in answer) {
      pending.resolve(answer.value);
      return;
    }
    const { message, lost } = answer.error;
    if (!lost) {
      pending.reject(new QueryError(message, pending.sql));
      return;
    }
    pending.reject(new EngineLost(message, pending.sql));
    this.lose(message);
  }
}
