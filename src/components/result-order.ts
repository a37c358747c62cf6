import { Exact } from '../money/decimal.ts';

/** A column of a result table. Numbers stand right-aligned; floats are numbers that are not exact. */
export interface ResultColumn {
  name: string;
  type: string;
  kind: 'number' | 'float' | 'text';
}

export interface Sorting {
  /** Position of the column. */
  column: number;
  descending: boolean;
}

/** What a column of that type holds. */
export function kindOf(type: string): ResultColumn['kind'] {
  if (/^(?:DECIMAL\(.*\)|U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT))$/.test(type)) return 'number';
  return type === 'DOUBLE' || type === 'FLOAT' ? 'float' : 'text';
}

/** Positions of the rows in the order of a column: numbers by their exact value, texts as in Chinese; NULL stays last. */
export function orderOf(
  rows: readonly (readonly (string | null)[])[],
  columns: readonly ResultColumn[],
  sorting: Sorting | null,
): number[] {
  const order = rows.map((_, position) => position);
  if (sorting === null) return order;
  const { column, descending } = sorting;
  const sign = descending ? -1 : 1;
  const compare = comparing(
    rows.map((row) => row[column] ?? null),
    columns[column]?.kind ?? 'text',
  );
  const isNull = (position: number) => (rows[position]![column] ?? null) === null;
  return order.sort((left, right) =>
    isNull(left) || isNull(right) ? Number(isNull(left)) - Number(isNull(right)) : sign * compare(left, right),
  );
}

function comparing(cells: readonly (string | null)[], kind: ResultColumn['kind']): (a: number, b: number) => number {
  if (kind === 'number') {
    const values = cells.map((cell) => new Exact(cell ?? '0'));
    return (left, right) => values[left]!.comparedTo(values[right]!);
  }
  if (kind === 'float') {
    const values = cells.map((cell) => Number(cell));
    // NaN and what is infinite come last among the floats.
    const rank = (value: number) => (Number.isFinite(value) ? value : Number.MAX_VALUE);
    return (left, right) => rank(values[left]!) - rank(values[right]!);
  }
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  return (left, right) => collator.compare(cells[left]!, cells[right]!);
}
