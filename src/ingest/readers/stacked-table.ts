import { chineseNumber, closeUp } from '../wording.ts';
import { groupsOf } from './stacked-groups.ts';
import type { StackedHeader } from './stacked-header.ts';
import { placedGroups } from './stacked-placing.ts';
import { headerLength, rowsBefore, rowsFrom, type StackedRow } from './stacked-rows.ts';

/** The cells of a table from one header to the next, blank ones too; the last of them is not blank. */
export interface StackedPart {
  /** Place of the first cell among those of the table. */
  from: number;
  texts: readonly string[];
  /** What follows: so many blank lines. Some of them may be cells. */
  trailing: number;
}

/** A row of the table, and the place of its first cell among those of the table. */
export interface PlacedRow {
  at: number;
  cells: readonly string[];
}

/**
 * How many blank lines behind a part are none of its cells, as this part by itself has it; null where it does not say. Where
 * several tables of a document agree, the last row of a part is known to be whole.
 */
export function gapBehind(part: StackedPart, header: StackedHeader): number | null {
  const start = headerLength(part.texts, header);
  return start === null || !keepsBlanks(part, start) ? null : gapOfWhole(part, start, header);
}

/** Whether the cells make whole rows from the header to the end, where the lines behind may be blank cells of the last. */
export function isWholeTable(part: StackedPart, header: StackedHeader): boolean {
  const start = headerLength(part.texts, header);
  return start !== null && gapOfWhole(part, start, header) !== null;
}

function gapOfWhole(part: StackedPart, start: number, header: StackedHeader): number | null {
  const end = part.texts.length;
  const { at, rows, isWhole } = rowsFrom(padded(part), start, header, (place) => place >= end);
  if (!isWhole || !isInOrder(rows, header)) return null;
  return rows.length > 0 && at <= end + part.trailing ? end + part.trailing - at : null;
}

/** The rows of a table, its header's not among them. `gaps` is what the document's tables say of gapBehind, by part. */
export function rowsOfTable(
  parts: readonly StackedPart[],
  header: StackedHeader,
  gaps: ReadonlyArray<number | null>,
): PlacedRow[] {
  const fitting = parts.map((part, at) => fittingRows(part, header, gaps[at] ?? null));
  const isKept = isInOrder(
    fitting.flatMap(({ before, after }) => [...before, ...after]),
    header,
  );
  if (!isKept || fitting.every(({ before, after }) => before.length + after.length === 0)) {
    const bodies = parts.map((part) => cellsBetween(part, placeOfBody(part, header), part.texts.length));
    return lostIn(bodies, header);
  }
  return parts.flatMap((part, index) => {
    const { before, after, rest } = fitting[index]!;
    const placed = (rows: readonly StackedRow[]): PlacedRow[] =>
      rows.map(({ from, cells }) => ({
        at: part.from + part.texts.findIndex((text, at) => at >= from && text !== ''),
        cells,
      }));
    return [...placed(before), ...lostIn([cellsBetween(part, ...rest)], header), ...placed(after)];
  });
}

interface FittingRows {
  before: readonly StackedRow[];
  after: readonly StackedRow[];
  /** What is left between them. */
  rest: readonly [from: number, to: number];
}

/** Rows that fit from the header on and from the end back. */
function fittingRows(part: StackedPart, header: StackedHeader, gap: number | null): FittingRows {
  const { texts, trailing } = part;
  const start = headerLength(texts, header);
  const hasBlanks = start !== null && (keepsBlanks(part, start) || (gap !== null && trailing > gap));
  if (!hasBlanks) {
    return { before: [], after: [], rest: [placeOfBody(part, header), texts.length] };
  }
  const cells = padded(part);
  const end = gap === null || gap > trailing ? null : texts.length + trailing - gap;
  const { rows: before, at, isWhole } = rowsFrom(cells, start, header, (place) => place === end);
  const after = isWhole || end === null ? [] : rowsBefore(cells, end, at, header);
  return { before, after, rest: isWhole ? [at, at] : [at, after[0]?.from ?? texts.length] };
}

interface PlacedCell {
  at: number;
  text: string;
}

function cellsBetween({ from, texts }: StackedPart, start: number, end: number): PlacedCell[] {
  return texts.flatMap((text, at) => (at >= start && at < end && text !== '' ? [{ at: from + at, text }] : []));
}

/** Rows of cells among which blank ones say nothing; numbers that begin a part belong to no row before it. */
function lostIn(bodies: ReadonlyArray<readonly PlacedCell[]>, header: StackedHeader): PlacedRow[] {
  const groups = bodies.flatMap((cells) =>
    groupsOf(
      cells.map(({ text }) => text),
      header,
    ).map((group) => ({ ...group, at: cells[group.from]!.at })),
  );
  const rows = placedGroups(groups, header);
  return groups.map(({ at }, index) => ({ at, cells: rows[index]! }));
}

function placeOfBody({ texts }: StackedPart, { length }: StackedHeader): number {
  let seen = 0;
  const at = texts.findIndex((text) => text !== '' && (seen += 1) > length);
  return at < 0 ? texts.length : at;
}

/** A blank cell among those of the rows, or rows that say nothing else: without any, the blanks are lost. */
function keepsBlanks({ texts }: StackedPart, start: number): boolean {
  return texts.slice(start).includes('') || texts.length <= start + 1;
}

function padded({ texts, trailing }: StackedPart): string[] {
  return [...texts, ...Array<string>(trailing).fill('')];
}

/** Whether the labels of each side go on as they are numbered: cells that moved by a whole side do not. */
function isInOrder(rows: readonly StackedRow[], { roles, blocks }: StackedHeader): boolean {
  if (blocks.length !== 2 || roles.includes('code') || roles.includes('part')) return true;
  return roles.every((role, column) => {
    if (role === 'amount') return true;
    const side = blocks[0]!.labels.includes(column) ? 0 : 1;
    let last = 0;
    return rows.every(({ cells }) => {
      const text = closeUp(cells[column]!);
      if (role === 'name' && isOfOtherSide(text, side)) return false;
      if (role === 'line_no' && text === '') return true;
      const numeral = /^([一二三四五六七八九十]{1,3})、/.exec(text)?.[1];
      const number = role === 'line_no' ? Number(text) : numeral ? chineseNumber(numeral) : null;
      if (number === null) return true;
      const isNext = last === 0 || (role === 'line_no' ? number > last : number === last + 1 || number === 1);
      last = number;
      return isNext;
    });
  });
}

function isOfOtherSide(text: string, side: 0 | 1): boolean {
  const [own, other] = side === 0 ? ['收入', '支出'] : ['支出', '收入'];
  return text.includes(other) && !text.includes(own) && !/结[转余]/.test(text);
}
