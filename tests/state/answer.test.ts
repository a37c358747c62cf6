import { expect, test } from 'vitest';
import { known, noted } from '../../src/metrics/known.ts';
import { Answer } from '../../src/state/answer.svelte.ts';
import { Startup } from '../../src/state/startup.svelte.ts';
import { startedFixture } from '../fixtures/dashboard-rows.ts';

/** A question whose answer comes when the test says so. */
function question<T>() {
  let answer!: (value: T) => void;
  let fail!: (reason: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => ([answer, fail] = [resolve, reject]));
  return { ask: () => promise, answer, fail };
}

test('waits, then holds the value', async () => {
  const answer = new Answer<string>();
  const first = question<string>();
  const asked = answer.ask(first.ask);
  expect([answer.status, answer.pending]).toEqual(['waiting', true]);
  first.answer('甲');
  await asked;
  expect([answer.status, answer.pending, answer.value]).toEqual(['ready', false, '甲']);
});

test('a stale answer never overwrites a newer one', async () => {
  const answer = new Answer<string>();
  const [old, recent] = [question<string>(), question<string>()];
  const both = [answer.ask(old.ask), answer.ask(recent.ask)];
  recent.answer('new');
  await both[1];
  old.answer('old');
  await both[0];
  expect(answer.value).toBe('new');
});

test('a stale failure never hides a newer answer', async () => {
  const answer = new Answer<string>();
  const [old, recent] = [question<string>(), question<string>()];
  const both = [answer.ask(old.ask), answer.ask(recent.ask)];
  recent.answer('new');
  old.fail(new Error('too late'));
  await Promise.all(both);
  expect([answer.status, answer.error]).toEqual(['ready', null]);
});

test('the value of the question before is gone as soon as a new one is asked', async () => {
  const answer = new Answer<string>();
  await answer.ask(async () => 'old');
  void answer.ask(question<string>().ask);
  expect([answer.status, answer.value]).toEqual(['waiting', null]);
});

test('a value that is known is there at once, with no waiting between two questions', async () => {
  const answer = new Answer<string>();
  void answer.ask(() => known('甲'));
  expect([answer.status, answer.pending, answer.value]).toEqual(['ready', false, '甲']);
  const asked = noted(Promise.resolve('乙'));
  await asked;
  void answer.ask(() => asked);
  expect([answer.status, answer.pending, answer.value]).toEqual(['ready', false, '乙']);
});

test('a failure is kept as an error, and asking again may mend it', async () => {
  const answer = new Answer<number>();
  let tries = 0;
  await answer.ask(async () => {
    tries += 1;
    if (tries === 1) throw new Error('worker gone');
    return tries;
  });
  expect([answer.status, answer.error?.message]).toEqual(['failed', 'worker gone']);
  await answer.retry();
  expect([answer.status, answer.value]).toEqual(['ready', 2]);
});

test('what is not an Error is made one', async () => {
  const answer = new Answer<number>();
  await answer.ask(() => Promise.reject('text'));
  expect(answer.error).toBeInstanceOf(Error);
  expect(answer.error?.message).toBe('text');
});

test('a start reports its progress, fails with its reason, and starts again', async () => {
  let tries = 0;
  const startup = new Startup(async (report) => {
    report({ stage: 'engine', loaded: 10, total: 100 });
    tries += 1;
    if (tries === 1) throw new Error('manifest.json: 404');
    return startedFixture();
  });
  await startup.run();
  expect(startup.progress).toEqual({ stage: 'engine', loaded: 10, total: 100 });
  expect(startup.result.error?.message).toBe('manifest.json: 404');
  await startup.run();
  expect(startup.result.value?.bodies).toHaveLength(2);
});
