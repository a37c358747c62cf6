import type { Cell, Result } from '../engine/engine.ts';

/** U+FEFF in front makes Excel read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180 with a byte order mark: CRLF, quotes where needed; a missing value is an empty field, exact text stays. */
export function toCsv({ columns, rows }: Result): string {
  const header = columns.map(({ name }) => field(name));
  const lines = rows.map((row) => columns.map(({ name }) => field(row[name] ?? null)));
  return BYTE_ORDER_MARK + [header, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function field(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
