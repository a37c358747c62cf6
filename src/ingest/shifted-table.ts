import { Exact } from '../money/decimal.ts';
import type { Figure } from './disclosure.ts';

/** One row of a table that has subjects: its code, and its amount in each column. */
interface Row {
  code: string;
  amounts: Map<string, Figure>;
}

/** Fewer sums than this say nothing about a table. */
const LEAST_SUMS = 3;
/** A table contradicts itself where this share of its sums fails. */
const MOST = 0.5;

/**
 * Why the figures of one statement must not be used, or null. A table whose amounts slipped by a row against their names
 * fails the sums of its subjects, and passes them all when the amounts are put back; or it fails most of them while another
 * statement with the same subjects (`twins`) passes its own. One wrong amount is no such table: it stays, to be checked.
 */
export function quarantineOf(figures: readonly Figure[], twins: ReadonlyArray<readonly Figure[]>): string | null {
  const rows = rowsOf(figures);
  const columns = columnsOf(rows);
  const asRead = sumsOf(rows, columns);
  // One wrong amount fails two sums at the most: that of its parts, and the one it is a part of.
  if (asRead.failed < LEAST_SUMS) return null;
  const shift = shiftThatMends(rows, columns, asRead);
  if (shift) {
    return `从“${shift.from}”起金额与名称错开了一行（照原样 ${asRead.checked} 个小计有 ${asRead.failed} 个不等于下级之和，移回一行后全部相等）`;
  }
  if (asRead.failed < asRead.checked * MOST) return null;
  const own = new Set(rows.map(({ code }) => code));
  const sound = twins.some((twin) => {
    const others = rowsOf(twin);
    const same = others.filter(({ code }) => own.has(code)).length;
    const sums = sumsOf(others, columnsOf(others));
    return same >= own.size * 0.8 && sums.checked >= LEAST_SUMS && sums.failed === 0;
  });
  return sound ? `${asRead.checked} 个小计有 ${asRead.failed} 个不等于下级之和，而另一张科目相同的表全部相等` : null;
}

/** Rows with a subject code, and the row that all of them add up to, in the order of the table. */
function rowsOf(figures: readonly Figure[]): Row[] {
  const rows = new Map<string, Row>();
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

function columnsOf(rows: readonly Row[]): string[] {
  const money = (column: string): boolean => !/^(?:change|share|execution)_?(?:pct)? /.test(column);
  return [...new Set(rows.flatMap(({ amounts }) => [...amounts.keys()]))].filter(money);
}

interface Sums {
  checked: number;
  failed: number;
}

/** How many subjects that have parts differ from the sum of these by more than rounding, over all columns. */
function sumsOf(rows: readonly Row[], columns: readonly string[], moved?: (row: number) => number): Sums {
  const codes = new Set(rows.map(({ code }) => code));
  const amountAt = (row: number, column: string): Figure | undefined =>
    rows[moved ? moved(row) : row]?.amounts.get(column);
  const parts = new Map<string, number[]>();
  for (const [index, { code }] of rows.entries()) {
    if (code === 'total') continue;
    const parent =
      code.length > 3 && codes.has(code.slice(0, -2)) ? code.slice(0, -2) : code.length === 3 ? 'total' : null;
    if (parent !== null) parts.set(parent, [...(parts.get(parent) ?? []), index]);
  }
  const sums = { checked: 0, failed: 0 };
  for (const [index, { code }] of rows.entries()) {
    const own = parts.get(code);
    if (!own) continue;
    for (const column of columns) {
      const whole = amountAt(index, column);
      const added = own.map((part) => amountAt(part, column)).filter((figure) => figure !== undefined);
      if (whole === undefined || added.length === 0) continue;
      const isNothing = [whole, ...added].every(({ amount }) => new Exact(amount!).isZero());
      if (isNothing) continue;
      const sum = added.reduce((total, { amount }) => total.plus(amount!), new Exact(0));
      const tolerance = [whole, ...added].reduce((total, { half_width }) => total.plus(half_width), new Exact(0));
      sums.checked += 1;
      if (sum.minus(whole.amount!).abs().greaterThan(tolerance)) sums.failed += 1;
    }
  }
  return sums;
}

/** The row from which amounts stand one row too high or too low, where putting them back mends every sum. */
function shiftThatMends(rows: readonly Row[], columns: readonly string[], asRead: Sums): { from: string } | null {
  for (const step of [1, -1]) {
    for (let from = 0; from < rows.length; from += 1) {
      // Where the table ends with its total, that row may have kept its amounts.
      for (const to of [rows.length, rows.length - 1]) {
        const mended = sumsOf(rows, columns, (row) => (row >= from && row < to ? row + step : row));
        const loses = asRead.checked - mended.checked;
        if (mended.failed === 0 && loses <= columns.length && mended.checked >= LEAST_SUMS)
          return { from: nameOf(rows[from]!) };
      }
    }
  }
  return null;
}

function nameOf({ amounts }: Row): string {
  return [...amounts.values()][0]!.row_name;
}
