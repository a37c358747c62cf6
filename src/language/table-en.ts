import type { tableZh } from './table-zh.ts';

/** Strings of tables, in English. */
export const tableEn: typeof tableZh = {
  sortBy: (column) => `Sort by ${column}`,
  filter: 'Filter',
  shown: (shown, all) => `${shown} of ${all} rows`,
  none: 'No row matches.',
};
