import type { DuckDBBindings } from '@duckdb/duckdb-wasm/blocking';
import { Table, tableToIPC } from 'apache-arrow';
import { readArrowResult } from './arrow-result.ts';
import { EngineLost } from './engine-lost.ts';
import { QueryError, type Engine, type Parameter, type Result } from './engine.ts';
import { textVector } from './text-vector.ts';

/** An engine that also takes text columns in bulk, which is what writing a snapshot needs. */
export interface WasmEngine extends Engine {
  /** Makes a table of VARCHAR columns, all of the same length. */
  insertText(table: string, columns: TextColumns): Promise<void>;
}

export type TextColumns = Readonly<Record<string, readonly (string | null)[]>>;

/**
 * DuckDB-wasm in the thread that calls it: the same code behind the worker of the page and in Node. Only `send` of
 * prepared statements is used: `query` of this release swallows errors that come after the first chunk.
 */
export class WasmSession {
  readonly #database: DuckDBBindings;
  readonly #connection: number;
  /** What killed the instance: a crash inside WebAssembly leaves memory that nothing can be trusted to. */
  #crash: unknown = null;

  constructor(database: DuckDBBindings) {
    this.#database = database;
    // Left to themselves the casts are on, and a BIGINT above 2^53 loses its last digit.
    database.open({ path: ':memory:', query: { castBigIntToDouble: false, castDecimalToDouble: false } });
    this.#connection = database.connect().useUnsafe((_, connection) => connection);
    this.query('set autoload_known_extensions = false');
    this.query('set autoinstall_known_extensions = false');
  }

  query(sql: string, parameters: readonly Parameter[] = []): Result {
    refuseTooLong(sql, parameters);
    return this.#guard(sql, () => {
      const statement = this.#database.createPrepared(this.#connection, sql);
      let ipc: Uint8Array;
      try {
        const chunks = [this.#database.sendPrepared(this.#connection, statement, [...parameters])];
        for (;;) {
          const chunk = this.#database.fetchQueryResults(this.#connection) as Uint8Array | null;
          if (chunk === null || chunk.length === 0) break;
          chunks.push(chunk);
        }
        ipc = joined(chunks);
      } catch (error) {
        if (!isCrash(error)) this.#database.closePrepared(this.#connection, statement);
        throw error;
      }
      this.#database.closePrepared(this.#connection, statement);
      return readArrowResult(ipc);
    });
  }

  addFile(name: string, bytes: Uint8Array): void {
    // The buffer is taken over by the database, so it gets a copy.
    this.#guard(`-- add file ${name}`, () => this.#database.registerFileBuffer(name, bytes.slice()));
  }

  readFile(name: string): Uint8Array {
    const sql = `-- read file ${name}`;
    const bytes = this.#guard(sql, () => this.#database.copyFileToBuffer(name));
    // A file that does not exist reads as one without bytes.
    if (bytes.length === 0) throw new QueryError(`no file "${name}"`, sql);
    return bytes.slice();
  }

  insertText(table: string, columns: TextColumns): void {
    const vectors = Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, textVector(cells)]));
    this.#guard(`-- insert into ${table}`, () =>
      this.#database.insertArrowFromIPCStream(this.#connection, tableToIPC(new Table(vectors), 'stream'), {
        name: table,
        create: true,
      }),
    );
  }

  #guard<T>(sql: string, action: () => T): T {
    if (this.#crash !== null) {
      throw new EngineLost('the database crashed earlier and has to be started again', sql, { cause: this.#crash });
    }
    try {
      return action();
    } catch (error) {
      if (error instanceof QueryError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      if (!isCrash(error)) throw new QueryError(message, sql, { cause: error });
      this.#crash = error;
      throw new EngineLost(`the database crashed: ${message}`, sql, { cause: error });
    }
  }
}

/** Bytes of a statement with its parameters. */
const LONGEST = 40_000;

/** Both go over the stack of the instance, which has 64 kB and does not say when it is full: it breaks. */
function refuseTooLong(sql: string, parameters: readonly Parameter[]): void {
  const bytes = new TextEncoder().encode(sql + JSON.stringify(parameters)).length;
  if (bytes > LONGEST)
    throw new QueryError(`语句连同参数有 ${bytes} 字节，引擎一次最多接受 ${LONGEST} 字节：请缩短。`, sql.slice(0, 200));
}

/** What the database reports comes as a plain Error; all else comes out of a broken instance. */
function isCrash(error: unknown): boolean {
  return (
    !(error instanceof Error) || error.name !== 'Error' || /^Aborted\(|out of bounds|unreachable/.test(error.message)
  );
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}
