import { expect, test } from 'vitest';
import { sum, tally } from '../../tools/tally.mjs';

const file = (status: string, ...statuses: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
});

test('Passed, failed and skipped tests are counted one by one', () => {
  const report = { testResults: [file('passed', 'passed', 'skipped'), file('failed', 'passed', 'failed', 'failed')] };
  expect(tally(report, 1)).toEqual({ passed: 2, failed: 2, skipped: ['test 1'] });
});

test('A file that could not be loaded counts as one failure', () => {
  expect(tally({ testResults: [file('passed', 'passed'), file('failed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('A runner that ends badly counts as a failure though every test passed', () => {
  expect(tally({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('A run without tests, or without a report, counts as a failure', () => {
  expect(tally({ testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(tally({ testResults: [file('passed', 'skipped')] }, 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(tally(null, 0)).toMatchObject({ passed: 0, failed: 1 });
});

test('The runs are added up', () => {
  expect(
    sum([
      { passed: 2, failed: 0, skipped: ['a'] },
      { passed: 3, failed: 1, skipped: ['b'] },
    ]),
  ).toEqual({ passed: 5, failed: 1, skipped: ['a', 'b'] });
});
