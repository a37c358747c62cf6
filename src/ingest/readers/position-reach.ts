import { borders, type Column, columnOf, type PositionedItem } from './position-columns.ts';

/** First and last column that an item stands over by a good part of its own length. */
export function reach(item: PositionedItem, columns: readonly Column[]): [number, number] {
  const edges = [-Infinity, ...borders(columns), Infinity];
  const over = columns.flatMap((column, at) => {
    const length = Math.min(item.x1, edges[at + 1]!) - Math.max(item.x0, edges[at]!);
    const within = Math.min(item.x1, column.x1) - Math.max(item.x0, column.x0);
    return length > 0.3 * (item.x1 - item.x0) || within > 0.6 * (column.x1 - column.x0) ? [at] : [];
  });
  const main = columnOf(item, columns);
  return over.length === 0 ? [main, main] : [over[0]!, over.at(-1)!];
}

/** A heading that leaves a column with headings of its own to nobody is as bad as one that is so far off, in digits. */
const UNCOVERED = 0.5;

/**
 * What the headings of one line stand over: each over the column below it, or over several that have headings of their own
 * further down ("决算数" over six). Of all ways to share the columns the one in which the headings are nearest to the middle
 * of what they stand over, and the fewest columns are left out.
 */
export function reaches(
  items: readonly PositionedItem[],
  below: readonly PositionedItem[],
  columns: readonly Column[],
  narrow: number,
): Array<{ first: number; last: number }> {
  const headed = columns.map((_, at) => below.some((other) => columnOf(other, columns) === at));
  const over = items.map((item): [number, number] => {
    const [from, to] = reach(item, columns);
    const main = columnOf(item, columns);
    return headed.slice(from, to + 1).every(Boolean) ? [from, to] : [main, main];
  });
  type Way = { cost: number; spans: Array<{ first: number; last: number }> };
  /** For each column the best way to place the headings so far left of it. */
  let cost = 0;
  let ways = columns.map((_, at) => {
    const way: Way = { cost, spans: [] };
    cost += headed[at] ? UNCOVERED * narrow : 0;
    return way;
  });
  ways.push({ cost, spans: [] });
  for (const [index, item] of items.entries()) {
    const [from, to] = over[index]!;
    const center = (item.x0 + item.x1) / 2;
    const next = ways.map((): Way => ({ cost: Infinity, spans: [] }));
    for (let first = 0; first <= from; first += 1) {
      for (let last = Math.max(first, to); last < columns.length; last += 1) {
        const own = first === from && last === to;
        if (!own && !headed.slice(first, last + 1).every(Boolean)) break;
        const off = Math.abs((columns[first]!.x0 + columns[last]!.x1) / 2 - center);
        const total = ways[first]!.cost + off;
        if (total < next[last + 1]!.cost)
          next[last + 1] = { cost: total, spans: [...ways[first]!.spans, { first, last }] };
      }
    }
    for (let at = 1; at < next.length; at += 1) {
      const passed = next[at - 1]!.cost + (headed[at - 1] ? UNCOVERED * narrow : 0);
      if (passed < next[at]!.cost) next[at] = { cost: passed, spans: next[at - 1]!.spans };
    }
    ways = next;
  }
  const best = ways.at(-1)!;
  // Headings that crowd each other have no such way: each stands over what is below it.
  if (best.spans.length < items.length) {
    return over.map(([first, last]) => ({ first, last }));
  }
  return best.spans;
}
