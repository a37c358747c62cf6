import type { TableCell, TableModel } from './data-table.ts';
import { orderOf, type Sorting } from './result-order.ts';

/** Tables of more rows than this have a box to filter them by. */
export const FILTERED_FROM = 13;

/** Positions of the rows that hold every word of the filter, in the order of the sorting: of numbers by their exact value. */
export function shownRows(table: TableModel, filter: string, sorting: Sorting | null): number[] {
  const values = table.rows.map((row) => row.values ?? row.cells.map((cell, at) => valueOf(cell, table.columns[at])));
  const columns = table.columns.map(({ title, kind }) => ({ name: title, type: '', kind }));
  return orderOf(values, columns, sorting).filter(
    matching(table.rows, ({ cells }) => cells.map(({ text }) => text), filter),
  );
}

/** Whether the row at a position holds every word of the filter; of numbers with or without their thousands commas. */
export function matching<Row>(
  rows: readonly Row[],
  textsOf: (row: Row) => readonly (string | null)[],
  filter: string,
): (position: number) => boolean {
  const words = plain(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (position) => {
    // Between two cells stands what no word has.
    const text = plain(textsOf(rows[position]!).join('\n'));
    return words.every((word) => text.includes(word));
  };
}

/**
 * What a cell is sorted by where the table does not say: a number by what it is exactly, or, where the cell does not say that,
 * by the first one in its text.
 */
function valueOf(cell: TableCell, column: TableModel['columns'][number] | undefined): string | null {
  if (cell.kind === 'none') return null;
  if (column?.kind !== 'number') return cell.text;
  if (cell.exact !== undefined) return cell.exact;
  return /-?\d+(?:\.\d+)?/.exec(cell.text.replace(/,/g, '').replace(/[−－]/g, '-'))?.[0] ?? null;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d),(?=\d)/g, '$1');
}
