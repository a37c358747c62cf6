import { type Column, isAmount } from './position-columns.ts';

/** How many lines of a row that is set on several lines may lie apart: its code, its name, its amounts. */
const NEAR = 2;
/** From so many such rows on, no blank of the table is known to be one. */
const MANY = 3;

/**
 * Rows with a "?" where a blank is not known to be one and an amount not known to be of its line: where rows are set on
 * several lines, an amount stands beside no name, or a code beside neither name nor amount.
 */
export function withDoubts(rows: ReadonlyArray<readonly string[]>, columns: readonly Column[]): string[][] {
  const result = rows.map((row) => [...row]);
  const filled = result.filter((row) => row.some((text) => text !== ''));
  const hasNames = filled.some((row) => isNamed(row, columns));
  const torn = filled.flatMap((row, at) =>
    hasNames && (isNameless(row, columns) || isBareCode(row, filled[at + 1], columns)) ? [at] : [],
  );
  for (const at of torn) {
    const row = filled[at]!;
    const near = torn.length >= MANY ? filled : filled.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    columns.forEach(({ holdsAmounts }, column) => {
      if (!holdsAmounts) return;
      for (const other of near) if (other[column] === '') other[column] = '?';
      if (isNameless(row, columns) && isAmount(row[column]!)) row[column] = `?${row[column]!}`;
    });
  }
  return result;
}

function isNamed(row: readonly string[], columns: readonly Column[]): boolean {
  return row.some((text, at) => text !== '' && !columns[at]!.holdsAmounts);
}

function isNameless(row: readonly string[], columns: readonly Column[]): boolean {
  return !isNamed(row, columns) && row.some(isAmount);
}

/** A code without name in some block of columns, and no amount beside it, here or on the next line. */
function isBareCode(row: readonly string[], next: readonly string[] | undefined, columns: readonly Column[]): boolean {
  let labels = '';
  return columns.some(({ holdsAmounts }, at) => {
    if (!holdsAmounts) labels = columns[at - 1]?.holdsAmounts ? (row[at] ?? '') : labels + (row[at] ?? '');
    return holdsAmounts && /^(?:\d{3}|\d{5}|\d{7})$/.test(labels) && row[at] === '' && !isAmount(next?.[at] ?? '');
  });
}
