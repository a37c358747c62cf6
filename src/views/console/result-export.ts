import { kindOf } from '../../components/result-order.ts';
import type { ExportTable } from '../../exports/export-table.ts';
import type { ConsoleResult } from '../../metrics/console.ts';

/** A result as a table to take away: numbers with every digit, NULL as nothing. */
export function exportOf(name: string, { columns, rows }: ConsoleResult): ExportTable {
  const kinds = columns.map(({ type }) => kindOf(type));
  return {
    name,
    columns: columns.map((column) => column.name),
    rows: rows.map((row) =>
      row.map((cell, index) =>
        // What a float can be besides a number has no place in a spreadsheet's cell of numbers.
        cell === null || kinds[index] === 'text' || !Number.isFinite(Number(cell)) ? cell : { exact: cell },
      ),
    ),
  };
}
