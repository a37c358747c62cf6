import type { Engine, Parameter } from './engine.ts';
import { type SqlColumn, type SqlFile } from './sql-file.ts';
import { scanSql } from './sql-scanner.ts';

/** A table or view of the data, as the console lists it. */
export interface ListedTable {
  name: string;
  /** What the header of its file says; '' where no file makes it. */
  purpose: string;
  /** Path of that file below `queries/`; '' likewise. */
  path: string;
  columns: readonly SqlColumn[];
}

/** Tables and views with their columns, by name; a column's meaning is what the headers say of its name. */
export async function listTables(engine: Engine, sqlFiles: readonly SqlFile[]): Promise<ListedTable[]> {
  const { rows } = await engine.query(
    `select table_name, column_name, data_type from duckdb_columns() where not internal order by table_name, column_index`,
  );
  const meanings = columnMeanings(sqlFiles);
  const makers = tableMakers(sqlFiles);
  const tables = new Map<string, ListedTable & { columns: SqlColumn[] }>();
  for (const row of rows) {
    const [table, name, type] = [row.table_name, row.column_name, row.data_type].map(String) as [
      string,
      string,
      string,
    ];
    if (!tables.has(table)) {
      const file = makers.get(table);
      tables.set(table, { name: table, purpose: file?.purpose ?? '', path: file?.path ?? '', columns: [] });
    }
    tables.get(table)!.columns.push({ name, type, meaning: meanings.get(name) ?? '' });
  }
  return [...tables.values()];
}

/** Names of all functions and macros that can stand in a statement, sorted. */
export async function listFunctions(engine: Engine): Promise<string[]> {
  const { rows } = await engine.query(
    `select distinct function_name from duckdb_functions() where function_type in ('scalar', 'aggregate', 'macro', 'table')
    and regexp_matches(function_name, '^[a-z][a-z0-9_]*$') order by function_name`,
  );
  return rows.map((row) => String(row.function_name));
}

/** The text of a query with values in the place of its parameters, as a reader would write it. */
export function withValues(file: SqlFile, values: Readonly<Record<string, Parameter>>): string {
  const types = new Map(file.parameters.map(({ name, type }) => [name, type]));
  return scanSql(file.statements[0]!)
    .map(({ kind, text }) => {
      if (kind !== 'parameter') return text;
      const value = values[text.slice(1)] ?? null;
      const literal = value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`;
      return `cast(${literal} as ${types.get(text.slice(1))!.toLowerCase()})`;
    })
    .join('');
}

function tableMakers(sqlFiles: readonly SqlFile[]): Map<string, SqlFile> {
  const makers = new Map<string, SqlFile>();
  for (const file of sqlFiles) {
    if (file.folder === 'checks') makers.set(`check_${file.name}`, file);
    for (const statement of file.statements) {
      const made = /\bcreate or replace (?:table|view) (\w+)/.exec(statement)?.[1];
      if (made !== undefined) makers.set(made, file);
    }
  }
  return makers;
}

/** Of names on whose meaning all headers agree. */
function columnMeanings(sqlFiles: readonly SqlFile[]): Map<string, string> {
  const meanings = new Map<string, Set<string>>();
  for (const { returns } of sqlFiles) {
    for (const { name, meaning } of returns) meanings.set(name, (meanings.get(name) ?? new Set()).add(meaning));
  }
  return new Map([...meanings].filter(([, said]) => said.size === 1).map(([name, [meaning]]) => [name, meaning!]));
}
