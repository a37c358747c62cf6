import { clustered, type RuledTable } from './ruled-tables.ts';

/** The tables of one page from top to bottom. */
export interface PageTables {
  tables: RuledTable[];
  /** Text above the first table, and below the last one; page numbers and running heads not counted. */
  hasTextAbove: boolean;
  hasTextBelow: boolean;
}

/** How far the sides of a table may move from one page to the next, in points. */
const SHIFT = 6;

/**
 * Tables in reading order, those that are parts of one over several pages together. The parts get the same columns: a
 * page that repeats no header has not all the lines that divide it. Changes the columns in place.
 */
export function continuedTables(pages: readonly PageTables[]): RuledTable[][] {
  const whole: RuledTable[][] = [];
  let open: RuledTable[] | null = null;
  for (const { tables, hasTextAbove, hasTextBelow } of pages) {
    for (const [index, table] of tables.entries()) {
      const goesOn: boolean = index === 0 && !hasTextAbove && open !== null && isSameWidth(open.at(-1)!, table);
      if (goesOn) open!.push(table);
      else whole.push((open = [table]));
    }
    if (tables.length === 0 || hasTextBelow) open = null;
  }
  for (const parts of whole.filter(({ length }) => length > 1)) {
    const xs = clustered(parts.flatMap((table) => table.xs));
    for (const table of parts) table.xs = xs;
  }
  return whole;
}

function isSameWidth(above: RuledTable, below: RuledTable): boolean {
  return Math.abs(above.xs[0]! - below.xs[0]!) <= SHIFT && Math.abs(above.xs.at(-1)! - below.xs.at(-1)!) <= SHIFT;
}
