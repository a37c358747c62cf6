import { expect, test } from 'vitest';
import { forget, readHistory, remember } from '../../src/state/statement-history.ts';

const storeOf = (start: Record<string, string> = {}) => {
  const kept = new Map(Object.entries(start));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

test('The last fifty statements are kept, the last first, each once', () => {
  const store = storeOf();
  let history: string[] = [];
  for (let i = 0; i < 60; i += 1) history = remember(store, history, `select ${i}`);
  history = remember(store, history, 'select 30');
  expect(history.slice(0, 3)).toEqual(['select 30', 'select 59', 'select 58']);
  expect(history).toHaveLength(50);
  expect(readHistory(store)).toEqual(history);
  forget(store);
  expect(readHistory(store)).toEqual([]);
});

test('A browser without storage, or with something else in it, has an empty history', () => {
  const closed = {
    getItem: (): string => {
      throw new Error('denied');
    },
    setItem: (): void => {
      throw new Error('denied');
    },
  };
  for (const store of [
    null,
    closed,
    storeOf({ 'juesuan-nianbi.statements': '{' }),
    storeOf({ 'juesuan-nianbi.statements': '{"a":1}' }),
  ])
    expect(readHistory(store)).toEqual([]);
  expect(remember(closed, [], 'select 1')).toEqual(['select 1']);
});
