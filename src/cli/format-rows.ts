import type { Result } from '../engine/engine.ts';
import { toCsv } from './csv.ts';
import { textTable } from './text-table.ts';

export const FORMATS = ['json', 'csv', 'table'] as const;
export type Format = (typeof FORMATS)[number];

/** A result as the text for standard output. Columns in the order of the SQL, amounts as the exact text they are. */
export function formatRows(result: Result, format: Format): string {
  if (format === 'csv') return toCsv(result);
  if (format === 'json') return toJson(result);
  const columns = result.columns.map(({ name, type }) => ({ name, alignRight: isNumeric(type) }));
  return textTable(
    columns,
    result.rows.map((row) => columns.map(({ name }) => (row[name] === null ? '' : String(row[name])))),
  );
}

function toJson({ rows }: Result): string {
  if (rows.length === 0) return '[]\n';
  return `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`;
}

function isNumeric(type: string): boolean {
  return /^(?:DECIMAL|U?(?:TINY|SMALL|BIG|HUGE)?INT|INTEGER|UINTEGER|DOUBLE|FLOAT)/.test(type);
}
