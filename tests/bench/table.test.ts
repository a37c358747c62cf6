import { expect, test } from 'vitest';
import { ratioOf, tableOf } from '../../bench/table.ts';

const timing = (what: string, ...samples: number[]) => ({ what, samples });

test('A line holds median and 95th percentile of both sides, and how many times as long the one is', () => {
  const table = tableOf([{ measured: timing('ours', 300, 250, 1000), against: timing('theirs', 3.04, 2.5, 4) }]);
  expect(table.split('\n')[2]).toBe('| ours | 300 | 1000 | theirs | 3.0 | 4.0 | ×99 |');
});

test('A ratio below one and one in the hundreds are told in two or three digits', () => {
  expect(ratioOf(timing('a', 5), timing('b', 100))).toBe('×0.050');
  expect(ratioOf(timing('a', 523), timing('b', 2))).toBe('×262');
});
