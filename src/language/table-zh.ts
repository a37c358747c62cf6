/** Strings of tables, in Chinese. */
export const tableZh = {
  sortBy: (column: string) => `按${column}排序`,
  filter: '筛选',
  shown: (shown: number, all: number) => `${shown} / ${all} 行`,
  none: '没有符合的行。',
};
