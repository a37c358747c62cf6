/** A column of a result. Cells are text in every case; the type says what they are. */
export interface ConsoleColumn {
  name: string;
  /** DuckDB's name of the type: "DECIMAL(32,6)", "DOUBLE", "INTEGER[]". */
  type: string;
}

/** What a statement gave. Null is NULL; numbers are exact text, those of DOUBLE columns as the engine writes them. */
export interface ConsoleResult {
  columns: readonly ConsoleColumn[];
  rows: readonly (readonly (string | null)[])[];
  /** There are more rows than were read. */
  cut: boolean;
}

/** A table or view that statements can name. */
export interface ConsoleTable {
  name: string;
  /** In English, from the header of the file that makes it; '' where there is none. */
  purpose: string;
  columns: readonly (ConsoleColumn & { meaning: string })[];
}

/** A query of the page, as an example. */
export interface ConsoleExample {
  name: string;
  /** In English, from its header. */
  purpose: string;
  statement: string;
}

/**
 * A place to ask the tables of the page in SQL. It can only ask: what a statement could do stays in a database of its
 * own. One statement runs at a time.
 */
export interface SqlConsole {
  readonly tables: readonly ConsoleTable[];
  /** Functions and macros, sorted. */
  readonly functions: readonly string[];
  /** How many rows of a result are read at most. */
  readonly rowLimit: number;
  /** Longest time for one statement, in seconds. */
  readonly timeLimit: number;
  /** The queries of the page, for one body and year. */
  examples(department: string, year: number): ConsoleExample[];
  /** Rejects with ConsoleError. */
  run(statement: string): Promise<ConsoleResult>;
  /** How the engine would answer, as it draws it. Rejects with ConsoleError. */
  explain(statement: string): Promise<string>;
  /** Ends what runs; it is rejected, and the next statement finds the tables as they were. */
  stop(): void;
}

/**
 * Why a statement gave nothing. Not run: 'empty', 'several' (statements), 'writes' (with the word it begins with),
 * 'unfinished'. Ended: 'stopped', 'late', 'crashed' (message: of the engine). 'refused': the engine's message says why.
 */
export type ConsoleFailure = 'empty' | 'several' | 'writes' | 'unfinished' | 'stopped' | 'late' | 'crashed' | 'refused';

export class ConsoleError extends Error {
  constructor(
    readonly failure: ConsoleFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ConsoleError';
  }
}
