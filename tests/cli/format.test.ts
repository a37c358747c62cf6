import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/cli/csv.ts';
import { formatRows } from '../../src/cli/format-rows.ts';
import { displayWidth, textTable } from '../../src/cli/text-table.ts';
import type { Result } from '../../src/engine/engine.ts';

const RESULT: Result = {
  columns: [
    { name: 'name', type: 'VARCHAR' },
    { name: 'change', type: 'DECIMAL(32,6)' },
    { name: 'contested', type: 'BOOLEAN' },
  ],
  rows: [
    { name: '“三公”经费', change: '-2.37', contested: true },
    { name: 'a,"b"\r\nc', change: null, contested: false },
    { name: '', change: '12345678901234567.89', contested: false },
  ],
};

test('CSV has a byte order mark, CRLF, quotes where RFC 4180 wants them, and nothing for what is missing', () => {
  expect(toCsv(RESULT)).toBe(
    '\uFEFFname,change,contested\r\n' +
      '“三公”经费,-2.37,true\r\n' +
      '"a,""b""\r\nc",,false\r\n' +
      ',12345678901234567.89,false\r\n',
  );
});

test('JSON is one array with the columns in the order of the query, amounts as text, null for what is missing', () => {
  const text = formatRows(RESULT, 'json');
  expect(JSON.parse(text)).toEqual(RESULT.rows);
  expect(Object.keys((JSON.parse(text) as object[])[0]!)).toEqual(['name', 'change', 'contested']);
  expect(JSON.parse(formatRows({ ...RESULT, rows: [] }, 'json'))).toEqual([]);
});

describe('A table', () => {
  test('is aligned where Chinese characters are two columns wide, numbers at the right', () => {
    const lines = formatRows(RESULT, 'table').split('\n');
    expect(lines).toEqual([
      'name                      change  contested',
      '----------  --------------------  ---------',
      '“三公”经费                 -2.37  true',
      'a,"b" c                           false',
      '            12345678901234567.89  false',
      '',
    ]);
    const ends = lines.slice(2, 3).map((line) => displayWidth(line.slice(0, line.indexOf('-2.37') + 5)));
    expect(ends).toEqual([32]);
  });

  test('without rows is its header', () => {
    expect(textTable([{ name: 'a', alignRight: false }], [])).toBe('a\n-\n');
  });
});

test.each([
  ['abc', 3],
  ['决算', 4],
  ['（类）', 6],
  ['𠮷', 2],
  ['é', 1],
  ['', 0],
])('%j takes %d columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});
