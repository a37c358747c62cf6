import { expect } from 'vitest';
import type { TableModel } from '../../src/components/data-table.ts';

/** Every number of a table has an exact value behind it, which its text is written from, and its column has a unit. */
export function expectExactNumbers({ columns, rows }: Pick<TableModel, 'columns' | 'rows'>): void {
  expect(rows.length).toBeGreaterThan(0);
  for (const { cells } of rows)
    for (const [at, cell] of cells.entries()) {
      if (cell.kind !== 'number') continue;
      expect(cell.exact, `${columns[at]!.title} ${cell.text}`).toMatch(/^-?\d+(\.\d+)?$/);
      expect(columns[at]!.unit, columns[at]!.title).toBeDefined();
    }
}
