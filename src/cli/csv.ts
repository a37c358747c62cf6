import type { Result } from '../engine/engine.ts';
import { csvOf } from '../exports/csv.ts';

/** The rows of a query as CSV, with the names of its columns. */
export function toCsv({ columns, rows }: Result): string {
  return csvOf({
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) =>
      columns.map(({ name }) => {
        const cell = row[name] ?? null;
        return cell === null ? null : String(cell);
      }),
    ),
  });
}
