import type { Engine, Parameter, Result } from './engine.ts';
import { bindParameters, type SqlColumn, type SqlFile } from './sql-file.ts';

/** Runs a query of queries/metrics or queries/checks; parameters by name, left out = null. */
export async function runQuery(
  engine: Engine,
  file: SqlFile,
  parameters: Readonly<Record<string, Parameter>> = {},
): Promise<Result> {
  const bound = bindParameters(file, parameters);
  return engine.query(bound.sql, bound.parameters);
}

/** Names and types of a query's columns as the engine sees them, without running it. */
export async function describeQuery(engine: Engine, file: SqlFile): Promise<Pick<SqlColumn, 'name' | 'type'>[]> {
  const bound = bindParameters(file, {});
  const { rows } = await engine.query(`describe ${bound.sql}`, bound.parameters);
  return rows.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
}
