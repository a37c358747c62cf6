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
  /** Lines whose number of cells is not that of nearly all other rows: a separator was lost or added. */
  odd: ReadonlySet<number>;
  /** A separator was lost or added in the header itself: what stands under which heading is not certain. */
  headerIsTorn: boolean;
  /** Rows from the header of another table on, whose title was lost. */
  foreign: readonly Line[];
}

const HEADER_WORD =
  /^(?:项目|收入|支出|行次|栏次|金额|合计|小计|(?:功能|经济|支出)?.*分类|.*(?:编码|代码)|.*名称|类|款|项|.*(?:预算|决算|执行|支出|收入|总计|结余|拨款|经费|费|补助|购置|运行|接待|人员|公用|万元|元)[数额费]?(?:\(.*\))?)$/;

/** Splits a statement into what is above, header, body and notes; null where no table is found. */
export function gridOf(lines: readonly Line[]): Grid | null {
  const rows = lines.filter((line) => line.cells.length >= 2 && line.text !== '' && !isRule(line));
  const first = rows.find(isHeaderRow);
  if (!first) return null;
  // A number alone right under the last row may be the rest of its last amount.
  const end = lines.indexOf(rows.at(-1)!) + 1;
  const last = /^[.,\d]+$/.test(lines[end]?.text ?? '') ? lines[end]! : lines[end - 1]!;
  const width = Math.max(...rows.map((row) => row.cells.length));
  const padded = (line: Line): Line =>
    line.cells.length === width
      ? line
      : { ...line, cells: Array.from({ length: width }, (_, at) => line.cells[at] ?? '') };

  const odd = oddRows(rows);
  const header: Line[] = [];
  const body: Line[] = [];
  const foreign: Line[] = [];
  for (const line of lines.slice(lines.indexOf(first), lines.indexOf(last) + 1)) {
    if (line.text === '' || isRule(line)) continue;
    const isRow = line.cells.length >= 2;
    const begun = body.some(({ cells }) => cells.length >= 2);
    if (foreign.length > 0) foreign.push(line);
    else if (!begun && isRow && (isColumnNumbers(line) || deepens(padded(line), header))) header.push(padded(line));
    else if (isRow && repeats(padded(line), header)) continue;
    else if (begun && isRow && isHeaderRow(line) && namesColumns(line)) foreign.push(line);
    else body.push(isRow && !odd.has(line.number) ? padded(line) : line);
  }
  return {
    above: lines.slice(0, lines.indexOf(first)),
    header,
    body,
    below: lines.slice(lines.indexOf(last) + 1),
    width,
    headed: Math.max(...header.map((line) => line.cells.findLastIndex((cell) => cell !== '') + 1), first.cells.length),
    odd,
    headerIsTorn: header.some((line) => odd.has(line.number) && !isColumnNumbers(line)),
    foreign,
  };
}

/** Words that only a header has. */
function namesColumns(line: Line): boolean {
  return line.cells.some((cell) =>
    /(?:编码|代码|名称)$|^(?:行次|栏次|项目|金额)$|(?:决算|预算)数/.test(wordingOf(cell)),
  );
}

/**
 * True for a row that is a level of the header. A row of words under "项目" or "科目名称" only is a row of the table whose
 * amounts are all blank.
 */
function deepens(line: Line, header: readonly Line[]): boolean {
  if (!isHeaderRow(line)) return false;
  if (header.length === 0 || namesColumns(line)) return true;
  return line.cells.some((cell, at) => {
    const above = header.findLast((level) => level.cells[at] !== '')?.cells[at] ?? '';
    return cell !== '' && !/^项目$|^科目$|(?:名称|编码|代码)$/.test(wordingOf(above));
  });
}

/**
 * Rows of another length than nearly all, in a table that keeps its blank cells. Where no row ends with a blank cell,
 * trailing blanks were left out and length says nothing.
 */
function oddRows(rows: readonly Line[]): Set<number> {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [usual, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  const keepsBlanks = rows.some(({ cells }) => cells.length === usual && cells.at(-1) === '');
  if (!keepsBlanks || count * 2 <= rows.length) return new Set();
  return new Set(rows.filter(({ cells }) => cells.length !== usual).map(({ number }) => number));
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
  const labels = cells.filter((cell) => /^(?:栏次|行次|列次|序号|[—-]+)$/.test(cell));
  // So labelled, it is none of the table's rows even where its numbers ran together.
  if (/^[栏列]次$/.test(cells[0] ?? '') && cells.every((cell) => /^\d{1,6}$|^[栏列行]次$/.test(cell))) return true;
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
  if (isColumnNumbers(line))
    return header.some(isColumnNumbers) || line.cells.some((cell) => /次$/.test(closeUp(cell)));
  const words = line.cells.map(wordingOf);
  const filled = words.filter((word) => word !== '').length;
  if (filled === 0 || !isHeaderRow(line)) return false;
  // A glyph misread on one of the pages does not make it another header.
  return header.some(
    (row) => words.filter((word, at) => word !== '' && word === wordingOf(row.cells[at]!)).length * 2 > filled,
  );
}
