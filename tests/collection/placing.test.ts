import { describe, expect, test } from 'vitest';
import { type Kept, withAdded, withoutRemoved } from '../../src/collection/placing.ts';
import { entryOf } from '../../src/snapshot/entry.ts';
import type { ManifestEntry } from '../../src/snapshot/manifest.ts';
import { rowsOf } from '../../src/snapshot/rows.ts';
import { sampleDisclosure } from '../snapshot/sample-disclosure.ts';

function entry(source: string, content = source): ManifestEntry {
  const disclosure = sampleDisclosure({ source_name: source, source_sha256: source.repeat(64) });
  return entryOf(disclosure, rowsOf(disclosure), new TextEncoder().encode(content));
}
/** Adds one after the other, each a day later. */
function adding(...steps: [ManifestEntry, ('supersede' | 'keep')?][]): Kept[] {
  return steps.reduce<Kept[]>(
    (kept, [each, choice], day) => withAdded(kept, each, `2026-01-0${day + 1}`, choice ?? null),
    [],
  );
}
const states = (kept: readonly Kept[]) =>
  kept.map(({ entry: each }) => `${each.source_name} ${each.superseded ? 'revision' : 'used'}`).sort();

describe('A document added to others', () => {
  test('of the same body and year needs a choice, and is used or kept as it says', () => {
    expect(() => adding([entry('a')], [entry('b')])).toThrow('已添加过另一份文件（a）');
    expect(states(adding([entry('a')], [entry('b'), 'supersede']))).toEqual(['a revision', 'b used']);
    expect(states(adding([entry('a')], [entry('b'), 'keep']))).toEqual(['a used', 'b revision']);
  });

  test('is kept as a revision also where only a shipped one has its body and year', () => {
    expect(states(adding([entry('a'), 'keep']))).toEqual(['a revision']);
  });

  test('of the same source replaces itself and keeps its place', () => {
    expect(states(adding([entry('a')], [entry('a', 'read anew')]))).toEqual(['a used']);
    const revised = adding([entry('a')], [entry('b'), 'supersede'], [entry('a', 'read anew')]);
    expect(states(revised)).toEqual(['a revision', 'b used']);
    expect(states(withoutRemoved(revised, entry('b').file))).toEqual(['a used']);
  });
});

describe('A document that is removed', () => {
  test('gives its place back to the one it took it from', () => {
    const three = adding([entry('a')], [entry('b'), 'supersede'], [entry('c'), 'supersede']);
    const two = withoutRemoved(three, entry('c').file);
    expect(states(two)).toEqual(['a revision', 'b used']);
    expect(states(withoutRemoved(two, entry('b').file))).toEqual(['a used']);
  });

  test('from the middle leaves the last in use, and its removal brings back the first', () => {
    const three = adding([entry('a')], [entry('b'), 'supersede'], [entry('c'), 'supersede']);
    const two = withoutRemoved(three, entry('b').file);
    expect(states(two)).toEqual(['a revision', 'c used']);
    expect(states(withoutRemoved(two, entry('c').file))).toEqual(['a used']);
  });

  test('does not bring one into use that the reader had put aside', () => {
    const two = adding([entry('a')], [entry('b'), 'keep']);
    expect(states(withoutRemoved(two, entry('a').file))).toEqual(['b revision']);
  });
});
