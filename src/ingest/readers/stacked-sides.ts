import { chineseNumber, closeUp, hasEnumerator, wordingOf } from '../wording.ts';
import type { StackedGroup } from './stacked-groups.ts';
import type { StackedHeader } from './stacked-header.ts';

/**
 * The block (0 left, 1 right) of each group of a table with 收入 and 支出 side by side whose blank cells are lost; null
 * where it is not certain that the label is of that side and that the numbers are the label's own.
 */
export function sidesOf(groups: readonly StackedGroup[], header: StackedHeader): Array<0 | 1 | null> {
  const [left, right] = header.blocks;
  if (!left || !right || header.blocks.length !== 2) return groups.map(() => null);
  if (header.roles.includes('line_no')) return byLineNumbers(groups);
  const isSided = /收入/.test(left.heading) && /支出/.test(right.heading);
  return isSided ? byOrder(groups) : groups.map(() => null);
}

/** The lines are numbered down the left side and then down the right: 1, 31, 2, 32 in the order of the text. */
function byLineNumbers(groups: readonly StackedGroup[]): Array<0 | 1 | null> {
  const numbers = groups.map(({ lineNo }) => (lineNo === '' ? null : Number(lineNo)));
  const counts = new Map<number, number>();
  numbers.forEach((number, at) => {
    const next = numbers[at + 1];
    if (number === null || next === null || next === undefined || next <= number) return;
    counts.set(next - number, (counts.get(next - number) ?? 0) + 1);
  });
  const height = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  if (height === undefined || height < 2) return groups.map(() => null);
  const isRow = (at: number): boolean => {
    const number = numbers[at] ?? null;
    return number !== null && number <= height && numbers[at + 1] === number + height;
  };
  const isEnd = (at: number): boolean => at === groups.length || isRow(at);
  const isStart = (at: number): boolean =>
    at === 0 ? numbers[0] === 1 : isRow(at - 2) && numbers[at - 2]! < numbers[at]!;
  return groups.map((_, at) => {
    // Both neighbours: a line lost on either side would leave its numbers to this one.
    if (isRow(at)) return isStart(at) ? 0 : null;
    return isRow(at - 1) && isEnd(at + 1) ? 1 : null;
  });
}

/** Row by row, the left label before the right one, each side numbered 一, 二, 三 from its top, then the totals. */
function byOrder(groups: readonly StackedGroup[]): Array<0 | 1 | null> {
  const numbers = groups.map(({ name }) => numberOf(name));
  const sides = groups.map(({ name }) => sideOfWords(name));
  groups.forEach(({ name }, at) => {
    if (sides[at] !== null) return;
    const before = groups.slice(0, at).findLastIndex((_, place) => sides[place] === 1);
    const isBetween = sides[at + 1] === 1 && numbers[at + 1] !== null && before === (at === 0 ? -1 : at - 1);
    if (isBetween && numbers[at + 1] === (before < 0 ? 1 : (numbers[before] ?? -1) + 1)) sides[at] = 0;
    const twins = groups.flatMap((each, place) => (wordingOf(each.name) === wordingOf(name) ? [place] : []));
    if (twins.length === 2 && twins[1] === twins[0]! + 1 && name !== '') sides[at] = at === twins[0] ? 0 : 1;
  });
  const certain = [0, 1].map((side) => {
    const own = groups.flatMap((_, at) => (sides[at] === side && isHeading(groups[at]!.name) ? [at] : []));
    return own.every((at, place) => numbers[at] === place + 1) ? own : null;
  });
  const [lefts, rights] = certain;
  // A gap says that a label is lost: its numbers stand behind some other one.
  if (!lefts || !rights) return groups.map(() => null);
  return groups.map(({ name }, at) => {
    const side = sides[at] ?? null;
    if (side === null) return null;
    if (numbers[at] !== null) {
      const place = (side === 0 ? lefts : rights).indexOf(at);
      if (place < 0) return null;
      if (side === 0) return at + 1 === (rights[place] ?? lefts[place + 1] ?? -1) ? 0 : null;
      // Behind the last label of a side one more may have been lost.
      const next = lefts[place + 1] ?? (place + 1 === lefts.length ? undefined : rights[place + 1]);
      const follows = next ?? (place + 1 > lefts.length ? rights[place + 1] : undefined);
      return follows === at + 1 ? 1 : null;
    }
    const other = side === 0 ? at + 1 : at - 1;
    const isPaired = sides[other] === 1 - side && numbers[other] === null && !hasEnumerator(groups[other]?.name ?? '');
    return isPaired && !hasEnumerator(name) ? side : null;
  });
}

function isHeading(name: string): boolean {
  return numberOf(name) !== null;
}

/** 3 of "三、其他收入". */
function numberOf(name: string): number | null {
  const numeral = /^([一二三四五六七八九十]{1,3})、/.exec(closeUp(name))?.[1];
  return numeral === undefined ? null : chineseNumber(numeral);
}

function sideOfWords(name: string): 0 | 1 | null {
  const words = wordingOf(name);
  if (/年初|上年结[转余]|^(?:使用|动用)/.test(words)) return 0;
  if (/年末|结转下年|结余分配/.test(words)) return 1;
  const [revenue, expenditure] = [/收入/.test(words), /支出/.test(words)];
  return revenue === expenditure ? null : revenue ? 0 : 1;
}
