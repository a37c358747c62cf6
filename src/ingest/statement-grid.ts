import { isDash, parseNumber } from '../money/parse.ts';
import type { Line } from './part.ts';
import { closeUp, hasEnumerator, wordingOf } from './wording.ts';

/** A statement's lines by what they are. Cells are padded to the width of the table. */
export interface Grid {
  /** Title, number of the form, unit, body: what stands above the header. */
  above: readonly Line[];
  header: readonly Line[];
  body: readonly Line[];
  /** Notes under the table. */
  below: readonly Line[];
  width: number;
  /** Columns that the header reaches; cells further right have no heading. */
  headed: number;
}

const HEADER_WORD =
  /^(?:项目|收入|支出|行次|栏次|金额|合计|小计|(?:功能|经济|支出)?.*分类|.*(?:编码|代码)|.*名称|类|款|项|.*(?:预算|决算|执行|支出|收入|总计|结余|拨款|经费|费|补助|购置|运行|接待|人员|公用|万元|元)[数额费]?(?:\(.*\))?)$/;

/** Splits a statement into what is above, header, body and notes; null where no table is found. */
export function gridOf(lines: readonly Line[]): Grid | null {
  const rows = lines.filter((line) => line.cells.length >= 2 && line.text !== '' && !isRule(line));
  const first = rows.find(isHeaderRow);
  if (!first) return null;
  const last = rows.at(-1)!;
  const width = Math.max(...rows.map((row) => row.cells.length));
  const padded = (line: Line): Line =>
    line.cells.length === width
      ? line
      : { ...line, cells: Array.from({ length: width }, (_, at) => line.cells[at] ?? '') };

  const header: Line[] = [];
  const body: Line[] = [];
  for (const line of lines.slice(lines.indexOf(first), lines.indexOf(last) + 1)) {
    if (line.text === '' || isRule(line)) continue;
    const isRow = line.cells.length >= 2;
    if (body.length === 0 && isRow && (isHeaderRow(line) || isColumnNumbers(line))) header.push(padded(line));
    else if (!(isRow && repeats(padded(line), header))) body.push(isRow ? padded(line) : line);
  }
  return {
    above: lines.slice(0, lines.indexOf(first)),
    header,
    body,
    below: lines.slice(lines.indexOf(last) + 1),
    width,
    headed: Math.max(...header.map((line) => line.cells.findLastIndex((cell) => cell !== '') + 1), first.cells.length),
  };
}

/** A drawn line ("|---|---|") that was read as a row. */
function isRule(line: Line): boolean {
  const cells = line.cells.filter((cell) => cell !== '');
  return (
    cells.length > 0 && cells.every((cell) => /^[-—–─━_=:|+\s]+$/.test(cell)) && cells.some((cell) => cell.length >= 3)
  );
}

/** "栏次 1 2 3 …", or the numbers alone: they number the columns. */
export function isColumnNumbers(line: Line): boolean {
  const cells = line.cells.map(wordingOf).filter((cell) => cell !== '');
  const numbers = cells.filter((cell) => /^\d{1,2}(?:=.*)?$/.test(cell)).map((cell) => Number.parseInt(cell, 10));
  const labels = cells.filter((cell) => /^(?:栏次|行次|列次|合计|序号|[—-]+)$/.test(cell));
  if (numbers.length === 0 || numbers.length + labels.length < cells.length) return false;
  return (
    (labels.some((cell) => /次$/.test(cell)) || numbers.length >= 3) &&
    numbers.every((n, at) => n === numbers[0]! + at) &&
    numbers[0]! <= 2
  );
}

/** A row of headings only: no amount, no subject code, no numbered label. */
function isHeaderRow(line: Line): boolean {
  const cells = line.cells.filter((cell) => cell !== '');
  if (isColumnNumbers(line)) return cells.some((cell) => /次$/.test(closeUp(cell)));
  if (cells.some((cell) => hasEnumerator(cell) || parseNumber(cell) !== null || isDash(cell))) return false;
  const words = cells.map((cell) => wordingOf(cell));
  if (words.some((word) => /^(?:\d{3}|\d{5}|\d{7})\D/.test(word))) return false;
  // "合计" or "总计" with nothing beside it is a row of an empty table; "人员经费合计 … 公用经费合计" likewise.
  if (words.every((word) => /^(?:本年.{2})?(?:.*经费)?[合总]计$/.test(word))) return false;
  return words.some((word) => HEADER_WORD.test(word));
}

/** True for a header row printed again on the next page. */
function repeats(line: Line, header: readonly Line[]): boolean {
  if (isColumnNumbers(line)) return header.some(isColumnNumbers);
  const words = line.cells.map(wordingOf);
  if (!words.some((word) => word !== '')) return false;
  return header.some((row) => row.cells.every((cell, at) => wordingOf(cell) === words[at]));
}
