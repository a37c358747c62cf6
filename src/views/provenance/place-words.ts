import type { SidePlace } from '../../components/figure-source.ts';

/** The places that a stored locator lists. */
export function locatorsOf(locator: string | null): string[] {
  if (locator === null || locator === '') return [];
  // A name of a row can have a semicolon too; each place ends with its line.
  return locator.replace(/(第 \d+ 行)；/g, '$1\n').split('\n');
}

/** The place of the whole row that a place with a column is in. */
export function rowOf(locator: string): string {
  return locator.replace(/·列「.*」·第 /s, '·第 ');
}

const PLACE = /^(?:(.+?)·)??(?:行「(.*?)」·)?(?:列「(.*?)」·)?(?:第 (\d+) 页·)?第 (\d+) 行$/s;

/**
 * A stored place (as locatorOf writes it) in its parts; words that are none as they are. What has pages is found by its
 * page: its line is one of the text as read.
 */
export function placeOf(locator: string): SidePlace {
  const [, statement, row, column, page, line] = PLACE.exec(locator) ?? [];
  if (line === undefined) return locator;
  return {
    statement: statement ?? null,
    row: row ?? null,
    column: column ?? null,
    page: page ?? null,
    line: page === undefined ? line : null,
  };
}
