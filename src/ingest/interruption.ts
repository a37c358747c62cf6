import type { Disclosure, UnplacedNumber } from './disclosure.ts';
import type { Line, Part } from './part.ts';
import { isNumber } from './statement-alignment.ts';
import type { StatementTable } from './statement-table.ts';
import { STATEMENTS } from './statement-title.ts';
import { wordingOf } from './wording.ts';

const INTERRUPTED = '文件在这张表中间结束，这一行可能不完整，其后的行没有读到';

/** Statements whose last row is their total: without it the table is not whole. */
const CLOSED_BY_TOTAL: readonly string[] = ['income_expenditure', 'fiscal_appropriation'];

/**
 * The table in which a document breaks off: its last line is a row of a statement, and the row lacks cells, the table lacks
 * its total, or statements and explanation that should follow are not there. Null for a document that ends properly.
 */
export function interruptedTable(
  tables: readonly StatementTable[],
  parts: readonly Part[],
): { table: StatementTable; last: Line } | null {
  const last = parts.at(-1)?.lines.findLast((line) => line.text !== '');
  const table = tables.find(({ part }) => part === parts.at(-1));
  if (!last || !table?.grid || last.cells.length < 2) return null;
  const { header, body, width } = table.grid;
  const others = body.filter((line) => line.number !== last.number && line.cells.length > 1);
  const raw = (line: Line): number => table.part.lines.find(({ number }) => number === line.number)!.cells.length;
  const isShort = last.cells.length < width && others.every((line) => raw(line) === width);
  const lacksTotal =
    CLOSED_BY_TOTAL.includes(table.part.statement) && !table.rows.some((row) => /总计$/.test(wordingOf(row.label)));
  const nothingFollows = tables.length < STATEMENTS.length && !parts.some((part) => part.kind === 'narrative');
  return isShort || lacksTotal || nothingFollows || (body.length === 0 && header.length > 0) ? { table, last } : null;
}

/** What stands in the broken row: its amounts, or its text where it has none. */
export function brokenRow({ part, blocks }: StatementTable, last: Line): UnplacedNumber[] {
  const columns = blocks.flatMap(({ amounts }) => amounts.map(({ index }) => index));
  const amounts = last.cells.filter((cell, index) => columns.includes(index) && isNumber(cell));
  const texts = amounts.length > 0 ? amounts : [last.cells.filter((cell) => cell !== '').join(' ')];
  return texts.map((text) => ({ text, line: last.number, section: part.title, reason: INTERRUPTED }));
}

/** Where the document of a disclosure broke off, or null. Such a disclosure is not whole and replaces nothing. */
export function interruptionOf(disclosure: Pick<Disclosure, 'sections'>): UnplacedNumber | null {
  return disclosure.sections.flatMap(({ unplaced }) => unplaced).find(({ reason }) => reason === INTERRUPTED) ?? null;
}
