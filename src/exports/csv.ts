import type { ExportTable } from './export-table.ts';

/** U+FEFF in front makes Excel read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180 with a byte order mark: CRLF, quotes where needed; a missing value is an empty field, exact text stays. */
export function csvOf({ columns, rows }: Pick<ExportTable, 'columns' | 'rows'>): string {
  return BYTE_ORDER_MARK + [columns, ...rows].map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
}

function field(cell: ExportTable['rows'][number][number]): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' ? cell : cell.exact;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
