import { expect, test } from 'vitest';
import type { Row } from '../../src/engine/engine.ts';
import type { RunQuery } from '../../src/metrics/fetch.ts';
import { keepRows } from '../../src/metrics/kept-rows.ts';
import { valueKnown } from '../../src/metrics/known.ts';

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

test('What holds the database for long comes after the rows that are kept, and what the reader asks comes before it', async () => {
  const { run, asked, hold, release } = database();
  const kept = keepRows(run, ['changes', 'structure'], ['checks']);
  hold();
  const first = kept('changes', { department: 'a', year: 2024 });
  const late = kept('checks', {});
  release();
  await Promise.all([first, late]);
  expect(asked).toEqual(['changes a 2024', 'changes * *', 'structure * *', 'checks * *']);
  await kept('checks', {});
  expect(asked).toHaveLength(4);
});

test('What comes late comes also where no rows can be kept', async () => {
  const { run, asked } = database();
  const broken = keepRows(
    (name, scope) => (name === 'changes' ? Promise.reject(new Error(name)) : run(name, scope)),
    ['changes'],
    ['checks'],
  );
  expect(await broken('checks', {})).toEqual(ROWS);
  expect(await keepRows(run, [], ['checks'])('checks', {})).toEqual(ROWS);
  expect(asked).toEqual(['checks * *', 'checks * *']);
});

test('The rows of another body are known without waiting as soon as they are kept', async () => {
  const { run } = database();
  const kept = keepRows(run, ['changes']);
  const first = kept('changes', { department: 'a', year: 2024 });
  expect(valueKnown(first)).toBeUndefined();
  await first;
  expect(valueKnown(first)?.value).toEqual([ROWS[0]]);
  await settled();
  expect(valueKnown(kept('changes', { department: 'b' }))?.value).toEqual([ROWS[2]]);
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
