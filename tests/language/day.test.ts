import { expect, test } from 'vitest';
import { dayOf } from '../../src/language/day.ts';

test('a moment is told by the day where the reader is, whatever the day in Greenwich', () => {
  for (const hour of [0, 23]) expect(dayOf(new Date(2026, 10, 5, hour, 30).toISOString())).toBe('2026-11-05');
});

test('what is no moment stands as it is', () => {
  expect(dayOf('unknown')).toBe('unknown');
});
