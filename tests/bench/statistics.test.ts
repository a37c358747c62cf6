import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { median, percentile } from '../../bench/statistics.ts';

const times = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });

test('The median is the middle value in order of size, not of the runs', () => {
  expect(median([9, 100, 10])).toBe(10);
  expect(median([7])).toBe(7);
});

test('Of an even number of values the median is the mean of the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('The 95th percentile of twenty values is the nineteenth, of fewer the longest', () => {
  const twenty = Array.from({ length: 20 }, (_, at) => 20 - at);
  expect(percentile(twenty, 95)).toBe(19);
  expect(percentile(twenty.slice(0, 19), 95)).toBe(20);
  expect(percentile([5], 95)).toBe(5);
});

test('Without values there is no number', () => {
  expect(() => median([])).toThrow(RangeError);
  expect(() => percentile([], 95)).toThrow(RangeError);
});

property.prop([times, fc.integer({ min: 1, max: 100 })])(
  'A percentile is a value that was measured, and so many do not exceed it',
  (values, percent) => {
    const found = percentile(values, percent);
    expect(values).toContain(found);
    const below = (limit: (value: number) => boolean) => values.filter(limit).length / values.length;
    expect(below((value) => value <= found)).toBeGreaterThanOrEqual(percent / 100);
    expect(below((value) => value < found)).toBeLessThan(percent / 100);
  },
);

property.prop([times])('The order of the runs changes nothing, and the runs stay as they are', (values) => {
  const before = [...values];
  expect(median([...values].reverse())).toBe(median(values));
  expect(percentile([...values].reverse(), 95)).toBe(percentile(values, 95));
  expect(values).toEqual(before);
});
