import { product } from './matrix.ts';

/** A straight line drawn on a page: `at` is its y (horizontal) or x (vertical), from and to its ends. */
export interface Rule {
  direction: 'horizontal' | 'vertical';
  at: number;
  from: number;
  to: number;
}

/** The operators of pdf.js that drawing is made of, by their numbers. */
export interface Operators {
  save: number;
  restore: number;
  transform: number;
  formBegin: number;
  formEnd: number;
  path: number;
  strokes: readonly number[];
  fills: readonly number[];
  pictures: readonly number[];
  textMode: number;
}

/** Borders are often drawn as thin filled boxes; thicker ones are backgrounds, in points. */
const THIN = 3;
/** Shorter pieces are corners of borders, or dots. */
const SHORT = 4;

/**
 * The horizontal and vertical lines among what a page draws, pieces of one line joined. Borders of tables come cell by
 * cell, as strokes or as filled boxes, in any order.
 */
export function rulesOf(
  fnArray: readonly number[],
  argsArray: readonly unknown[],
  base: readonly number[],
  operators: Operators,
): Rule[] {
  const pieces: Rule[] = [];
  const stack: number[][] = [];
  let matrix = [...base];
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (operator === operators.save) stack.push(matrix);
    else if (operator === operators.restore) matrix = stack.pop() ?? [...base];
    else if (operator === operators.transform) matrix = product(matrix, args as number[]);
    else if (operator === operators.formBegin) {
      stack.push(matrix);
      const inner = (args as [number[] | null])[0];
      if (inner) matrix = product(matrix, inner);
    } else if (operator === operators.formEnd) matrix = stack.pop() ?? [...base];
    else if (operator === operators.path) {
      const [paint, [path]] = args as [number, [ArrayLike<number> | null]];
      if (!path) continue;
      if (operators.strokes.includes(paint)) pieces.push(...stroked(path, matrix));
      else if (operators.fills.includes(paint)) pieces.push(...filled(path, matrix));
    }
  }
  return joined(pieces);
}

type Point = readonly [x: number, y: number];

/** pdf.js's own codes of a path's parts, and how many numbers follow each. */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
const LENGTHS: Record<number, number> = { [MOVE]: 2, [LINE]: 2, 2: 6, 3: 4, [CLOSE]: 0 };

/** The straight lines of a path, by subpath; curves only move on. */
function* subpaths(path: ArrayLike<number>, matrix: readonly number[]): Generator<Point[]> {
  const [a, b, c, d, e, f] = matrix as [number, number, number, number, number, number];
  let points: Point[] = [];
  for (let at = 0; at < path.length;) {
    const code = path[at]!;
    const length = LENGTHS[code];
    if (length === undefined) break;
    if (code === MOVE && points.length > 0) {
      yield points;
      points = [];
    }
    if (code === CLOSE) {
      if (points.length > 0) points.push(points[0]!);
    } else {
      const x = path[at + length - 1]!;
      const y = path[at + length]!;
      points.push([a * x + c * y + e, b * x + d * y + f]);
    }
    at += length + 1;
  }
  if (points.length > 0) yield points;
}

function stroked(path: ArrayLike<number>, matrix: readonly number[]): Rule[] {
  const rules: Rule[] = [];
  for (const points of subpaths(path, matrix)) {
    for (let at = 1; at < points.length; at += 1) {
      const [x0, y0] = points[at - 1]!;
      const [x1, y1] = points[at]!;
      rules.push(...ruleOfBox(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)));
    }
  }
  return rules;
}

function filled(path: ArrayLike<number>, matrix: readonly number[]): Rule[] {
  const rules: Rule[] = [];
  for (const points of subpaths(path, matrix)) {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    rules.push(...ruleOfBox(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)));
  }
  return rules;
}

function ruleOfBox(x0: number, y0: number, x1: number, y1: number): Rule[] {
  const width = x1 - x0;
  const height = y1 - y0;
  if (height <= THIN && width >= SHORT) return [{ direction: 'horizontal', at: (y0 + y1) / 2, from: x0, to: x1 }];
  if (width <= THIN && height >= SHORT) return [{ direction: 'vertical', at: (x0 + x1) / 2, from: y0, to: y1 }];
  return [];
}

/** How far apart two pieces of one line may lie, across and along, in points. */
const ACROSS = 1.5;
const ALONG = 4;

function joined(pieces: readonly Rule[]): Rule[] {
  const rules: Rule[] = [];
  for (const direction of ['horizontal', 'vertical'] as const) {
    const own = pieces.filter((piece) => piece.direction === direction).sort((a, b) => a.at - b.at);
    for (let start = 0; start < own.length;) {
      let end = start + 1;
      while (end < own.length && own[end]!.at - own[end - 1]!.at <= ACROSS) end += 1;
      rules.push(...joinedAlong(own.slice(start, end)));
      start = end;
    }
  }
  return rules;
}

function joinedAlong(pieces: readonly Rule[]): Rule[] {
  const at = pieces.reduce((sum, piece) => sum + piece.at, 0) / pieces.length;
  const rules: Rule[] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const last = rules.at(-1);
    if (last && piece.from - last.to <= ALONG) last.to = Math.max(last.to, piece.to);
    else rules.push({ ...piece, at });
  }
  return rules;
}
