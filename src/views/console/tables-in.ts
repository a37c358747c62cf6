import type { CompletedTable } from '../../components/sql-completions.ts';
import type { consoleTextsOf } from '../../language/console-texts.ts';
import type { Texts } from '../../language/texts.ts';
import type { ConsoleTable } from '../../metrics/console.ts';

/**
 * Tables and columns with what they hold in the reader's language, else in the words of their files. A check's table holds
 * its comparisons.
 */
export function tablesIn(
  tables: readonly ConsoleTable[],
  texts: Pick<ReturnType<typeof consoleTextsOf>, 'tables' | 'columns'>,
  checks: Texts['reconciliation']['ruleMeanings'],
): CompletedTable[] {
  return tables.map((table) => ({
    name: table.name,
    purpose: texts.tables[table.name] ?? checks[table.name.replace(/^check_/, '')] ?? table.purpose,
    columns: table.columns.map(({ name, type, meaning }) => ({ name, type, meaning: texts.columns[name] ?? meaning })),
  }));
}
