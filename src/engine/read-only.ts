import { QueryError, type Column, type Engine } from './engine.ts';
import { scanSql, splitStatements } from './sql-scanner.ts';

/** A statement that is not run, and why: nothing there, more than one, one that does not ask, or half of one. */
export class RefusedStatement extends QueryError {
  constructor(
    readonly reason: 'empty' | 'several' | 'writes' | 'unfinished',
    /** First word of the statement. */
    readonly word: string,
    sql: string,
  ) {
    super(`refused: ${reason}${word === '' ? '' : ` (${word})`}`, sql);
    this.name = 'RefusedStatement';
  }
}

/** What a statement that only asks gave. Every cell is exact text; null is NULL. */
export interface ReadOnlyResult {
  /** Types are DuckDB's own, also of what comes as text: "DECIMAL(32,6)", "INTEGER[]". */
  columns: readonly Column[];
  rows: readonly (readonly (string | null)[])[];
  /** There were more rows than were to be read. */
  cut: boolean;
}

/** A statement as it is run: always a question around the reader's text. */
export interface Question {
  kind: 'select' | 'describe' | 'summarize' | 'tables' | 'explain';
  /** What the engine is given. */
  sql: string;
  /** The reader's own words in it, which begin on its second line; '' where there are none. */
  own: string;
}

const BEGINNINGS = ['select', 'with', 'from', 'values', 'table', 'pivot', 'unpivot'];
const TABLES = `select table_name, 'table' as kind, column_count from duckdb_tables() where not internal
union all select view_name, 'view', column_count from duckdb_views() where not internal order by table_name`;

/**
 * Turns a reader's statement into a question. What keeps it from writing is not this reading of it, but its place: the
 * text stands in brackets behind `from`, where the engine's own grammar takes nothing but a query, and what is prepared
 * is one statement. So a text that the scanner misjudges is an error of the engine, and never a change. Throws
 * RefusedStatement.
 */
export function questionOf(text: string): Question {
  const statements = splitStatements(text);
  if (statements.length === 0) throw new RefusedStatement('empty', '', text);
  if (statements.length > 1) throw new RefusedStatement('several', '', text);
  const statement = statements[0]!;
  const [first, afterFirst] = firstWord(statement);
  if (first === 'explain') {
    const [second, afterSecond] = firstWord(afterFirst);
    const analyze = second === 'analyze' || second === 'analyse';
    const { kind, sql, own } = questionOf(analyze ? afterSecond : afterFirst);
    if (kind !== 'select') throw new RefusedStatement('writes', first, text);
    return { kind: 'explain', sql: `explain ${analyze ? 'analyze ' : ''}${sql}`, own };
  }
  if (first === 'describe' || first === 'desc' || first === 'show') {
    const plain = afterFirst.trim().toLowerCase();
    if (plain === '' || plain === 'tables' || plain === 'all tables') return { kind: 'tables', sql: TABLES, own: '' };
    return { kind: 'describe', sql: `describe select * from ${bracketed(asQuery(afterFirst))}`, own: afterFirst };
  }
  if (first === 'summarize' || first === 'summarise') {
    return { kind: 'summarize', sql: `summarize select * from ${bracketed(asQuery(afterFirst))}`, own: afterFirst };
  }
  if (!BEGINNINGS.includes(first) && first !== '') throw new RefusedStatement('writes', first, text);
  return { kind: 'select', sql: `select * from ${bracketed(statement)}`, own: statement };
}

/**
 * Runs one statement that asks. Rejects with RefusedStatement, or with QueryError whose message counts the lines of the
 * reader's text.
 *
 * @param limit how many rows are read
 */
export async function runReadOnly(engine: Engine, text: string, limit: number): Promise<ReadOnlyResult> {
  const { kind, sql, own } = questionOf(text);
  try {
    if (kind !== 'select') {
      const { columns, rows } = await engine.query(sql);
      const cells = rows.map((row) => columns.map(({ name }) => textOf(row[name] ?? null)));
      return { columns, rows: cells, cut: false };
    }
    const described = await engine.query(`describe ${sql}`);
    const columns = described.rows.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
    // Names of its own: two columns of the reader may have the same, and then one would take the place of the other.
    const names = columns.map((_, index) => `c${index}`);
    const list = columns.map(({ type }, index) =>
      isExact(type) ? names[index]! : `cast(${names[index]!} as varchar)`,
    );
    const aliased = list.map((expression, index) => `${expression} as ${names[index]!}`);
    const inner = sql.slice('select * from '.length);
    const result = await engine.query(
      `select ${aliased.join(', ')} from ${inner}(${names.join(', ')}) limit ${limit + 1}`,
    );
    const rows = result.rows.map((row) => names.map((name) => textOf(row[name] ?? null)));
    return { columns, rows: rows.slice(0, limit), cut: rows.length > limit };
  } catch (error) {
    if (!(error instanceof QueryError) || error.name !== 'QueryError') throw error;
    const before = text.slice(0, Math.max(0, text.indexOf(own))).split('\n').length - 1;
    const ownLines = own.split('\n').length;
    const message = error.message.replace(/^LINE (\d+):/gm, (_, line: string) => {
      if (Number(line) - 1 > ownLines) throw new RefusedStatement('unfinished', '', text);
      return `LINE ${Number(line) - 1 + before}:`;
    });
    throw new QueryError(message, text, { cause: error });
  }
}

/** Types that leave the engine with every digit; all others it writes out itself. */
function isExact(type: string): boolean {
  return /^(?:DECIMAL\(.*\)|U?(?:TINYINT|SMALLINT|INTEGER|BIGINT)|HUGEINT|VARCHAR|BOOLEAN|DATE)$/.test(type);
}

function textOf(cell: string | number | boolean | null): string | null {
  return cell === null ? null : String(cell);
}

/** On lines of its own, so that a comment at the end ends there, and columns in messages are the reader's. */
function bracketed(query: string): string {
  return `(\n${query}\n) as result`;
}

/** "describe t" is of a table, "describe select …" of a query. */
function asQuery(text: string): string {
  const [word] = firstWord(text);
  return word === '' || (BEGINNINGS.includes(word) && word !== 'table') ? text : `from ${text}`;
}

/** First word in lower case, comments aside, and what comes after it. "" where the text begins otherwise. */
function firstWord(text: string): [string, string] {
  const tokens = scanSql(text);
  const at = tokens.findIndex(({ kind, text: piece }) => kind !== 'comment' && piece.trim() !== '');
  if (at < 0 || tokens[at]!.kind !== 'word') return ['', text];
  const after = tokens.slice(at + 1);
  return [tokens[at]!.text.toLowerCase(), after.map(({ text: piece }) => piece).join('')];
}
