import { expect, test } from 'vitest';
import { CASES } from '../../bench/cases.ts';
import { readOptions } from '../../bench/options.ts';
import { Stop } from '../../tools/command.mjs';

const read = (...args: string[]) => readOptions(args, CASES);
const refusal = (...args: string[]): Stop => {
  try {
    read(...args);
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
  throw new Error(`"${args.join(' ')}" was not refused.`);
};

test('Without a case all are measured, with names those alone', () => {
  expect(read().cases).toEqual(CASES);
  expect(read('redraw', 'queries').cases.map(({ name }) => name)).toEqual(['queries', 'redraw']);
});

test('An unknown case is refused with exit status 1 and the names there are', () => {
  const { status, message } = refusal('quries');
  expect(status).toBe(1);
  expect(message).toContain('"quries"');
  for (const { name } of CASES) expect(message).toContain(name);
});

test('A number of runs that is none, an unknown option and a missing document are refused', () => {
  for (const runs of ['0', '-1', '1.5', 'many', '']) expect(refusal(`--runs=${runs}`).status).toBe(1);
  expect(read('--runs', '3').runs).toBe(3);
  expect(refusal('--fast').message).toContain('--runs N');
  expect(refusal('--document', 'nowhere.pdf').message).toContain('nowhere.pdf');
});

test('Every case has a name of its own and says what it measures', () => {
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
  expect(CASES.filter(({ purpose }) => purpose === '')).toEqual([]);
});
