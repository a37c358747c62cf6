import {
  type Column,
  columnOf,
  columnsOf,
  isAmount,
  isNumeric,
  type PositionedItem,
  type PositionedLine,
  settingsOf,
} from './position-columns.ts';
import { headerCells, withHeaderColumns } from './position-header.ts';
import { withDoubts } from './position-doubts.ts';
import { withWholeNames } from './position-names.ts';
import { joinWrapped } from './table-lines.ts';

export interface PositionGrid {
  columns: readonly Column[];
  /** The cells of each line in the order of the lines; no cell for a line whose text went into another row. */
  cells: ReadonlyArray<readonly string[]>;
  /** Mean distance of the items from the line that their column keeps to, in digits: how well the columns explain them. */
  looseness: number;
}

/**
 * Cells of a table that is held together by positions only. `narrow` is the width of a digit. A number whose column is not
 * certain is delivered with a "?" in front, two that share a place with " / " between: neither is read as an amount.
 * `previous` are the columns of the page before, for a page that goes on without a header. Null where no table is found.
 */
export function gridOfPositions(
  lines: readonly PositionedLine[],
  narrow: number,
  previous: readonly Column[] | null = null,
): PositionGrid | null {
  const parted = lines.map(({ number, items }) => {
    const apart = items.flatMap(untied);
    return { number, items: numbersColumns(apart) ? [] : apart };
  });
  const start = startOfBody(parted);
  if (start < 0) return null;
  const header = parted.slice(0, start);
  const body = underHeadings(header, parted.slice(start));
  const own = withHeaderColumns(header, columnsOf(body), narrow);
  if (own.length < 2) return null;
  const goesOn = previous !== null && header.every(({ items }) => items.length === 0);
  const isSame =
    goesOn &&
    previous.length === own.length &&
    previous.every(({ holdsAmounts }, at) => holdsAmounts === own[at]!.holdsAmounts);
  const settings = settingsOf(body, own, narrow);
  const isCertain = certainty(header, own, settings, narrow);
  const rows = body.map(({ items }) => cellsOf(items, own, (!goesOn || isSame) && isCertain(items)));
  const headings = headerCells(header, own, narrow);
  for (const row of rows) {
    for (const at of headings.doubtful) if (isNumeric(row[at]!)) row[at] = `?${row[at]!}`;
  }
  const named = withDoubts(withWholeNames(rows, own, body), own);
  const loose = [...settings.values()].map(({ off }) => Math.min(off, 4 * narrow));
  return {
    columns: goesOn ? previous : own,
    cells: [
      ...headings.cells,
      ...named.map((row, at) => {
        if (body[at]!.items.length === 0) return [''];
        return goesOn && !isSame ? spread(row, previous) : row;
      }),
    ],
    looseness: loose.reduce((sum, off) => sum + off, 0) / narrow / loose.length,
  };
}

/** The first line with a number or a numbered label, or with the beginning of a name that stands above its code. */
function startOfBody(lines: readonly PositionedLine[]): number {
  const start = lines.findIndex(({ items }) => items.some(({ text }) => isNumeric(text) || isNumbered(text)));
  if (
    start <= 0 ||
    !/^\d{3,7}$/.test(lines[start]!.items[0]!.text) ||
    !lines[start]!.items.every(({ text }) => isNumeric(text))
  )
    return start;
  const above = lines[start - 1]!.items;
  return above.length === 1 ? start - 1 : start;
}

/**
 * Where every row of amounts has as many as the last line of the header has headings, they belong together in that order,
 * also where converters moved them: the amounts are set under their headings.
 */
function underHeadings(header: readonly PositionedLine[], body: readonly PositionedLine[]): readonly PositionedLine[] {
  const headings = header.findLast(({ items }) => items.length > 0)?.items ?? [];
  const rows = body.filter(({ items }) => items.length > 0);
  const fits = rows.every(
    ({ items }) => items.length === headings.length && items.every(({ text }) => isNumeric(text)),
  );
  if (headings.length < 2 || !fits) return body;
  return body.map(({ number, items }) => ({
    number,
    items: items.map(({ text }, at) => ({ text, x0: headings[at]!.x0, x1: headings[at]!.x1 })),
  }));
}

/**
 * Whether the amounts of a row certainly belong to the columns they stand in: each keeps to the line of several others,
 * or all stand under a heading, or there is one for every column.
 */
function certainty(
  header: readonly PositionedLine[],
  columns: readonly Column[],
  settings: ReadonlyMap<PositionedItem, { off: number; kept: number }>,
  narrow: number,
): (items: readonly PositionedItem[]) => boolean {
  const headings = header.flatMap(({ items }) => items);
  const isUnder = ({ x0, x1 }: { x0: number; x1: number }): boolean =>
    headings.some((heading) => heading.x0 < x1 && heading.x1 > x0);
  const of = columns.filter(({ holdsAmounts }) => holdsAmounts);
  const isHeaded = headings.length === 0 || of.every(isUnder);
  return (items) => {
    const amounts = items.filter((item) => isSum(item, columns));
    if (amounts.length === of.length && new Set(amounts.map((item) => columnOf(item, columns))).size === of.length) {
      return true;
    }
    const keepsLine = amounts.every((item) => settings.get(item)!.off <= 2 * narrow && settings.get(item)!.kept >= 3);
    return isHeaded && (keepsLine || amounts.every(isUnder));
  };
}

/** "一、", "（二）": rows of the general statements begin so, also where their amounts are blank. */
export function isNumbered(text: string): boolean {
  return /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/.test(text);
}

/** "栏次 1 2 3 …", or three and more numbers in a row alone: they number the columns, and are no cells. */
function numbersColumns(items: readonly PositionedItem[]): boolean {
  const words = items.flatMap(({ text }) => text.split(' '));
  const labels = words.filter((word) => /^(?:[栏行列]次?|次)$/.test(word));
  const numbers = words.filter((word) => /^\d{1,2}$/.test(word)).map(Number);
  if (labels.length + numbers.length < words.length || numbers.length < (labels.length > 0 ? 1 : 3)) return false;
  return numbers[0]! <= 2 && numbers.every((number, at) => number === numbers[0]! + at);
}

/** Cells set so tightly that one space parts them: numbers, or a name and its amount. */
function untied(item: PositionedItem): PositionedItem[] {
  const words = item.text.split(' ');
  const at = words.findIndex((word) => isAmount(word));
  if (words.length === 1 || at < 0 || !words.slice(at).every(isAmount)) return [item];
  const unit = (item.x1 - item.x0) / item.text.length;
  const texts = [...(at > 0 ? [words.slice(0, at).join(' ')] : []), ...words.slice(at)];
  let from = item.x0;
  return texts.map((text) => {
    const x0 = from;
    from += (text.length + 1) * unit;
    return { text, x0, x1: x0 + text.length * unit };
  });
}

/** An amount, or in a column of amounts any number: what must not be taken for another's. */
function isSum(item: PositionedItem, columns: readonly Column[]): boolean {
  return isAmount(item.text) || (isNumeric(item.text) && columns[columnOf(item, columns)]!.holdsAmounts);
}

function cellsOf(items: readonly PositionedItem[], columns: readonly Column[], isSure: boolean): string[] {
  const pieces = columns.map((): string[] => []);
  for (const item of items)
    pieces[columnOf(item, columns)]!.push(isSure || !isSum(item, columns) ? item.text : `?${item.text}`);
  return pieces.map((texts) => (texts.some((text) => isAmount(text)) ? texts.join(' / ') : joinWrapped(texts)));
}

/**
 * A row of a page without header whose columns are not those of the page before: its labels, and its numbers together in
 * the first place for amounts, where they are no amount.
 */
function spread(row: readonly string[], columns: readonly Column[]): string[] {
  const filled = row.filter((text) => text !== '');
  if (filled.length === 0) return [''];
  const numbers = filled.filter((text) => text.startsWith('?'));
  const labels = filled.filter((text) => !text.startsWith('?'));
  const first = columns.findIndex(({ holdsAmounts }) => holdsAmounts);
  const cells = columns.map(() => '');
  labels.forEach((text, at) => (cells[Math.min(at, Math.max(first - 1, 0))]! += text));
  if (first >= 0) cells[first] = numbers.join(' / ');
  return cells;
}
