import { Exact } from '../money/decimal.ts';
import type { Figure } from './disclosure.ts';

/** A figure and those that add up to it. */
export interface Sum {
  whole: Figure;
  parts: readonly Figure[];
}

/** One row of a table that has subjects: its code, and its amount in each column. */
export interface SubjectRow {
  code: string;
  amounts: Map<string, Figure>;
}

/** Whether the parts come to the whole within what rounding allows. Figures without an amount count as nothing. */
export function holds({ whole, parts }: Sum): boolean {
  const sum = parts.reduce((total, { amount }) => total.plus(amount ?? 0), new Exact(0));
  const tolerance = [whole, ...parts].reduce((total, { half_width }) => total.plus(half_width), new Exact(0));
  return !sum
    .minus(whole.amount ?? 0)
    .abs()
    .greaterThan(tolerance);
}

/** Whether it adds up nothing to nothing, which says nothing. */
export function isNothing({ whole, parts }: Sum): boolean {
  return [whole, ...parts].every(({ amount }) => amount === null || new Exact(amount).isZero());
}

/** Rows with a subject code, and the row that all of them add up to, in the order of the table. */
export function subjectRowsOf(figures: readonly Figure[]): SubjectRow[] {
  const rows = new Map<string, SubjectRow>();
  // In the general statements 支出总计 has the carry-over in it; the subjects add up to 本年支出合计.
  const whole = figures.some(({ row_code }) => row_code === 'expenditure') ? 'expenditure' : 'total';
  for (const figure of figures) {
    if (figure.row_code === null || figure.amount === null) continue;
    const isWhole = figure.row_code === whole && !(whole === 'expenditure' && figure.side === 'revenue');
    if (figure.level === null && !isWhole) continue;
    const key = `${figure.place.line} ${figure.row_code}`;
    const row = rows.get(key) ?? { code: isWhole ? 'total' : figure.row_code, amounts: new Map<string, Figure>() };
    row.amounts.set([figure.column_key, figure.fund, figure.fiscal_year].join(' '), figure);
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** The columns of these rows that hold money. */
export function columnsOf(rows: readonly SubjectRow[]): string[] {
  const money = (column: string): boolean => !/^(?:change|share|execution)_?(?:pct)? /.test(column);
  return [...new Set(rows.flatMap(({ amounts }) => [...amounts.keys()]))].filter(money);
}

/** Each subject that has parts, and the total, as the sum of them in every column; `moved` tells whose amounts a row has. */
export function subjectSums(
  rows: readonly SubjectRow[],
  columns: readonly string[],
  moved: (row: number) => number = (row) => row,
): Sum[] {
  const codes = new Set(rows.map(({ code }) => code));
  const amountAt = (row: number, column: string): Figure | undefined => rows[moved(row)]?.amounts.get(column);
  const parts = new Map<string, number[]>();
  for (const [index, { code }] of rows.entries()) {
    if (code === 'total') continue;
    const parent =
      code.length > 3 && codes.has(code.slice(0, -2)) ? code.slice(0, -2) : code.length === 3 ? 'total' : null;
    if (parent !== null) parts.set(parent, [...(parts.get(parent) ?? []), index]);
  }
  const sums: Sum[] = [];
  for (const [index, { code }] of rows.entries()) {
    const own = parts.get(code);
    if (!own) continue;
    for (const column of columns) {
      const whole = amountAt(index, column);
      const added = own.map((part) => amountAt(part, column)).filter((figure) => figure !== undefined);
      if (whole !== undefined && added.length > 0) sums.push({ whole, parts: added });
    }
  }
  return sums;
}
