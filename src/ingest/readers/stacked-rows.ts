import { wordingOf } from '../wording.ts';
import { isCode, isNumberCell, type StackedHeader } from './stacked-header.ts';

/** A row of a table: where its cells begin among all, how many they are, and the cells in their columns. */
export interface StackedRow {
  from: number;
  length: number;
  cells: readonly string[];
}

/**
 * How many cells the header takes where blank ones are kept: with the blanks that merged headings leave, or without. Null
 * where the blanks stand elsewhere than the header says.
 */
export function headerLength(cells: readonly string[], header: StackedHeader): number | null {
  const { levels, numbers, roles } = header;
  const bare = (row: readonly string[]): string[] => row.filter((text) => text !== '');
  const foot = numbers
    ? [numbers, numbers.filter((text, at) => text !== '' || roles[at] === 'line_no'), bare(numbers)]
    : [];
  const ways = [...levels.map((row) => [row, bare(row)]), ...(numbers ? [foot] : [])];
  const fitting = ways
    .reduce<string[][]>((all, rows) => all.flatMap((one) => rows.map((row) => [...one, ...row])), [[]])
    .filter((all) => all.every((text, at) => cells[at] === text));
  return fitting.length === 0 ? null : Math.max(...fitting.map(({ length }) => length));
}

/**
 * The rows from `from` on, as long as they and the row after them fit the columns: a cell lost or added moves the next row
 * out of its columns. `ends` tells whether the table may end at a place.
 */
export function rowsFrom(
  cells: readonly string[],
  from: number,
  header: StackedHeader,
  ends: (at: number) => boolean,
): { rows: StackedRow[]; at: number; isWhole: boolean } {
  const rows: StackedRow[] = [];
  let at = from;
  while (!ends(at)) {
    const row = candidates(cells, at, header).find(
      ({ length }) => ends(at + length) || candidates(cells, at + length, header).length > 0,
    );
    if (!row) return { rows, at, isWhole: false };
    rows.push(row);
    at += row.length;
  }
  return { rows, at, isWhole: true };
}

/** The rows before `to`, none of them before `stop`, as long as they and the row before them fit. */
export function rowsBefore(cells: readonly string[], to: number, stop: number, header: StackedHeader): StackedRow[] {
  const width = header.roles.length;
  const rows: StackedRow[] = [];
  const rowAt = (at: number): StackedRow | undefined =>
    at < stop ? undefined : candidates(cells, at, header).find(({ length }) => length === width);
  for (let at = to - width; at >= stop; at -= width) {
    const row = rowAt(at);
    if (!row || !rowAt(at - width)) break;
    rows.unshift(row);
  }
  return rows;
}

/** Ways to read a row at a place: every column has its cell, or "合计" is one cell over all columns of labels. */
function candidates(cells: readonly string[], at: number, header: StackedHeader): StackedRow[] {
  const { roles, blocks } = header;
  const whole = cells.slice(at, at + roles.length);
  const found: StackedRow[] = [];
  if (whole.length === roles.length && fits(whole, header))
    found.push({ from: at, length: roles.length, cells: whole });
  const [first, last] = [blocks[0]!, blocks.at(-1)!];
  const isCoded = first.labels.some((place) => roles[place] === 'code' || roles[place] === 'part');
  const merged = isCoded ? first.labels.length - 1 : 0;
  if (merged > 0 && isTotal(cells[at] ?? '')) {
    const row = [cells[at]!, ...Array<string>(merged).fill(''), ...cells.slice(at + 1, at + roles.length - merged)];
    // A total without its first amount is rather one with its blank labels, and an amount lost.
    const isSound = row.slice(merged + 1).every((text) => text === '') || row[merged + 1] !== '';
    if (isSound && row.length === roles.length && fits(row, header)) {
      found.push({ from: at, length: roles.length - merged, cells: row });
    }
  }
  const two = cells.slice(at, at + 4);
  const isFoot = blocks.length > 1 && blocks.every(({ amounts }) => amounts.length === 1) && merged > 0;
  if (isFoot && [0, 2].every((place) => isTotal(two[place] ?? '') && !isWords(two[place + 1] ?? '合计'))) {
    const row = roles.map(() => '');
    row[first.labels[0]!] = two[0]!;
    row[first.amounts[0]!] = two[1]!;
    row[last.labels[0]!] = two[2]!;
    row[last.amounts[0]!] = two[3]!;
    found.push({ from: at, length: 4, cells: row });
  }
  return found;
}

/** True where every cell is of the sort that its column holds, and no amount is without its label. */
function fits(cells: readonly string[], { roles, blocks }: StackedHeader): boolean {
  const isInPlace = roles.every((role, at) => {
    const text = cells[at]!;
    if (text === '') return true;
    if (role === 'amount') return isNumberCell(text);
    if (role === 'name') return isWords(text);
    if (role === 'line_no') return /^\d{1,3}$/.test(text);
    return isTotal(text) || (role === 'code' ? isCode(text) : /^\d{1,3}$/.test(text));
  });
  const isLabelled = blocks.every(({ labels, amounts }, at) => {
    // A total that reaches over the blocks between has its amount in the last of them.
    const before = blocks.slice(0, at).findLast((block) => block.labels.some((place) => cells[place] !== ''));
    const isOpen =
      before?.labels.some((place) => isTotal(cells[place]!)) && before.amounts.every((place) => cells[place] === '');
    if (isOpen && labels.every((place) => cells[place] === '')) return true;
    const own = labels.filter((at) => roles[at] !== 'line_no').map((at) => cells[at]!);
    const isNamed = labels.some((at) => roles[at] === 'name' && cells[at] !== '') || own.some(isTotal);
    if (labels.length === 0 || isNamed) return true;
    return own.every((text) => text === '') && amounts.every((at) => cells[at] === '');
  });
  return isInPlace && isLabelled && cells.some((text) => text !== '');
}

function isWords(text: string): boolean {
  return /[一-鿿]/.test(text) && !isNumberCell(text);
}

export function isTotal(text: string): boolean {
  return /[合总小]计$/.test(wordingOf(text));
}
