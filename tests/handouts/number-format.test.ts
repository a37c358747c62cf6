import { expect, test } from 'vitest';
import { codeOf, minusCode, writtenNumber } from '../../src/handouts/number-format.ts';

test('A number is found in the text of its mark, and what else the text says', () => {
  expect(writtenNumber('5,077.56 · 78.06%', '5077.5614', false)).toEqual({
    code: '#,##0.00',
    percent: false,
    rest: '78.06%',
  });
  expect(writtenNumber('98.5% · 1,234.00 / 1,250.00', '98.4501', true)).toMatchObject({
    code: '#,##0.0"%"',
    rest: '1,234.00 / 1,250.00',
  });
  expect(writtenNumber('第 2 / 3　-1.9% · -56.95　市级', '-1.8658', null)).toMatchObject({
    code: '+#,##0.0"%";-#,##0.0"%";#,##0.0"%"',
    percent: true,
    rest: '第 2 / 3 · -56.95 · 市级',
  });
});

test('The sign of a note stays, and lone punctuation does not', () => {
  expect(writtenNumber('6,504.45 ①', '6504.45', false)?.rest).toBe('①');
  expect(writtenNumber('45.07 / ', '45.07', false)?.rest).toBe('');
});

test('A text that says another number is none of its', () => {
  expect(writtenNumber('200 以上', '4210.5', null)).toBeNull();
  expect(writtenNumber('78.06%', '5077.56', false)).toBeNull();
});

test('Half a unit of the last decimal is rounded away from zero, as spreadsheets do', () => {
  expect(writtenNumber('26,513', '26512.5', false)?.code).toBe('#,##0');
  expect(writtenNumber('-26,513', '-26512.5', false)?.code).toBe('+#,##0;-#,##0;#,##0');
});

test('A very small number keeps the decimals that it is written with', () => {
  expect(writtenNumber('0.0012', '0.0012', false)?.code).toBe('#,##0.0000');
});

test('The length of a decrease is written with its minus', () => {
  expect(minusCode(codeOf(2, { signed: true }))).toBe('"-"#,##0.00');
});
