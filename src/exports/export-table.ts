/** Words, a number as exact decimal text, or nothing. */
export type ExportCell = string | { exact: string } | null;

/** A table to take away as a file. */
export interface ExportTable {
  /** Name of the sheet. */
  name: string;
  columns: readonly string[];
  rows: readonly (readonly ExportCell[])[];
}
