import type { ExportCell, ExportTable } from './export-table.ts';

/** What a spreadsheet keeps of a number: it counts in binary with 15 decimal digits. */
const DIGITS_KEPT = 15;
const WIDEST = 60;

/** A workbook of a sheet for each table, the head rows frozen. A number of more digits than a spreadsheet keeps is text. */
export async function xlsxOf(...tables: readonly ExportTable[]): Promise<Uint8Array> {
  // Fetched when a reader exports: the page starts without it.
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({
    sheets: tables.map(({ name, columns, rows }) => ({
      name,
      rows: [[...columns], ...rows.map((cells) => cells.map(sheetCell))],
      columns: columns.map((head, at) => ({ width: widthOf([head, ...rows.map((cells) => cells[at] ?? null)]) })),
      freezePane: { rows: 1 },
    })),
  });
}

function sheetCell(cell: ExportCell): string | number | null {
  if (cell === null || typeof cell === 'string') return cell;
  // Plus 0: a rounded "-0.00" is 0 in a spreadsheet.
  return cell.exact.replace(/\D/g, '').replace(/^0+/, '').length > DIGITS_KEPT ? cell.exact : Number(cell.exact) + 0;
}

/** Chinese characters are twice as wide as digits. */
function widthOf(cells: readonly ExportCell[]): number {
  const widths = cells.map((cell) => {
    const text = cell === null ? '' : typeof cell === 'string' ? cell : cell.exact;
    return [...text].reduce((width, character) => width + (character > '\u2E7F' ? 2 : 1), 2);
  });
  return Math.min(
    WIDEST,
    widths.reduce((most, width) => Math.max(most, width), 0),
  );
}
