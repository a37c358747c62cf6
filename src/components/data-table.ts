/** A cell: words, or a number that opens its source, or a number that is not known. */
export type TableCell =
  | { kind: 'text'; text: string; strong?: boolean; indent?: number }
  | { kind: 'number'; text: string; onopen: () => void; implied?: boolean }
  | { kind: 'none'; text: string };

export interface TableColumn {
  title: string;
  kind: 'text' | 'number';
}

export interface TableModel {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly { key: string; cells: readonly TableCell[]; strong?: boolean }[];
}
