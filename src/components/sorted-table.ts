import type { TableCell, TableColumn } from './data-table.ts';

/** A table whose columns can be sorted; its rows come in the order that they first have. */
export interface SortedTableModel {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly {
    key: string;
    cells: readonly TableCell[];
    /** What each column is sorted by: numbers exact, not as shown; null stands last. */
    values: readonly (string | null)[];
    strong?: boolean;
  }[];
}
