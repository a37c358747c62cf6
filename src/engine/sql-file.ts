import { QueryError, type Parameter } from './engine.ts';
import { scanSql, splitStatements } from './sql-scanner.ts';

export type SqlFolder = 'models' | 'metrics' | 'checks';

/** A file of `queries/` as it was found: path below `queries/` and text. */
export interface SqlSource {
  path: string;
  text: string;
}

export interface SqlColumn {
  /** Name of a parameter (without "$") or of a column. */
  name: string;
  /** DuckDB type as the header gives it: VARCHAR, DECIMAL … */
  type: string;
  meaning: string;
}

export interface SqlFile {
  folder: SqlFolder;
  /** File name without ".sql": what the command line calls the query. */
  name: string;
  path: string;
  purpose: string;
  grain: string;
  parameters: readonly SqlColumn[];
  returns: readonly SqlColumn[];
  statements: readonly string[];
}

/** A mistake in a file of `queries/`, found before it runs. */
export class SqlFileError extends Error {
  constructor(path: string, message: string) {
    super(`queries/${path}: ${message}`);
    this.name = 'SqlFileError';
  }
}

const FOLDERS: readonly string[] = ['models', 'metrics', 'checks'] satisfies SqlFolder[];
const HEADER_LINE = /^--\s*(?:(\w+):)?\s*(.*)$/;
const COLUMN = /^\$?([a-z_]\w*)\s+([A-Z][A-Z_]*(?:\s*\(\s*\d+\s*(?:,\s*\d+\s*)?\))?)(?:\s+(.*))?$/;

/**
 * Reads a file of `queries/`: its header (purpose, grain, param, returns; a line without a key goes on with the one
 * before) and its statements. A metric or a check is one statement whose parameters are all declared.
 */
export function parseSqlFile({ path, text }: SqlSource): SqlFile {
  const [folder, fileName, ...rest] = path.split('/');
  if (!FOLDERS.includes(folder ?? '') || !fileName?.endsWith('.sql') || rest.length > 0) {
    throw new SqlFileError(path, 'a query is a .sql file in models, metrics or checks');
  }
  const header = readHeader(path, text);
  const file: SqlFile = {
    folder: folder as SqlFolder,
    name: fileName.slice(0, -'.sql'.length),
    path,
    ...header,
    statements: splitStatements(text),
  };
  if (file.statements.length === 0) throw new SqlFileError(path, 'holds no statement');
  if (file.folder !== 'models' && file.statements.length > 1) throw new SqlFileError(path, 'must be one statement');
  for (const name of parameterNames(file)) {
    if (!file.parameters.some((parameter) => parameter.name === name)) {
      throw new SqlFileError(path, `$${name} is not declared: add "-- param: $${name} TYPE meaning"`);
    }
  }
  return file;
}

/**
 * The one statement of a query with `$name` turned into positions, the only thing a prepared statement knows. Each
 * position is cast to the declared type, and every value goes as text, so an amount or a year is never a float.
 */
export function bindParameters(
  file: SqlFile,
  values: Readonly<Record<string, Parameter>>,
): { sql: string; parameters: Parameter[] } {
  const parameters: Parameter[] = [];
  const types = new Map(file.parameters.map(({ name, type }) => [name, type]));
  for (const name of Object.keys(values)) {
    if (!types.has(name)) throw new QueryError(`${file.name} has no parameter $${name}`, file.statements[0]!);
  }
  const sql = scanSql(file.statements[0]!)
    .filter(({ kind }) => kind !== 'comment')
    .map(({ kind, text }) => {
      if (kind !== 'parameter') return text;
      const value = values[text.slice(1)] ?? null;
      parameters.push(value === null ? null : String(value));
      return `cast(? as ${types.get(text.slice(1))})`;
    })
    .join('');
  return { sql, parameters };
}

function parameterNames(file: SqlFile): Set<string> {
  const tokens = file.statements.flatMap(scanSql);
  return new Set(tokens.filter(({ kind }) => kind === 'parameter').map(({ text }) => text.slice(1)));
}

function readHeader(path: string, text: string): Pick<SqlFile, 'purpose' | 'grain' | 'parameters' | 'returns'> {
  const header = { purpose: '', grain: '', parameters: [] as SqlColumn[], returns: [] as SqlColumn[] };
  let key = '';
  for (const line of text.split('\n')) {
    if (!line.startsWith('--')) break;
    const [, newKey, content] = HEADER_LINE.exec(line.trimEnd()) as unknown as [string, string | undefined, string];
    key = newKey ?? key;
    if (content === '') continue;
    if (key === 'purpose' || key === 'grain') {
      header[key] = header[key] === '' ? content : `${header[key]} ${content}`;
    } else if (key === 'param' || key === 'returns') {
      addColumn(path, key === 'param' ? header.parameters : header.returns, content, newKey !== undefined);
    }
  }
  return header;
}

function addColumn(path: string, columns: SqlColumn[], content: string, isNew: boolean): void {
  const [, name, type, meaning = ''] = COLUMN.exec(content) ?? [];
  if (name !== undefined && type !== undefined) {
    columns.push({ name, type: type.replace(/\s+/g, ''), meaning });
    return;
  }
  const last = columns.at(-1);
  if (isNew || last === undefined) throw new SqlFileError(path, `"${content}" is not "name TYPE meaning"`);
  last.meaning = `${last.meaning} ${content}`.trim();
}
