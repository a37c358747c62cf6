import { describe, expect, test } from 'vitest';
import type { TableCell, TableModel } from '../../src/components/data-table.ts';
import { shownRows } from '../../src/components/table-rows.ts';

const number = (text: string): TableCell => ({ kind: 'number', text, onopen: () => undefined });
const text = (words: string): TableCell => ({ kind: 'text', text: words });
const none: TableCell = { kind: 'none', text: '—' };

const table: TableModel = {
  caption: '科目',
  columns: [
    { title: '科目', kind: 'text' },
    { title: '决算', kind: 'number' },
  ],
  rows: [
    { key: 'a', cells: [text('2110301 大气'), number('1,234.50')] },
    { key: 'b', cells: [text('2110302 水体'), number('-3.00')] },
    { key: 'c', cells: [text('2110304 固体废弃物'), none] },
    { key: 'd', cells: [text('2019999 其他'), number('+56.78')] },
  ],
};
const keys = (of: TableModel, filter: string, sorting: Parameters<typeof shownRows>[2] = null) =>
  shownRows(of, filter, sorting).map((position) => of.rows[position]!.key);

describe('a table', () => {
  test('stands as it came until a column is chosen', () => {
    expect(keys(table, '')).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is sorted by the numbers it shows, with their signs and without their commas; what has none stays last', () => {
    expect(keys(table, '', { column: 1, descending: true })).toEqual(['a', 'd', 'b', 'c']);
    expect(keys(table, '', { column: 1, descending: false })).toEqual(['b', 'd', 'a', 'c']);
  });

  test('is sorted by what its numbers are exactly, not by how they are shown', () => {
    const cells = (name: string, exact: string): TableCell[] => [text(name), { ...number('0.01'), exact } as TableCell];
    const rounded: TableModel = {
      ...table,
      rows: [
        { key: 'less', cells: cells('甲', '0.009999') },
        { key: 'more', cells: cells('乙', '0.010001') },
      ],
    };
    expect(keys(rounded, '', { column: 1, descending: true })).toEqual(['more', 'less']);
    expect(keys(rounded, '', { column: 1, descending: false })).toEqual(['less', 'more']);
  });

  test('is sorted by exact values where it has them: what is shown alike differs by a cent beyond a float', () => {
    const exact: TableModel = {
      ...table,
      rows: [
        { key: 'less', cells: [text('甲'), number('90,071,992.55')], values: ['甲', '90071992547409.9301'] },
        { key: 'more', cells: [text('乙'), number('90,071,992.55')], values: ['乙', '90071992547409.9302'] },
      ],
    };
    expect(keys(exact, '', { column: 1, descending: true })).toEqual(['more', 'less']);
  });

  test.each([
    ['a part of a word', '大', ['a']],
    ['a code', '21103', ['a', 'b', 'c']],
    ['several words in any order', '水 2110', ['b']],
    ['a number without its comma', '1234.5', ['a']],
    ['a number with its comma', '1,234', ['a']],
    ['full-width digits', '２０１９９９９', ['d']],
    ['nothing but spaces', '  ', ['a', 'b', 'c', 'd']],
    ['what is in no row', '海洋', []],
    ['what two cells have only together', '大气1234', []],
  ])('is filtered by %s', (_what, filter, left) => {
    expect(keys(table, filter)).toEqual(left);
  });

  test('is filtered and sorted at once', () => {
    expect(keys(table, '2110', { column: 1, descending: false })).toEqual(['b', 'a', 'c']);
  });
});
