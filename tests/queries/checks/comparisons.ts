import type { Engine, Row } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { department, figure, given } from '../given.ts';

/** What one rule found in these rows of the sample department. */
export async function found(engine: Engine, rule: string, rows: readonly SnapshotRow[]): Promise<readonly Row[]> {
  const data = await given(engine, [...department(), ...rows], rule);
  const all = await data.run('reconciliation');
  return all.filter((row) => row['rule'] === rule);
}

/** "conflict 100 99.5" of each, in the order of the amounts. */
export function told(rows: readonly Row[]): string[] {
  return rows.map((row) => `${row['verdict']} ${row['left_value']} ${row['right_value']}`).sort();
}

/** The cells of one row of a statement: its columns and their amounts. */
export function statementRow(
  statement: string,
  code: string,
  amounts: Readonly<Record<string, string>>,
  over: SnapshotRow = {},
): SnapshotRow[] {
  const level = /^\d+$/.test(code) ? String((code.length - 1) / 2) : null;
  return Object.entries(amounts).map(([column_key, amount]) =>
    figure(amount, {
      statement,
      side: statement === 'income' ? 'revenue' : 'expenditure',
      row_code: code,
      row_name: `行${code}`,
      level,
      parent_code: level === null || level === '1' ? null : code.slice(0, -2),
      column_key,
      column_name: column_key,
      place_section: statement,
      fund: statement === 'general_public_expenditure' || statement === 'basic_expenditure' ? 'general_public' : 'all',
      ...over,
    }),
  );
}
