import type { Figure } from './disclosure.ts';
import { columnsOf, holds, isNothing, subjectRowsOf, subjectSums, type SubjectRow } from './statement-sums.ts';

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
  const rows = subjectRowsOf(figures);
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
    const others = subjectRowsOf(twin);
    const same = others.filter(({ code }) => own.has(code)).length;
    const sums = sumsOf(others, columnsOf(others));
    return same >= own.size * 0.8 && sums.checked >= LEAST_SUMS && sums.failed === 0;
  });
  return sound ? `${asRead.checked} 个小计有 ${asRead.failed} 个不等于下级之和，而另一张科目相同的表全部相等` : null;
}

interface Sums {
  checked: number;
  failed: number;
}

/** How many subjects that have parts differ from the sum of these by more than rounding, over all columns. */
function sumsOf(rows: readonly SubjectRow[], columns: readonly string[], moved?: (row: number) => number): Sums {
  const sums = subjectSums(rows, columns, moved).filter((sum) => !isNothing(sum));
  return { checked: sums.length, failed: sums.filter((sum) => !holds(sum)).length };
}

/** The row from which amounts stand one row too high or too low, where putting them back mends every sum. */
function shiftThatMends(
  rows: readonly SubjectRow[],
  columns: readonly string[],
  asRead: Sums,
): { from: string } | null {
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

function nameOf({ amounts }: SubjectRow): string {
  return [...amounts.values()][0]!.row_name;
}
