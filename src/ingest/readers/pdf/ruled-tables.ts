import type { Rule } from './rules.ts';

/** A cell of a ruled table in points; it may span several rows and columns of the grid. */
export interface RuledCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** A table as its lines draw it. */
export interface RuledTable {
  /** Boundaries of the columns from left to right, one more than there are columns. */
  xs: number[];
  /** Boundaries of the rows from top to bottom. */
  ys: number[];
  rules: readonly Rule[];
}

/** Lines this near belong together, in points. */
const NEAR = 3;

/** The tables of a page: groups of lines that touch, with at least two in each direction. */
export function ruledTables(rules: readonly Rule[]): RuledTable[] {
  const tables: RuledTable[] = [];
  for (const group of touching(rules)) {
    const horizontal = group.filter(({ direction }) => direction === 'horizontal');
    const vertical = group.filter(({ direction }) => direction === 'vertical');
    if (horizontal.length < 2 || vertical.length < 2) continue;
    tables.push({
      xs: boundaries(vertical, horizontal),
      ys: boundaries(horizontal, vertical),
      rules: group,
    });
  }
  return tables.filter(({ xs, ys }) => xs.length >= 3 && ys.length >= 2).sort((a, b) => a.ys[0]! - b.ys[0]!);
}

function touching(rules: readonly Rule[]): Rule[][] {
  const group = rules.map((_, index) => index);
  const find = (index: number): number => {
    while (group[index] !== index) {
      group[index] = group[group[index]!]!;
      index = group[index]!;
    }
    return index;
  };
  for (const [h, across] of rules.entries()) {
    if (across.direction !== 'horizontal') continue;
    for (const [v, down] of rules.entries()) {
      if (down.direction !== 'vertical') continue;
      const meets =
        down.at >= across.from - NEAR &&
        down.at <= across.to + NEAR &&
        across.at >= down.from - NEAR &&
        across.at <= down.to + NEAR;
      if (meets) group[find(h)] = find(v);
    }
  }
  const groups = new Map<number, Rule[]>();
  for (const [index, rule] of rules.entries()) {
    const root = find(index);
    groups.set(root, [...(groups.get(root) ?? []), rule]);
  }
  return [...groups.values()];
}

/** A table open at its sides ends where the lines across it end. */
const OPEN_SIDE = 8;

function boundaries(own: readonly Rule[], across: readonly Rule[]): number[] {
  const found = clustered(own.map(({ at }) => at));
  const from = Math.min(...across.map((rule) => rule.from));
  const to = Math.max(...across.map((rule) => rule.to));
  if (from < found[0]! - OPEN_SIDE) found.unshift(from);
  if (to > found.at(-1)! + OPEN_SIDE) found.push(to);
  return found;
}

/** Positions as the middles of their clusters, ascending. */
export function clustered(positions: readonly number[]): number[] {
  const clusters: number[][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = clusters.at(-1);
    if (last && position - last.at(-1)! <= NEAR) last.push(position);
    else clusters.push([position]);
  }
  return clusters.map((cluster) => cluster.reduce((sum, position) => sum + position, 0) / cluster.length);
}

/** The cells of a table: fields of the grid that no line separates are one cell. */
export function cellsOf({ xs, ys, rules }: RuledTable): RuledCell[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const taken = new Set<number>();
  const cells: RuledCell[] = [];
  const closedRight = (row: number, column: number): boolean =>
    column + 1 >= columns || isDrawn(rules, 'vertical', xs[column + 1]!, ys[row]!, ys[row + 1]!);
  const closedBelow = (row: number, column: number): boolean =>
    row + 1 >= rows || isDrawn(rules, 'horizontal', ys[row + 1]!, xs[column]!, xs[column + 1]!);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue;
      let columnSpan = 1;
      while (!closedRight(row, column + columnSpan - 1) && !taken.has(row * columns + column + columnSpan))
        columnSpan += 1;
      let rowSpan = 1;
      const spans = Array.from({ length: columnSpan }, (_, at) => column + at);
      while (spans.every((at) => !closedBelow(row + rowSpan - 1, at))) rowSpan += 1;
      for (let down = row; down < row + rowSpan; down += 1) for (const at of spans) taken.add(down * columns + at);
      cells.push({ row, column, rowSpan, columnSpan });
    }
  }
  return cells;
}

/** True where a line covers most of that edge. */
function isDrawn(rules: readonly Rule[], direction: Rule['direction'], at: number, from: number, to: number): boolean {
  let covered = 0;
  for (const rule of rules) {
    if (rule.direction !== direction || Math.abs(rule.at - at) > NEAR) continue;
    covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  }
  return covered >= (to - from) * 0.6;
}
