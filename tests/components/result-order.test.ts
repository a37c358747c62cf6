import { expect, test } from 'vitest';
import { kindOf, orderOf } from '../../src/components/result-order.ts';

const sorted = (type: string, cells: (string | null)[], descending = false) =>
  orderOf(
    cells.map((cell) => [cell]),
    [{ name: 'a', type, kind: kindOf(type) }],
    { column: 0, descending },
  ).map((position) => cells[position]);

test('Numbers are sorted by their exact value, NULL last in both directions', () => {
  const cells = ['12345678901234567.89', null, '9', '-10.5', '12345678901234567.88'];
  expect(sorted('DECIMAL(32,6)', cells)).toEqual(['-10.5', '9', '12345678901234567.88', '12345678901234567.89', null]);
  expect(sorted('DECIMAL(32,6)', cells, true)).toEqual([
    '12345678901234567.89',
    '12345678901234567.88',
    '9',
    '-10.5',
    null,
  ]);
});

test('Floats are sorted as floats, what is no number last', () => {
  expect(sorted('DOUBLE', ['nan', '1e+20', '0.5', '-1'])).toEqual(['-1', '0.5', '1e+20', 'nan']);
});

test('Texts are sorted as in Chinese, and numbers in them by their value', () => {
  expect(sorted('VARCHAR', ['财政局', '10', '安全局', '9'])).toEqual(['9', '10', '安全局', '财政局']);
});

test('Without a column the rows stay as the statement gave them', () => {
  expect(orderOf([['b'], ['a']], [{ name: 'a', type: 'VARCHAR', kind: 'text' }], null)).toEqual([0, 1]);
});

test.each([
  ['DECIMAL(32,6)', 'number'],
  ['HUGEINT', 'number'],
  ['UTINYINT', 'number'],
  ['DOUBLE', 'float'],
  ['FLOAT', 'float'],
  ['VARCHAR', 'text'],
  ['INTEGER[]', 'text'],
  ['STRUCT(a DECIMAL(32,6))', 'text'],
  ['DATE', 'text'],
])('%s is %s', (type, kind) => expect(kindOf(type)).toBe(kind));
