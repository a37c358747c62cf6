import type { FigureMark } from './figure-mark.ts';
import type { LinkTo } from './link-to.ts';

/**
 * A cell: words, or a number that opens its source, or a number that is not known. `exact` is what the text is written
 * from, in the unit of the exact numbers of its column: files to take away hold it.
 */
export type TableCell =
  | { kind: 'text'; text: string; strong?: boolean; indent?: number; link?: LinkTo; exact?: string }
  | { kind: 'number'; text: string; exact?: string; onopen: () => void; implied?: boolean; mark?: FigureMark | null }
  | { kind: 'none'; text: string };

/**
 * What to put, unseen, behind each number so that the decimal points of a column stand under each other: digits for
 * those that others have more of.
 */
export function paddings(texts: readonly (string | null)[]): string[] {
  const fractions = texts.map((text) => /\.\d+/.exec(text ?? '')?.[0] ?? '');
  const longest = fractions.reduce((found, fraction) => (fraction.length > found.length ? fraction : found), '');
  return fractions.map((fraction) => longest.slice(fraction.length));
}

/** 万元, %, percentage points, 元, things counted, points of a score, a place in an order. */
export type ExactUnit = 'wan' | 'percent' | 'points' | 'yuan' | 'count' | 'score' | 'rank';

export interface TableColumn {
  title: string;
  kind: 'text' | 'number';
  /** Unit of the exact numbers, whatever unit the texts are in. */
  unit?: ExactUnit;
}

/** A table that its reader sorts and filters; its rows come in the order that they first have. */
export interface TableModel {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly {
    key: string;
    cells: readonly TableCell[];
    /** What each column is sorted by, numbers exact; null stands last. Left out: what is shown. */
    values?: readonly (string | null)[];
    strong?: boolean;
  }[];
}
