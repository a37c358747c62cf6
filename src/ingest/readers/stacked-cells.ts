import type { Line } from '../part.ts';
import { closeUp, hasEnumerator, wordingOf } from '../wording.ts';
import { pageNumberLines } from './stacked-pages.ts';
import { headerOf, isNumberCell, type StackedHeader } from './stacked-header.ts';
import { gapBehind, isWholeTable, rowsOfTable, type StackedPart } from './stacked-table.ts';

/** How many lines with text may stand between the title of a table and its header. */
const NEAR = 8;

/** A table whose cells are lines: `places` are those of its cells among the lines of the document. */
interface Stack {
  from: number;
  to: number;
  parts: readonly StackedPart[];
  places: readonly number[];
  header: StackedHeader;
  /** Lines a cell takes: 2 where an empty one stands between any two cells. */
  step: 1 | 2;
}

/**
 * Lines of a text in which every cell of a table stands on a line of its own, as it was copied from a page: those tables as
 * rows of cells, everything else as it was. Only what is certain is a row: see rowsOfTable.
 */
export function withStackedTables(lines: readonly Line[]): Line[] {
  const stacks = stacksOf(lines);
  const votes = stacks.flatMap(({ parts, header, step }) =>
    parts.map((part, at) => ({ kind: kindOf(parts, at, step), gap: gapBehind(part, header) })),
  );
  const gapOf = (kind: string): number | null =>
    agreed(votes.flatMap((vote) => (vote.kind === kind ? [vote.gap] : [])));
  const result: Line[] = [];
  let at = 0;
  for (const stack of stacks) {
    const gaps = stack.parts.map((_, part) => gapOf(kindOf(stack.parts, part, stack.step)));
    result.push(...lines.slice(at, stack.from), ...rowsOfStack(lines, stack, gaps));
    at = stack.to;
  }
  return [...result, ...lines.slice(at)];
}

/** Behind a table there may be other blank lines than before its header is repeated. */
function kindOf(parts: readonly StackedPart[], at: number, step: 1 | 2): string {
  return `${step} ${at === parts.length - 1 ? 'end' : 'break'}`;
}

/** What most of several say. */
function agreed(gaps: ReadonlyArray<number | null>): number | null {
  const counts = new Map<number, number>();
  for (const gap of gaps) if (gap !== null) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  const [most, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most && most[1] >= 2 && most[1] > (second?.[1] ?? 0) ? most[0] : null;
}

function stacksOf(lines: readonly Line[]): Stack[] {
  const pages = pageNumberLines(lines);
  const stacks: Stack[] = [];
  let at = 0;
  while (at < lines.length) {
    const stack = mayBegin(lines, at) ? stackAt(lines, at, pages) : null;
    if (stack) stacks.push(stack);
    at = stack ? stack.to : at + 1;
  }
  return stacks;
}

const HEADING =
  /(?:收入|支出|合计|小计|决算数?|预算数?|编码|代码|名称|分类|金额|经费|费|拨款|结[转余])$|^项目|^[行栏]次$|^[类款项]$|^\d/;

/** A heading under the title of a table. */
function mayBegin(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  if (line.cells.length !== 1 || line.text === '' || line.text.length > 30 || ends(line)) return false;
  if (!/^(?:本年|财政拨款)?收入$|项目|预算数|决算数|合计|编码$|代码$|经济分类$|三公/.test(wordingOf(line.text)))
    return false;
  let seen = 0;
  for (let before = at - 1; before >= 0 && seen < NEAR; before -= 1) {
    const { text, cells } = lines[before]!;
    if (cells.length > 1) return false;
    if (text === '') continue;
    // Behind another heading it is not the first: what stands before it is lost.
    if (seen === 0 && HEADING.test(wordingOf(text))) return false;
    seen += 1;
    if (/表(?:[(（].*[)）])?$/.test(closeUp(text)) && closeUp(text).length >= 4) return true;
  }
  return false;
}

/** What no cell of a statement is: a sentence, a note, a title, a caption, a heading of the text. */
function ends(line: Line): boolean {
  const text = closeUp(line.text);
  return (
    line.cells.length > 1 ||
    text.length > 45 ||
    /[。；？！]/.test(text) ||
    /^(?:注|说明|备注|附注)\d*[:：]|^公开\d+表|^[(（]?公开|(?:单位|部门|日期)[:：]/.test(text) ||
    /.{3,}表(?:[(（].*[)）])?$/.test(text) ||
    /^第.{1,3}部分|^\d{4}年(?:度?|.*[^数])$|^附(?:件|表)|^目录$/.test(text) ||
    (hasEnumerator(text) && /(?:说明|情况)$/.test(text))
  );
}

function stackAt(lines: readonly Line[], from: number, pages: ReadonlySet<number>): Stack | null {
  let to = from;
  while (to < lines.length && !ends(lines[to]!)) to += 1;
  const places = lines.slice(from, to).flatMap((_, at) => (pages.has(from + at) ? [] : [from + at]));
  const stack = stackOf(lines, places);
  if (!stack || isSettled(stack)) return stack;
  // The blank lines around the end of a page may be none of the cells.
  const inside = stackOf(
    lines,
    places.filter((at) => lines[at]!.text !== '' || !isAtPageEnd(lines, at, pages)),
  );
  return inside && isSettled(inside) ? inside : stack;
}

function isSettled({ parts, header }: Stack): boolean {
  return parts.every((part) => isWholeTable(part, header));
}

/** Whether only blank lines part the line from a page's number or the next page. */
function isAtPageEnd(lines: readonly Line[], at: number, pages: ReadonlySet<number>): boolean {
  const before = lines.findLastIndex(({ text }, place) => place < at && text !== '');
  const after = lines.findIndex(({ text }, place) => place > at && text !== '');
  if (before < 0 || after < 0) return false;
  return pages.has(before) || pages.has(after) || lines[before]!.page !== lines[after]!.page;
}

function stackOf(lines: readonly Line[], places: readonly number[]): Stack | null {
  const last = places.findLastIndex((at) => lines[at]!.text !== '');
  const isDoubled =
    last >= 4 &&
    last % 2 === 0 &&
    places.slice(0, last).every((at, index) => index % 2 === 0 || lines[at]!.text === '');
  const step = isDoubled ? 2 : 1;
  const own = places.slice(0, last + 1).filter((_, index) => index % step === 0);
  const texts = own.map((at) => lines[at]!.text);
  const header = headerOf(texts.filter((text) => text !== ''));
  if (!header) return null;
  const trailing = Math.floor((places.length - last - 1) / step);
  const built = (end: number, rest: number): Stack => ({
    from: places[0]!,
    to: own[end - 1]! + 1,
    parts: partsOf(texts.slice(0, end), rest, header),
    places: own.slice(0, end),
    header,
    step,
  });
  const whole = built(texts.length, trailing);
  if (isSettled(whole)) return whole;
  // Words behind the last number belong to the text, unless the number is their code.
  const number = texts.findLastIndex(isNumberCell);
  if (number < header.length) return null;
  const behind = (at: number): number => texts.findIndex((text, place) => place > at && text !== '');
  const hasCodes = header.roles.some((role) => role === 'code' || role === 'part');
  const isOfWords = hasCodes && /^\d{2,7}$/.test(texts[number]!) && behind(number) >= 0;
  const end = (isOfWords ? behind(number) : number) + 1;
  const next = behind(end - 1);
  return built(end, next < 0 ? trailing : next - end);
}

/** A table parted where its header is repeated; every part begins with the header. */
function partsOf(texts: readonly string[], trailing: number, header: StackedHeader): StackedPart[] {
  const filled = texts.flatMap((text, at) => (text === '' ? [] : [at]));
  const head = filled.slice(0, header.length).map((at) => texts[at]!);
  const starts = filled.filter((_, index) => head.every((text, at) => texts[filled[index + at] ?? -1] === text));
  return starts.map((from, index) => {
    const to = starts[index + 1];
    if (to === undefined) return { from, texts: texts.slice(from), trailing };
    const end = texts.findLastIndex((text, at) => at < to && text !== '') + 1;
    return { from, texts: texts.slice(from, end), trailing: to - end };
  });
}

function rowsOfStack(
  lines: readonly Line[],
  { parts, places, header }: Stack,
  gaps: ReadonlyArray<number | null>,
): Line[] {
  const filled = places.filter((at) => lines[at]!.text !== '');
  const rowAt = (at: number, row: readonly string[]): Line => ({
    number: lines[at]!.number,
    page: lines[at]!.page,
    text: row.join('\t').trim(),
    cells: row,
    isRebuilt: true,
  });
  let seen = 0;
  const heads = [...header.levels, ...(header.numbers ? [header.numbers] : [])].map((row) => {
    const line = rowAt(filled[seen]!, row);
    seen += row.filter((text) => text !== '').length;
    return line;
  });
  return [...heads, ...rowsOfTable(parts, header, gaps).map(({ at, cells }) => rowAt(places[at]!, cells))];
}
