import { borders, type Column, columnOf, type PositionedItem, type PositionedLine } from './position-columns.ts';

/**
 * Rows of cells for the lines above the first row of a table, one for each line. A heading over several columns stands once,
 * in the first of them; a heading that wraps is one text, on the last of the lines.
 */
export function headerCells(lines: readonly PositionedLine[], columns: readonly Column[], narrow: number): string[][] {
  const blank = (): string[] => columns.map(() => '');
  const rows = lines.map(blank);
  const leaves = blank();
  const covered = columns.map(() => false);
  const placed = lines.map(({ items }) => items.flatMap((item) => apart(item, columns)));
  placed.forEach((items, at) => {
    const below = placed.slice(at + 1).flat();
    const own = items.map((item) => reach(item, columns));
    items.forEach((item, index) => {
      const [from, to] = own[index]!;
      const [first, last] = from < to ? [from, to] : widened(item, from, own, index, below, columns, narrow);
      if (first === last) leaves[first]! += item.text;
      else {
        rows[at]![first] = (rows[at]![first] ?? '') + item.text;
        for (let column = first; column <= last; column += 1) covered[column] = true;
      }
    });
  });
  // A column of amounts whose heading is not known must not take over that of its neighbour.
  columns.forEach(({ holdsAmounts }, at) => {
    if (leaves[at] === '' && holdsAmounts && !covered[at]) leaves[at] = '？';
  });
  if (rows.length > 0) rows.push(leaves);
  return folded(rows);
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
  const loose = lines.flatMap(({ items }, at) =>
    items.filter((item) => {
      if (columns.some(({ x0, x1 }) => item.x0 < x1 && item.x1 > x0)) return false;
      const below = lines.slice(at + 1).flatMap((line) => line.items);
      const column = columnOf(item, columns);
      const [left, right] = [column - 1, column, column + 1].flatMap((near) => {
        const [from, to] = widened(item, near, [], 0, below, columns, narrow);
        return from < to ? [from, to] : [];
      });
      return left === undefined || right === undefined;
    }),
  );
  const added: Column[] = [];
  for (const { x0, x1 } of loose.toSorted((a, b) => a.x0 - b.x0)) {
    const last = added.at(-1);
    if (last && x0 < last.x1) last.x1 = Math.max(last.x1, x1);
    else added.push({ x0, x1, holdsAmounts: true });
  }
  return [...columns, ...added].sort((a, b) => a.x0 - b.x0);
}

/** As many rows as lines again: the leaves go into the last line, and what stood there into the line above it. */
function folded(rows: string[][]): string[][] {
  const leaves = rows.pop();
  if (!leaves) return rows;
  const last = rows.length - 1;
  const blank = rows.findLastIndex((row) => row.every((cell) => cell === ''));
  if (blank >= 0) {
    const kept = rows.filter((_, at) => at !== blank);
    return [...kept.slice(0, blank), ...kept.slice(blank), leaves].slice(-rows.length);
  }
  // Every line has a heading over several columns: those of the last go on in front of the leaves.
  return rows.map((row, at) => (at < last ? row : leaves.map((leaf, column) => (row[column] ?? '') + leaf)));
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

/** First and last column that an item stands over by a good part of its own length. */
function reach(item: PositionedItem, columns: readonly Column[]): [number, number] {
  const edges = [-Infinity, ...borders(columns), Infinity];
  const over = columns.flatMap((column, at) => {
    const length = Math.min(item.x1, edges[at + 1]!) - Math.max(item.x0, edges[at]!);
    const within = Math.min(item.x1, column.x1) - Math.max(item.x0, column.x0);
    return length > 0.3 * (item.x1 - item.x0) || within > 0.6 * (column.x1 - column.x0) ? [at] : [];
  });
  const main = columnOf(item, columns);
  return over.length === 0 ? [main, main] : [over[0]!, over.at(-1)!];
}

/**
 * A short heading over the middle of several columns ("决算数" over six): the most columns around it that have headings of
 * their own below and whose middle is its own.
 */
function widened(
  item: PositionedItem,
  column: number,
  own: ReadonlyArray<readonly [number, number]>,
  index: number,
  below: readonly PositionedItem[],
  columns: readonly Column[],
  narrow: number,
): [number, number] {
  if (column < 0 || column >= columns.length) return [column, column];
  const headed = columns.map((_, at) => below.some((other) => columnOf(other, columns) === at));
  if (!headed[column]) return [column, column];
  let [lowest, highest] = [column, column];
  while (lowest > (own[index - 1]?.[1] ?? -1) + 1 && headed[lowest - 1]) lowest -= 1;
  while (highest < (own[index + 1]?.[0] ?? columns.length) - 1 && headed[highest + 1]) highest += 1;
  const center = (item.x0 + item.x1) / 2;
  let best: [number, number] = [column, column];
  for (let from = lowest; from <= column; from += 1) {
    for (let to = column; to <= highest; to += 1) {
      const off = Math.abs((columns[from]!.x0 + columns[to]!.x1) / 2 - center);
      if (to - from > best[1] - best[0] && off <= 3 * narrow) best = [from, to];
    }
  }
  return best;
}
