import type { provenanceZh } from './provenance-zh.ts';

/** Strings of the source dialog beyond the figure itself, in English. */
export const provenanceEn: typeof provenanceZh = {
  parts: { statement: 'Statement', row: 'Row', column: 'Column', page: 'Page', line: 'Text line' },
  place: ({ statement, row, column, page, line }) =>
    [
      statement,
      row === null ? null : `row “${row}”`,
      column === null ? null : `column “${column}”`,
      page === null ? null : `page ${page}`,
      line === null ? null : `line ${line}`,
    ]
      .filter((part) => part !== null)
      .join(', '),
  snapshot: 'Data snapshot',
  checks: {
    heading: 'Checks it took part in',
    waiting: 'Looking up the checks…',
    failed: 'The checks could not be fetched',
    none: 'No check that this figure took part in was found.',
    noPlace: 'No place is recorded: whether it took part in a check is not known.',
    count: (all, counts) => `${all} ${all === 1 ? 'check' : 'checks'}: ${counts.join(', ')}.`,
    counted: (count, verdict) => `${count} ${verdict}`,
    agreeing: (count) => `The ${count} that agree`,
    against: (own, other) => `${own}; ${other}`,
    open: 'Open this check',
  },
  sql: 'The SQL that computed it',
  openInConsole: 'Open in the SQL console (this body and year)',
  consoleTooLong: 'The statement is too long for an address; copy it and paste it into the SQL console.',
};
