import type { consoleZh } from './console-zh.ts';

/** Strings of the SQL console in English. */
export const consoleEn: typeof consoleZh = {
  title: 'SQL console',
  intro:
    'Ask the tables behind these pages in SQL. It runs on this machine in an engine of its own: it can only ask, cannot change the data, and sends nothing anywhere.',
  starter: (measure) => `-- total income and expenditure against the year before, in CNY 10,000\n${measure}`,
  opening: 'Preparing the console: loading the same data and running the reconciliation…',
  openFailed: 'The console did not open',
  openFailedAdvice: 'The other pages are not affected. Try again, or reload this page.',

  editor: 'SQL statement',
  editorHint:
    'Ctrl+Enter (Mac: ⌘+Enter) runs; Tab leaves the editor; tables, columns and functions are offered as you type, or with Ctrl+Space.',
  run: 'Run',
  stop: 'Stop',
  explain: 'Plan',
  explainTitle: 'EXPLAIN: how the engine would answer this statement, without running it',
  running: (seconds) => `Running… ${seconds} s`,
  limits: (rows, seconds) => `At most ${rows} rows are read; a statement may take ${seconds} s`,

  examples: 'Example queries',
  exampleChoose: 'Open a query of these pages…',
  exampleNames: {},

  history: (count) => `Statements that were run (${count})`,
  historyEmpty: 'No statement has been run yet.',
  historyNote: 'Kept in this browser only, 50 at most.',
  historyClear: 'Clear',

  schema: 'Tables and columns',
  schemaHint: 'Choose a name to put it where the cursor is.',
  schemaFilter: 'Filter tables and columns',
  schemaNone: 'No table or column of that name or meaning.',
  insert: (name) => `Insert ${name}`,
  preview: 'First 100 rows',
  previewOf: (name) => `First 100 rows of ${name}`,
  columnCount: (count) => `${count} columns`,

  rows: (count) => (count === '1' ? '1 row' : `${count} rows`),
  took: (seconds) => `${seconds} s`,
  cut: (count) =>
    `There is more: only the first ${count} rows were read, and sorting and charts are of these alone. Add a condition or aggregate.`,
  noRows: 'No row fits.',
  asTable: 'Table',
  asChart: 'Chart',
  resultOf: 'Result',
  tableOf: 'Rows of the result',
  inexact: 'float, not exact',
  inexactNote:
    'Columns marked “float” are computed in binary fractions (divisions and avg, for example): the last digits may be off, so do not quote them. All other numbers are exact to the digit.',
  sortBy: (column) => `Sort by ${column}`,
  filter: 'Filter',
  filtered: (shown, all) => `${shown} of ${all} rows`,
  planOf: 'Plan',

  chart: {
    shape: 'Shape',
    shapes: { bar: 'Bars', line: 'Lines' },
    category: 'Category',
    value: 'Value',
    colour: 'Colour',
    noColour: '(none)',
    none: 'A chart needs a column of numbers and another one for the categories.',
    title: (value, category) => `${value} by ${category}`,
    description: (shape, value, category, marks) =>
      `${shape}: ${value} by ${category}, ${marks} numbers. The exact ones are in the table.`,
    left: (count) =>
      `${count} ${count === 1 ? 'row is' : 'rows are'} not drawn: without a number, or more categories or colours than can be told apart.`,
  },

  export: 'Export',
  exportCsv: 'Export CSV',
  exportXlsx: 'Export XLSX',
  exportName: 'result',
  exportFailed: (reason) => `Not exported: ${reason}`,

  failures: {
    empty: 'There is no statement to run.',
    several: 'One statement at a time: remove the others, or run them one by one. (PIVOT needs its values in in (…).)',
    unfinished: 'The statement is not finished: something is missing at its end, or a bracket or quote is not closed.',
    stopped: 'Stopped. The engine was started again with the same data; go on.',
    crashed:
      'The engine crashed on this statement (often: too many union all, or too deep). It was started again with the same data; go on.',
    refused: 'The engine did not take this statement:',
  },
  writes: (word) =>
    `The console can only ask: statements that begin with ${word.toUpperCase()} are not run, and the data are as they were. Possible are SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW, SUMMARIZE and EXPLAIN.`,
  late: (seconds) =>
    `The statement took longer than ${seconds} s and was stopped. The engine was started again with the same data; go on.`,
  addressTooLong: 'The statement is too long for the address: a copied link will not open it. Keep it elsewhere.',
  addressUnreadable: 'The statement of the address could not be read and was not opened.',

  tables: {},
  columns: {},
};
