import type { Reader } from '../document-text.ts';
import { IngestError } from '../ingest-error.ts';
import type { Line } from '../part.ts';
import { decodeText } from './decode.ts';
import { withSpacedTables } from './spaced-text.ts';
import { withStackedTables } from './stacked-cells.ts';

/**
 * Lines of a text document: UTF-8 (with or without BOM), UTF-16 with BOM, else GB18030. A form feed starts a new page.
 * Throws IngestError for an empty file or bytes that are no text.
 */
export function readText(bytes: Uint8Array, fileName: string): Line[] {
  const text = decodeText(bytes, fileName);
  if (text.trim() === '') {
    throw new IngestError(`${fileName} 是空文件，没有可读的文字；请检查下载是否完整。`);
  }
  const paged = text.includes('\f');
  let page = 1;
  const raw = text.split(/\r\n|\n|\r/);
  const lines = raw.map((each, index): Line => {
    page += each.split('\f').length - 1;
    const line = each.replaceAll('\f', '');
    return { number: index + 1, page: paged ? page : null, text: line.trim(), cells: cellsOf(line) };
  });
  const rawOf = new Map(lines.map((line, index) => [line, raw[index]!.replaceAll('\f', '')]));
  const rows = withStackedTables(lines);
  return withSpacedTables(
    rows,
    rows.map((line) => rawOf.get(line) ?? line.cells.join('\t')),
  );
}

/** Text says nothing of how it was obtained; what is left in it may (text-origin.ts). */
export const readTextDocument: Reader = (bytes, { fileName }) =>
  Promise.resolve({ lines: readText(bytes, fileName), text_origin: 'unknown' });

/** Cells of a tab-separated row or of a row drawn with bars; prose is one cell. */
function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim());
  const drawn = /^\s*\|(.+)\|\s*$/.exec(line);
  return drawn ? drawn[1]!.split('|').map((cell) => cell.trim()) : [line.trim()];
}
