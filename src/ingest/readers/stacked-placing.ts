import { isDash } from '../../money/parse.ts';
import { hasEnumerator } from '../wording.ts';
import type { StackedGroup } from './stacked-groups.ts';
import { isCode, type StackedHeader } from './stacked-header.ts';
import { isTotal } from './stacked-rows.ts';
import { sidesOf } from './stacked-sides.ts';

/**
 * Rows of a table whose blank cells are lost, one a group: a group with a number for every column of its block has them in
 * their columns. All other numbers are delivered with a "?" in front, and a "?" stands where a blank is not known to be one.
 */
export function placedGroups(groups: readonly StackedGroup[], header: StackedHeader): string[][] {
  const blocks = blocksOf(groups, header);
  const size = (at: number): number => header.blocks[blocks[at] ?? 0]!.amounts.length;
  const placed = groups.filter((_, at) => blocks[at] !== null);
  const over = groups.filter(({ amounts }, at) => blocks[at] !== null && amounts.length > size(at)).length;
  const even = groups.filter(({ amounts }, at) => blocks[at] !== null && amounts.length === size(at)).length;
  const losesBlanks = groups.some(({ amounts, name }, at) => name !== '' && amounts.length < size(at));
  const showsZero = placed.some(({ amounts }) => amounts.some(isNothing));
  // More numbers than headings in more than one row: a heading is lost.
  const codes = new Set(groups.flatMap((group) => (group.codes[0] ? [group.codes[0].slice(0, 3)] : [])));
  const showsPoints = placed.some(({ amounts }) => amounts.some((text) => /[.,]\d/.test(text)));
  // The code of a row whose name is lost.
  const isStray = (text: string): boolean =>
    codes.size > 0 && (/^0\d/.test(text) || (isCode(text) && (showsPoints || codes.has(text.slice(0, 3)))));
  const isSound = over <= 1 && over < Math.max(even, 1);
  return groups.map((group, at) => {
    const block = blocks[at] ?? null;
    const isWhole = isSound && block !== null && group.amounts.length === size(at);
    const repeats = group.amounts.some((text, place) => place > 0 && text === group.amounts[place - 1]);
    // One number twice over may stand for itself and the blank beside it.
    const isCertain =
      isWhole &&
      (!repeats || (showsZero && !losesBlanks)) &&
      !isOfLabel(group, groups[at + 1]) &&
      !group.amounts.some(isStray);
    return rowOf(group, header, block ?? 0, isCertain);
  });
}

/** The number of the line twice over, or the next code: neither is an amount. */
function isOfLabel({ amounts, lineNo }: StackedGroup, next: StackedGroup | undefined): boolean {
  if (amounts.length === 0) return false;
  return (lineNo !== '' && amounts[0] === lineNo) || amounts.at(-1) === next?.codes[0];
}

/** The block of each group, or null where the group may be another's. */
function blocksOf(groups: readonly StackedGroup[], header: StackedHeader): Array<number | null> {
  const { blocks, roles } = header;
  if (blocks.every(({ labels }) => labels.length === 0)) {
    return groups.map(({ name }) => (name === '' ? 0 : null));
  }
  if (!roles.some((role) => role === 'code' || role === 'part')) {
    if (blocks.length > 1) return sidesOf(groups, header).map((side, at) => (groups[at]!.name === '' ? null : side));
    return byItems(groups, header);
  }
  const codes = groups.map((group) => group.codes.map((part) => part.padStart(2, '0')).join(''));
  const seen = new Set<string>();
  const levels = new Set(codes.map((code) => code.length));
  return groups.map(({ name }, at) => {
    const code = codes[at]!;
    const parent = code.slice(0, -2);
    const isKnown = code.length === 3 || !levels.has(parent.length) || seen.has(parent);
    seen.add(code);
    if (name === '') return null;
    if (code === '') return isTotal(name) ? 0 : null;
    if (blocks.length > 1) return isKnown ? 0 : null;
    const before = codes.slice(0, at).findLast((each) => each !== '');
    const after = codes.slice(at + 1).find((each) => each !== '');
    return isKnown && (before ?? '') < code && (after === undefined || code < after) ? 0 : null;
  });
}

/** Items in their order: numbered lines, or "1.", "2.", "（1）" without a gap. */
function byItems(groups: readonly StackedGroup[], header: StackedHeader): Array<0 | null> {
  if (header.roles.includes('line_no')) {
    const numbers = groups.map(({ lineNo }) => (lineNo === '' ? NaN : Number(lineNo)));
    return groups.map(({ name }, at) => {
      const isFirst = at === 0 || numbers[at - 1] === numbers[at]! - 1;
      const isLast = at === groups.length - 1 || numbers[at + 1] === numbers[at]! + 1;
      return name !== '' && isFirst && isLast && !Number.isNaN(numbers[at]!) ? 0 : null;
    });
  }
  return hasGap(groups.map(({ name }) => name)) ? groups.map(() => null) : groups.map(({ name }) => (name ? 0 : null));
}

/** Whether enumerators of one kind leave one out, or a list of a deeper kind has one item only. */
function hasGap(names: readonly string[]): boolean {
  const open = new Map<string, number>();
  for (const name of names) {
    const found = /^[(（]?([一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]/.exec(name);
    if (!found || !hasEnumerator(name)) continue;
    const number = /\d/.test(found[1]!) ? Number(found[1]) : NUMERALS.indexOf(found[1]!) + 1;
    const kind = found[0].replace(found[1]!, /\d/.test(found[1]!) ? '1' : '一');
    const before = open.get(kind) ?? 0;
    if (number !== before + 1 && number !== 1) return true;
    if (before === 1 && number === 1) return true;
    open.set(kind, number);
  }
  return [...open].some(([kind, last]) => /^[(（]/.test(kind) && last === 1);
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];

function isNothing(text: string): boolean {
  return isDash(text) || /^0(?:\.0+)?$/.test(text);
}

function rowOf(group: StackedGroup, header: StackedHeader, block: number, isCertain: boolean): string[] {
  const { roles } = header;
  const { labels, amounts } = header.blocks[block]!;
  const row = roles.map(() => '');
  const codes = [...group.codes];
  for (const at of labels) {
    if (roles[at] === 'line_no') row[at] = group.lineNo;
    else if (roles[at] === 'name') row[at] = group.name;
    else row[at] = codes.shift() ?? '';
  }
  if (!labels.some((at) => roles[at] === 'name') && group.name !== '') row[labels[0] ?? 0] = group.name;
  const numbers = isCertain ? [...group.amounts] : group.amounts.map((text) => `?${text}`);
  const last = amounts.length - 1;
  const cells = [...numbers.slice(0, last), numbers.slice(last).join(' / ')];
  if (!isCertain && group.amounts.length === 0) cells[0] = '?';
  amounts.forEach((at, place) => (row[at] = cells[place] ?? ''));
  return row;
}
