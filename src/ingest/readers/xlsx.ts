import { type Cell, HucreError, readXlsx as readWorkbook, type Sheet } from 'hucre';
import type { Reader } from '../document-text.ts';
import { IngestError } from '../ingest-error.ts';
import { LIMITS } from './limits.ts';
import { displayed } from './number-format.ts';
import { repacked } from './repack.ts';
import { numberedLines, plainCell, tableLines, type TableRow } from './table-lines.ts';

/** Parts of a workbook that hold cells; pictures, charts, pivots and macros are never unpacked. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/.*|xl\/(?:workbook|styles|sharedStrings|_rels\/.*|worksheets\/[^/]*)(?:\.xml|\.rels)?)$/i;

/**
 * A workbook, each visible sheet a page. Numbers are the text that the sheet displays. Rejects with IngestError for a
 * workbook that is damaged, beyond LIMITS, or without a visible cell.
 */
export const readXlsx: Reader = async (bytes, { fileName, onPage }) => {
  const sheets = (await sheetsOf(bytes, fileName)).filter(({ hidden, veryHidden }) => !hidden && !veryHidden);
  const lines = sheets.flatMap((sheet, at) => {
    const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (width * sheet.rows.length > LIMITS.sheetCells) {
      throw new IngestError(
        `${fileName} 的工作表“${sheet.name}”有 ${sheet.rows.length} 行 ${width} 列，过大；请删去表外的空白行列和零散内容后另存。`,
      );
    }
    const rows = visibleRows(sheet, width);
    const shown = tableLines(rows);
    onPage?.(at + 1, sheets.length);
    if (shown.every(([text, ...more]) => text === '' && more.length === 0)) return [];
    // Where no title is typed into the sheet, its tab is the title.
    return numberedLines([...(hasTitle(shown) ? [] : [[sheet.name]]), ...shown, ['']], at + 1);
  });
  if (lines.length === 0) {
    throw new IngestError(`${fileName} 里没有可见的内容；请检查工作表是否被隐藏，或是否存成了空文件。`);
  }
  return { lines: lines.map((line, at) => ({ ...line, number: at + 1 })), text_origin: 'text_layer' };
};

async function sheetsOf(bytes: Uint8Array, fileName: string): Promise<Sheet[]> {
  const safe = repacked(bytes, (name) => WANTED.test(name), fileName);
  try {
    return (await readWorkbook(safe, { readStyles: true })).sheets;
  } catch (error) {
    // Whatever a damaged part made the library trip over, the file is what has to be replaced.
    if (!(error instanceof HucreError || error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new IngestError(`${fileName} 这个工作簿读不出来（内容已损坏或过大）；请用 Excel 或 WPS 打开后另存再读入。`, {
      cause: error,
    });
  }
}

function visibleRows(sheet: Sheet, width: number): TableRow[] {
  const height = sheet.rows.length;
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) => !sheet.columns?.[at]?.hidden);
  const rows = Array.from({ length: height }, (_, at) => at)
    .filter((at) => !sheet.rowDefs?.get(at)?.hidden)
    .map((row) => ({ row, cells: columns.map((column) => textOf(sheet, row, column)) }));
  const used = columns.map((_, at) => rows.some(({ cells }) => cells[at] !== ''));
  const [first, last] = [used.indexOf(true), used.lastIndexOf(true)];
  if (first < 0) return [];
  const whole = new Set(
    (sheet.merges ?? [])
      .filter(({ startCol, endCol }) => startCol <= columns[first]! && endCol >= columns[last]!)
      .map(({ startRow }) => startRow),
  );
  return rows.map(({ row, cells }) => ({ cells: cells.slice(first, last + 1), isWhole: whole.has(row) }));
}

function textOf(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.cells?.get(`${row},${column}`);
  const value = cell?.value ?? sheet.rows[row]?.[column] ?? null;
  if (value === null) return uncomputed(cell);
  if (typeof value === 'string') return plainCell(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const format = cell?.style?.numFmt ?? '';
  return value instanceof Date ? dateText(value) : displayed(value, format);
}

/** A formula whose result was not stored would pass for a blank cell, and a blank cell for 0. */
function uncomputed(cell: Cell | undefined): string {
  return cell?.formula === undefined ? '' : `=${cell.formula}`;
}

/** Years, months and days; how a date is written is not what accounts turn on. */
function dateText(date: Date): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return `${year}年${month}月${day}日`;
}

/** A line of prose above the first row that is neither a label ("单位：万元") nor the number of a form. */
function hasTitle(lines: readonly string[][]): boolean {
  const table = lines.findIndex((cells) => cells.length > 1);
  return lines
    .slice(0, table < 0 ? lines.length : table)
    .some(
      ([text]) =>
        text !== '' && !/[：:]|^\(?（?公开\s*\d+\s*表|^(?:附?表|附件)[\s\d一二三四五六七八九十-]*$/.test(text!),
    );
}
