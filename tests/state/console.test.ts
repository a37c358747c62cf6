import { expect, test } from 'vitest';
import { ConsoleError, type ConsoleResult, type SqlConsole } from '../../src/metrics/console.ts';
import { ConsoleState } from '../../src/state/console.svelte.ts';

const ONE: ConsoleResult = { columns: [{ name: 'a', type: 'INTEGER' }], rows: [['1']], cut: false };

/** Answers `select 1` at once, and anything else when it is stopped. */
function fakeConsole(): SqlConsole & { stops: number } {
  let reject: ((error: Error) => void) | null = null;
  return {
    tables: [],
    functions: [],
    rowLimit: 10,
    timeLimit: 60,
    stops: 0,
    examples: () => [],
    explain: async () => 'the plan',
    run: (statement) => (statement === 'select 1' ? Promise.resolve(ONE) : new Promise((_, fail) => (reject = fail))),
    stop() {
      this.stops += 1;
      reject?.(new ConsoleError('stopped', ''));
    },
  };
}

async function opened(sql: SqlConsole): Promise<ConsoleState> {
  const state = new ConsoleState(async () => sql, null);
  await state.open();
  return state;
}

test('A statement that is run gives its rows, and stands first in the history', async () => {
  const state = await opened(fakeConsole());
  await state.run('select 1');
  expect(state.outcome).toMatchObject({ kind: 'rows', statement: 'select 1', result: ONE });
  expect(state.running).toBeNull();
  await state.explain('select 2');
  expect(state.outcome).toEqual({ kind: 'plan', statement: 'select 2', plan: 'the plan' });
  expect(state.history).toEqual(['select 2', 'select 1']);
});

test('A stopped statement says so', async () => {
  const state = await opened(fakeConsole());
  const running = state.run('endless');
  await Promise.resolve();
  await Promise.resolve();
  expect(state.running).toMatchObject({ statement: 'endless' });
  state.stop();
  await running;
  expect(state.outcome).toMatchObject({ kind: 'failed', failure: 'stopped' });
});

test('A statement in the place of one that runs ends that one, waits for its end, and only its answer is shown', async () => {
  const sql = fakeConsole();
  const state = await opened(sql);
  const first = state.run('endless');
  await expect.poll(() => state.running?.statement).toBe('endless');
  const second = state.run('select 1');
  await Promise.all([first, second]);
  expect(sql.stops).toBe(1);
  expect(state.outcome).toMatchObject({ kind: 'rows', statement: 'select 1' });
});

test('Nothing runs before the console is open', async () => {
  const state = new ConsoleState(() => Promise.reject(new Error('offline')), null);
  await state.open();
  await state.run('select 1');
  expect(state.outcome).toBeNull();
  expect(state.opened.error?.message).toBe('offline');
});
