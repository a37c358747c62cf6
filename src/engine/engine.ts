/** One cell as it leaves the engine: every DECIMAL, HUGEINT and BIGINT is exact text, never a float. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** A position in a prepared statement. Amounts are passed as text and cast in SQL. */
export type Parameter = string | number | null;

export interface Column {
  readonly name: string;
  /** DuckDB's name of the type, e.g. "DECIMAL(32,6)". */
  readonly type: string;
}

export interface Result {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** The one door to a database. Statements run one after the other, in the order of the calls. */
export interface Engine {
  /** Runs one statement. Rejects with QueryError, never with a shortened result. */
  query(sql: string, parameters?: readonly Parameter[]): Promise<Result>;
  /** Makes verified bytes readable as a file of that name. The engine keeps its own copy. */
  addFile(name: string, bytes: Uint8Array): Promise<void>;
  /**
   * Reads back a file that a statement wrote (COPY … TO). It was added before, without bytes: DuckDB-wasm in memory
   * sooner or later crashes when it has to make a file itself.
   */
  readFile(name: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** An error that carries the statement it belongs to. */
export class QueryError extends Error {
  constructor(
    message: string,
    readonly sql: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'QueryError';
  }
}
