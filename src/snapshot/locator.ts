import type { Place } from '../ingest/disclosure.ts';

/** A place in one line for people: "公开05表…·行「公务接待费」·列「决算数」·第 12 页·第 300 行". */
export function locatorOf({ section, row, column, page, line }: Place): string {
  return [
    section,
    row === null ? '' : `行「${row}」`,
    column === null ? '' : `列「${column}」`,
    page === null ? '' : `第 ${page} 页`,
    `第 ${line} 行`,
  ]
    .filter((part) => part !== '')
    .join('·');
}
