import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { csvOf } from '../../../src/exports/csv.ts';
import { xlsxOf } from '../../../src/exports/xlsx.ts';
import { exportOf } from '../../../src/views/console/result-export.ts';

const table = exportOf('查询结果', {
  columns: [
    { name: '部门', type: 'VARCHAR' },
    { name: 'amount', type: 'DECIMAL(32,6)' },
    { name: 'rate', type: 'DOUBLE' },
  ],
  rows: [
    ['园林局,"苗圃"', '12345678901234567.89', 'nan'],
    ['=1+1', '-565.63', '0.5'],
    [null, null, null],
  ],
  cut: false,
});

test('A result as CSV has a mark for Excel, every digit, and nothing for NULL', () => {
  expect(csvOf(table)).toBe(
    '\uFEFF部门,amount,rate\r\n"园林局,""苗圃""",12345678901234567.89,nan\r\n=1+1,-565.63,0.5\r\n,,\r\n',
  );
});

test('A result as XLSX has numbers as numbers while a spreadsheet keeps their digits, else as text', async () => {
  const { sheets } = await readXlsx(await xlsxOf(table));
  expect(sheets[0]!.name).toBe('查询结果');
  expect(sheets[0]!.rows.slice(0, 3)).toEqual([
    ['部门', 'amount', 'rate'],
    ['园林局,"苗圃"', '12345678901234567.89', 'nan'],
    ['=1+1', -565.63, 0.5],
  ]);
});
