import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBConnection,
  type DuckDBPreparedStatement,
} from '@duckdb/node-api';
import { QueryError, type Cell, type Engine, type Parameter, type Result, type Row } from './engine.ts';
import { dateText, exactText } from './exact-text.ts';

/**
 * Current DuckDB, as the second opinion on every query and the reference of the benchmarks. It writes no files:
 * snapshots come from the wasm engine, whose bytes are the same every time.
 */
export async function startNative(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
  });
  const directory = await mkdtemp(join(tmpdir(), 'duckdb-files-'));
  const connection = await instance.connect();
  await connection.run(`set file_search_path = '${directory.replaceAll("'", "''")}'`);
  return new NativeEngine(instance, connection, directory);
}

class NativeEngine implements Engine {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #directory: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(instance: DuckDBInstance, connection: DuckDBConnection, directory: string) {
    this.#instance = instance;
    this.#connection = connection;
    this.#directory = directory;
  }

  query(sql: string, parameters: readonly Parameter[] = []): Promise<Result> {
    return this.#inTurn(async () => {
      let statement: DuckDBPreparedStatement | null = null;
      try {
        statement = await this.#connection.prepare(sql);
        for (const [index, parameter] of parameters.entries()) bind(statement, index + 1, parameter);
        const reader = await statement.runAndReadAll();
        const columns = reader
          .columnNames()
          .map((name, index) => ({ name, type: String(reader.columnTypes()[index]) }));
        const rows = reader.getRows().map((values) => {
          const row: Record<string, Cell> = {};
          for (const [index, { name, type }] of columns.entries()) row[name] = cellOf(values[index], name, type);
          return row as Row;
        });
        return { columns, rows };
      } catch (error) {
        throw new QueryError(error instanceof Error ? error.message : String(error), sql, { cause: error });
      } finally {
        statement?.destroySync();
      }
    });
  }

  addFile(name: string, bytes: Uint8Array): Promise<void> {
    if (name !== basename(name)) return Promise.reject(new QueryError(`"${name}" is no plain file name`, ''));
    return this.#inTurn(() => writeFile(join(this.#directory, name), bytes));
  }

  readFile(name: string): Promise<Uint8Array> {
    return Promise.reject(new QueryError(`the native engine writes no files, so not "${name}" either`, ''));
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      this.#connection.closeSync();
      this.#instance.closeSync();
      await rm(this.#directory, { recursive: true, force: true });
    });
  }

  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#last.then(action);
    // The next call waits for this one however it ends; its error belongs to its own caller.
    this.#last = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}

function bind(statement: DuckDBPreparedStatement, position: number, value: Parameter): void {
  if (value === null) statement.bindNull(position);
  else if (typeof value === 'string') statement.bindVarchar(position, value);
  else statement.bindDouble(position, value);
}

function cellOf(value: unknown, column: string, type: string): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof DuckDBDecimalValue) return exactText(value.value, value.scale);
  if (value instanceof DuckDBDateValue) return dateText(value.days);
  throw new Error(`column "${column}" has type ${type}: cast it to VARCHAR in SQL`);
}
