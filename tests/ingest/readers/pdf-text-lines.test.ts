import { describe, expect, test } from 'vitest';
import { cut } from '../../../src/ingest/readers/pdf/text-lines.ts';

const item = (text: string, x0: number, x1: number) => ({ text, x0, x1, baseline: 100, size: 10 });
const textsOf = (text: string, x0: number, x1: number, at: readonly number[]) =>
  cut(item(text, x0, x1), at).map((part) => part.text);

describe('an item that goes over the lines of a table', () => {
  test('is cut at its spaces where there are as many of them as lines, however wide they are', () => {
    // The first gap is of 2 points and the second of 60: by the widths of letters the amount would be cut in two.
    expect(textsOf('务157号 1,015,349.23 1,015,349.23', 100, 310, [138, 240])).toEqual([
      '务157号',
      '1,015,349.23',
      '1,015,349.23',
    ]);
  });

  test('puts each part between the lines that it stands between', () => {
    const parts = cut(item('人员 12.00', 100, 190), [140]);
    expect(parts.map(({ x0, x1 }) => [x0, x1])).toEqual([
      [100, 140],
      [140, 190],
    ]);
  });

  test('is cut by the widths of its letters where it has no spaces', () => {
    expect(textsOf('基本支出1200', 100, 160, [140])).toEqual(['基本支出', '1200']);
  });

  test('stays whole where no line runs through it', () => {
    expect(textsOf('基本支出 12.00', 100, 160, [90, 170])).toEqual(['基本支出 12.00']);
  });
});
