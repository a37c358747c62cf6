import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../src/exports/csv.ts';
import type { ExportTable } from '../../src/exports/export-table.ts';
import { xlsxOf } from '../../src/exports/xlsx.ts';

const table: ExportTable = {
  name: '勾稽核对',
  columns: ['对象', '数值', '说明'],
  rows: [
    ['支出，合计', { exact: '6504.45' }, '他说“一致”，"原文"'],
    ['全国', { exact: '1234567890123.4567' }, null],
    ['增减', { exact: '-0.02' }, '两\n行'],
  ],
};

describe('a table as CSV', () => {
  test('begins with a byte order mark, so that spreadsheets read it as UTF-8, and ends each line with CRLF', () => {
    const csv = csvOf(table);
    expect(csv.startsWith('\uFEFF对象,数值,说明\r\n')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  test('keeps numbers as they are stored and quotes what would break a row', () => {
    expect(csvOf(table).slice(1).split('\r\n').slice(1)).toEqual([
      '支出，合计,6504.45,"他说“一致”，""原文"""',
      '全国,1234567890123.4567,',
      '增减,-0.02,"两\n行"',
      '',
    ]);
  });
});

describe('a table as a workbook', () => {
  test('has numbers as numbers, and those longer than a spreadsheet can keep as text', async () => {
    const { sheets } = await readXlsx(await xlsxOf(table));
    expect(sheets.map(({ name }) => name)).toEqual(['勾稽核对']);
    expect(sheets[0]!.rows).toEqual([
      ['对象', '数值', '说明'],
      ['支出，合计', 6504.45, '他说“一致”，"原文"'],
      ['全国', '1234567890123.4567', null],
      ['增减', -0.02, '两\n行'],
    ]);
  });

  test('has a sheet for each table', async () => {
    const { sheets } = await readXlsx(await xlsxOf(table, { name: '说明', columns: ['项目'], rows: [['甲']] }));
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['勾稽核对', 4],
      ['说明', 2],
    ]);
  });

  test('keeps each digit of an amount of 15 digits as a number, and of 17 as text', async () => {
    const rows = [[{ exact: '9999999999999.99' }, { exact: '999999999999999.99' }, { exact: '-0.00' }]];
    const { sheets } = await readXlsx(await xlsxOf({ name: '数', columns: ['甲', '乙', '丙'], rows }));
    expect(sheets[0]!.rows[1]).toEqual([9999999999999.99, '999999999999999.99', 0]);
  });

  test('of no rows has its head alone', async () => {
    const { sheets } = await readXlsx(await xlsxOf({ ...table, rows: [] }));
    expect(sheets[0]!.rows).toEqual([['对象', '数值', '说明']]);
  });
});
