import { describe, expect, test } from 'vitest';
import { entryOf } from '../../src/snapshot/entry.ts';
import { entriesInUse } from '../../src/snapshot/in-use.ts';
import type { ManifestEntry } from '../../src/snapshot/manifest.ts';
import { withRevision } from '../../src/snapshot/revisions.ts';
import { rowsOf } from '../../src/snapshot/rows.ts';
import { sampleDisclosure } from './sample-disclosure.ts';

function entry(
  source: string,
  over: { year?: number; figuresOnly?: boolean; superseded?: boolean } = {},
): ManifestEntry {
  const disclosure = sampleDisclosure({
    source_name: `${source}.txt`,
    source_sha256: source.repeat(64),
    fiscal_year: over.year ?? 2024,
    ...(over.figuresOnly ? { sections: [], claims: [], projects: [], indicators: [] } : {}),
  });
  const made = entryOf(disclosure, rowsOf(disclosure), new TextEncoder().encode(source));
  return { ...made, superseded: over.superseded ?? false };
}
const added = (each: ManifestEntry, day: number) => ({ entry: each, addedAt: `2026-01-0${day}T00:00:00.000Z` });
const names = (entries: readonly ManifestEntry[]) => entries.map(({ source_name }) => source_name).sort();

describe('Which snapshot of a body, year and kind is used', () => {
  test('the latest that was added, else the shipped one', () => {
    const shipped = [entry('a'), entry('b', { year: 2023 })];
    expect(names(entriesInUse(shipped, []))).toEqual(['a.txt', 'b.txt']);
    expect(names(entriesInUse(shipped, [added(entry('d'), 2), added(entry('c'), 1)]))).toEqual(['b.txt', 'd.txt']);
  });

  test('none that is superseded', () => {
    const shipped = [entry('a'), entry('f', { superseded: true })];
    expect(names(entriesInUse(shipped, [added(entry('c', { superseded: true }), 1)]))).toEqual(['a.txt']);
  });

  test('figures alone only where the whole of the same source is not there', () => {
    const part = [added(entry('a', { figuresOnly: true }), 1)];
    expect(entriesInUse([entry('a')], part)).toEqual([entry('a')]);
    expect(entriesInUse([entry('b')], part)).toEqual([part[0]!.entry]);
  });
});

test('Figures alone do not take the place of the whole in a manifest', () => {
  expect(() => withRevision([entry('a')], entry('a', { figuresOnly: true }))).toThrow('CSV 里只有数据');
  expect(withRevision([entry('a', { figuresOnly: true })], entry('a'))).toEqual([entry('a')]);
});
