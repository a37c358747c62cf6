import { Exact } from '../../money/decimal.ts';

/** Exact descending order; what is not known comes last. */
export function descending(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return new Exact(b).comparedTo(a);
}

export function byAmount(a: { amount: string | null }, b: { amount: string | null }): number {
  return descending(a.amount, b.amount);
}

interface TreeRow {
  subject_code: string;
  level: number;
  parent_code?: string | null;
  amount: string | null;
}

/** Subjects from most to least, each followed by its own children in the same order. */
export function inTreeOrder<Row extends TreeRow>(rows: readonly Row[]): Row[] {
  const codes = new Set(rows.map((row) => row.subject_code));
  const parentOf = (row: Row): string | null => {
    const parent = row.parent_code ?? null;
    return parent !== null && parent !== row.subject_code && codes.has(parent) ? parent : null;
  };
  const childrenOf = (parent: string | null): Row[] => rows.filter((row) => parentOf(row) === parent).sort(byAmount);
  const withChildren = (row: Row): Row[] => [row, ...childrenOf(row.subject_code).flatMap(withChildren)];
  return childrenOf(null).flatMap(withChildren);
}
