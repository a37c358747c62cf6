import { type Column, columnOf, type PositionedItem, type PositionedLine } from './position-columns.ts';
import { reach, reaches } from './position-reach.ts';

/** A heading over several columns. */
interface Span {
  first: number;
  last: number;
  text: string;
}

/**
 * Rows of cells for the lines above the first row of a table, one for each line. As in a table with merged cells, a heading
 * over several columns stands once, in the first of them, and a heading with none above it stands in the top row. The
 * pieces of a heading that wraps are one text. Lines that are not needed have no cell. `doubtful` are the columns whose
 * heading may be another's.
 */
export function headerCells(
  lines: readonly PositionedLine[],
  columns: readonly Column[],
  narrow: number,
): { cells: string[][]; doubtful: ReadonlySet<number> } {
  const spans: Span[] = [];
  const leaves = columns.map(() => '');
  const doubtful = new Set<number>();
  const placed = unwrapped(
    lines.map(({ items }) => items.flatMap((item) => apart(item, columns))),
    narrow,
  );
  placed.forEach((items, at) => {
    const below = placed.slice(at + 1).flat();
    const taken = new Set<number>();
    reaches(items, below, columns, narrow).forEach(({ first, last }, index) => {
      const { text } = items[index]!;
      const above = spans.find((span) => span.first === first && span.last === last);
      if (first === last) {
        // Two headings of one line over one column: one of them belongs to another.
        if (taken.has(first)) doubtful.add(first);
        taken.add(first);
        leaves[first]! += text;
      } else if (above) above.text += text;
      else spans.push({ first, last, text });
      if (isPerhapsOne(items[index]!, first, last, columns, narrow)) {
        for (let column = first; column <= last; column += 1) doubtful.add(column);
      }
    });
  });
  if (placed.flat().length > 0) for (const at of repeated(leaves, columns)) doubtful.add(at);
  const paths = columns.map(({ holdsAmounts }, at) => {
    const over = spans.filter(({ first, last }) => first <= at && last >= at);
    const texts = over.map((span) => (span.first === at ? span.text : ''));
    // A column of amounts without heading must not take over that of its neighbour.
    const leaf = leaves[at] === '' && holdsAmounts && over.length === 0 ? '？' : leaves[at]!;
    return leaf === '' ? texts : [...texts, leaf];
  });
  const filled = lines.flatMap(({ items }, at) => (items.length > 0 ? [at] : []));
  const depth = Math.min(Math.max(...paths.map((path) => path.length)), filled.length);
  const rows = Array.from({ length: depth }, (_, level) =>
    paths.map((path) => (level < depth - 1 ? (path[level] ?? '') : path.slice(level).join(''))),
  );
  const levels = new Map(filled.slice(filled.length - depth).map((at, level) => [at, rows[level]!]));
  return { cells: lines.map((_, at) => levels.get(at) ?? ['']), doubtful };
}

/** The pieces of headings that wrap put together, on the last of their lines: as wide as one another and right below. */
function unwrapped(lines: ReadonlyArray<readonly PositionedItem[]>, narrow: number): PositionedItem[][] {
  const result = lines.map((items) => items.map((item) => ({ ...item })));
  const filled = result.filter((items) => items.length > 0);
  const wraps = (above: PositionedItem, below: PositionedItem): boolean => {
    const [one, other] = [above.x1 - above.x0, below.x1 - below.x0];
    const off = Math.abs(above.x0 + above.x1 - below.x0 - below.x1) / 2;
    return off <= 1.5 * narrow && Math.max(one, other) <= 2.5 * Math.min(one, other);
  };
  filled.slice(1).forEach((items, at) => {
    for (const item of items) {
      const above = filled[at]!.findIndex((other) => wraps(other, item));
      if (above < 0) continue;
      const [piece] = filled[at]!.splice(above, 1);
      item.text = piece!.text + item.text;
      [item.x0, item.x1] = [Math.min(item.x0, piece!.x0), Math.max(item.x1, piece!.x1)];
    }
  });
  return result;
}

/** A heading over several columns of amounts that stands nearly as well over one, and may be the first piece of its own. */
function isPerhapsOne(
  item: PositionedItem,
  first: number,
  last: number,
  columns: readonly Column[],
  narrow: number,
): boolean {
  if (first === last || !columns.slice(first, last + 1).every(({ holdsAmounts }) => holdsAmounts)) return false;
  const center = (item.x0 + item.x1) / 2;
  const offOf = (from: Column, to: Column): number => Math.abs((from.x0 + to.x1) / 2 - center);
  const one = columns[columnOf(item, columns)]!;
  return offOf(one, one) <= offOf(columns[first]!, columns[last]!) + 2 * narrow;
}

/**
 * Columns of amounts side by side under the same words ("预算数", "决算数", "预算数" …): the headings above tell them apart, and
 * where those end is not certain without lines.
 */
function repeated(leaves: readonly string[], columns: readonly Column[]): number[] {
  let run: number[] = [];
  const runs = [run];
  columns.forEach(({ holdsAmounts }, at) => {
    if (holdsAmounts) run.push(at);
    else runs.push((run = []));
  });
  return runs.filter((each) => new Set(each.map((at) => leaves[at])).size < each.length).flat();
}

/**
 * The columns with those that only the header shows: all their cells are blank. A heading that stands between columns is
 * one of these unless it is the heading over several.
 */
export function withHeaderColumns(
  lines: readonly PositionedLine[],
  columns: readonly Column[],
  narrow: number,
): Column[] {
  const whole = unwrapped(
    lines.map(({ items }) => items),
    narrow,
  );
  const loose = whole.flatMap((items, at) => {
    const below = whole.slice(at + 1).flat();
    const spanned = reaches(items, below, columns, narrow);
    return items.filter(
      (item, index) =>
        spanned[index]!.first === spanned[index]!.last && !columns.some(({ x0, x1 }) => item.x0 < x1 && item.x1 > x0),
    );
  });
  const added: Column[] = [];
  for (const { x0, x1 } of loose.toSorted((a, b) => a.x0 - b.x0)) {
    const last = added.at(-1);
    if (last && x0 < last.x1) last.x1 = Math.max(last.x1, x1);
    else added.push({ x0, x1, holdsAmounts: true });
  }
  return [...columns, ...added].sort((a, b) => a.x0 - b.x0);
}

/** The words of an item that reaches over columns, where each stands over one of its own: they were set tightly. */
function apart(item: PositionedItem, columns: readonly Column[]): PositionedItem[] {
  const [from, to] = reach(item, columns);
  const words = item.text.split(' ');
  if (from === to || words.length !== to - from + 1 || words.some((word) => word.length < 2)) return [item];
  const unit = (item.x1 - item.x0) / item.text.length;
  let at = 0;
  return words.map((text) => {
    const x0 = item.x0 + at * unit;
    at += text.length + 1;
    return { text, x0, x1: x0 + text.length * unit };
  });
}
