import type { TableModel } from '../../components/data-table.ts';

/** What a screen holds of a table in large type. */
const MOST_COLUMNS = 6;
const ROWS = 8;
/** Longer texts than this may take two lines. */
const ONE_LINE = 14;

/** One screenful of a table. */
export interface TablePage {
  columns: TableModel['columns'];
  rows: {
    key: string;
    strong: boolean;
    cells: { text: string; number: boolean; oneLine: boolean; indent: number }[];
  }[];
}

/** A table as screenfuls: columns that are empty throughout are left out, then those beyond what a screen holds. */
export function tablePages(table: TableModel): TablePage[] {
  const filled = table.columns.flatMap((_, at) =>
    table.rows.some(({ cells }) => cells[at] !== undefined && cells[at].kind !== 'none' && cells[at].text !== '')
      ? [at]
      : [],
  );
  const kept = filled.slice(0, MOST_COLUMNS);
  const columns = kept.map((at) => table.columns[at]!);
  const rows = table.rows.map(({ key, strong = false, cells }) => ({
    key,
    strong,
    cells: kept.map((at) => {
      const cell = cells[at]!;
      return {
        text: cell.text,
        number: table.columns[at]!.kind === 'number',
        oneLine: table.rows.every((row) => row.cells[at]!.text.length <= ONE_LINE),
        indent: cell.kind === 'text' ? (cell.indent ?? 0) : 0,
      };
    }),
  }));
  const pages: TablePage[] = [];
  for (let from = 0; from < rows.length; from += ROWS) pages.push({ columns, rows: rows.slice(from, from + ROWS) });
  return pages;
}
