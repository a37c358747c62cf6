import { expect, test } from 'vitest';
import type { Row } from '../../src/engine/engine.ts';
import type { RunQuery } from '../../src/metrics/fetch.ts';
import { keepRows } from '../../src/metrics/kept-rows.ts';

const ROWS: Row[] = [
  { department_id: 'a', fiscal_year: 2024, actual: '1' },
  { department_id: 'a', fiscal_year: 2023, actual: '2' },
  { department_id: 'b', fiscal_year: 2024, actual: '3' },
];

/** A database that counts what it is asked, and answers when told to. */
function database() {
  const asked: string[] = [];
  let release = () => {};
  let gate: Promise<void> = Promise.resolve();
  const run: RunQuery = async (name, { department, year }) => {
    asked.push(`${name} ${department ?? '*'} ${year ?? '*'}`);
    await gate;
    return ROWS.filter(
      (row) =>
        ((department ?? null) === null || row.department_id === department) &&
        ((year ?? null) === null || row.fiscal_year === year),
    );
  };
  return {
    asked,
    run,
    hold: () => {
      gate = new Promise((resolve) => (release = resolve));
    },
    release: () => release(),
  };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('What was asked once is not asked again', async () => {
  const { run, asked } = database();
  const kept = keepRows(run, []);
  const scope = { department: 'a', year: 2024 };
  expect(await kept('changes', scope)).toEqual([ROWS[0]]);
  expect(await kept('changes', scope)).toEqual([ROWS[0]]);
  expect(asked).toEqual(['changes a 2024']);
});

test('Other bodies and years come out of rows fetched after the first answer, the same as the query would give', async () => {
  const { run, asked } = database();
  const kept = keepRows(run, ['changes']);
  await kept('changes', { department: 'a', year: 2024 });
  await settled();
  expect(await kept('changes', { department: 'b', year: 2024 })).toEqual([ROWS[2]]);
  expect(await kept('changes', { department: 'a', year: null })).toEqual([ROWS[0], ROWS[1]]);
  expect(await kept('changes', {})).toEqual(ROWS);
  expect(asked).toEqual(['changes a 2024', 'changes * *']);
});

test('The reader is answered before rows that nobody asked for are fetched', async () => {
  const { run, asked, hold, release } = database();
  const kept = keepRows(run, ['changes', 'structure']);
  hold();
  const first = kept('changes', { department: 'a', year: 2024 });
  const second = kept('structure', { department: 'a', year: 2024 });
  release();
  await Promise.all([first, second]);
  await settled();
  expect(asked.slice(0, 2)).toEqual(['changes a 2024', 'structure a 2024']);
  expect(asked.slice(2)).toEqual(['changes * *', 'structure * *']);
});

test('A query with parameters of its own is asked as it stands', async () => {
  const { run, asked } = database();
  const kept = keepRows(run, ['changes']);
  await kept('numbers', { numbers: '1,2' });
  await kept('numbers', { numbers: '3' });
  expect(asked.filter((each) => each.startsWith('numbers'))).toHaveLength(2);
});

test('An answer that failed is asked for again', async () => {
  let fails = true;
  const kept = keepRows((name) => (fails ? Promise.reject(new Error(name)) : Promise.resolve(ROWS)), ['changes']);
  await expect(kept('changes', {})).rejects.toThrow('changes');
  fails = false;
  expect(await kept('changes', {})).toEqual(ROWS);
});
