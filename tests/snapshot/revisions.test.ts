import { describe, expect, test } from 'vitest';
import { entryOf } from '../../src/snapshot/entry.ts';
import type { ManifestEntry } from '../../src/snapshot/manifest.ts';
import { withRevision } from '../../src/snapshot/revisions.ts';
import { rowsOf } from '../../src/snapshot/rows.ts';
import { SnapshotError } from '../../src/snapshot/snapshot-error.ts';
import { sampleDisclosure } from './sample-disclosure.ts';

/** The entry of a document with that source; its bytes stand in for the file. */
function entry(source: string, fiscal_year = 2024): ManifestEntry {
  const disclosure = sampleDisclosure({ source_sha256: source.repeat(64), source_name: `${source}.txt`, fiscal_year });
  return entryOf(disclosure, rowsOf(disclosure), new TextEncoder().encode(source));
}
const states = (entries: readonly ManifestEntry[]) =>
  entries.map(({ source_name, superseded }) => `${source_name} ${superseded ? 'revision' : 'used'}`).sort();

describe('A second document of the same body, year and kind', () => {
  test('is refused without a choice, in one line that offers both', () => {
    const attempt = () => withRevision([entry('a')], entry('b'));
    expect(attempt).toThrow(SnapshotError);
    expect(attempt).toThrow(/^b\.txt：示例局 2024 年决算已有另一份文件（a\.txt）.*--supersede.*--keep.*$/);
  });

  test('is used, or kept as a revision, as the reader says', () => {
    expect(states(withRevision([entry('a')], entry('b'), 'supersede'))).toEqual(['a.txt revision', 'b.txt used']);
    expect(states(withRevision([entry('a')], entry('b'), 'keep'))).toEqual(['a.txt used', 'b.txt revision']);
  });

  test('of the same source takes the place of its own snapshot, used or revision', () => {
    expect(states(withRevision([entry('a')], entry('a')))).toEqual(['a.txt used']);
    const both = withRevision([entry('a')], entry('b'), 'supersede');
    expect(states(withRevision(both, entry('a')))).toEqual(['a.txt revision', 'b.txt used']);
    expect(states(withRevision(both, entry('a'), 'supersede'))).toEqual(['a.txt used', 'b.txt revision']);
  });

  test('does not meet one of another year', () => {
    expect(states(withRevision([entry('a', 2023)], entry('b')))).toEqual(['a.txt used', 'b.txt used']);
  });
});
