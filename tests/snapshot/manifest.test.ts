import { describe, expect, test } from 'vitest';
import { FORMAT_VERSION } from '../../src/snapshot/columns.ts';
import { manifestText, parseManifest, type ManifestEntry } from '../../src/snapshot/manifest.ts';
import { SnapshotError } from '../../src/snapshot/snapshot-error.ts';
import { refuseBytes, refuseVersion, sha256Hex } from '../../src/snapshot/verify.ts';

const BYTES = new TextEncoder().encode('not Parquet, but bytes');

function entry(changes: Partial<ManifestEntry> = {}): ManifestEntry {
  return {
    file: 'sample-2024-final-accounts.parquet',
    format_version: FORMAT_VERSION,
    document_id: 'sample-2024-final-accounts',
    department_id: 'sample',
    department_name: '示例局',
    fiscal_year: 2024,
    kind: 'final_accounts',
    title: '示例局 2024 年度部门决算',
    source_name: 'sample.txt',
    source_sha256: 'ab'.repeat(32),
    text_origin: 'machine_read',
    checked_against_official: false,
    superseded: false,
    bodies: [],
    rows: { figure: 3 },
    bytes: BYTES.length,
    sha256: sha256Hex(BYTES),
    ...changes,
  };
}

describe('A manifest', () => {
  test('written before there were revisions has none', () => {
    const { superseded: _, ...older } = entry();
    const { entries, refused } = parseManifest(JSON.stringify({ snapshots: [older] }));
    expect(refused).toEqual([]);
    expect(entries).toEqual([entry({ superseded: false })]);
  });

  test('reads back as written, sorted by body, year and kind whatever the order given', () => {
    const entries = [
      entry({ department_id: 'b' }),
      entry({ department_id: 'a', fiscal_year: 2025 }),
      entry({ department_id: 'a', fiscal_year: 2024 }),
      entry({ department_id: 'a', fiscal_year: 2024, kind: 'budget' }),
    ];
    const text = manifestText(entries);
    expect(manifestText([...entries].reverse())).toBe(text);
    const sorted = [entries[3], entries[2], entries[1], entries[0]];
    expect(parseManifest(text)).toEqual({ entries: sorted, refused: [] });
  });

  test.each(['', '{', '[]', '{"snapshots": 1}', 'null', '<!doctype html>'])(
    'is refused when it is none: %j',
    (text) => {
      expect(() => parseManifest(text)).toThrow(SnapshotError);
      expect(() => parseManifest(text)).toThrow('manifest.json');
    },
  );

  test('refuses a bad entry by name and keeps the others', () => {
    const bad: unknown[] = [
      { ...entry(), sha256: 'xyz', file: 'short.parquet' },
      { ...entry(), file: '../outside.parquet' },
      { ...entry(), file: 'https://example.org/a.parquet' },
      7,
    ];
    const text = JSON.stringify({ snapshots: [entry(), ...bad, entry({ department_id: 'other' })] });
    const { entries, refused } = parseManifest(text);
    expect(entries.map(({ department_id }) => department_id)).toEqual(['sample', 'other']);
    expect(refused.map(({ name }) => name)).toEqual([
      'short.parquet',
      '../outside.parquet',
      'https://example.org/a.parquet',
      '#5',
    ]);
    expect(refused.every(({ reason }) => reason === 'entry')).toBe(true);
    expect(refused[0]!.message).toContain('sha256');
  });
});

describe('Bytes', () => {
  test('that match are accepted', () => {
    expect(refuseVersion(entry())).toBeNull();
    expect(refuseBytes(entry(), BYTES)).toBeNull();
  });

  test('with any one bit flipped are refused by name', () => {
    for (let bit = 0; bit < BYTES.length * 8; bit += 1) {
      const flipped = BYTES.slice();
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(refuseBytes(entry(), flipped)).toMatchObject({ name: entry().file, reason: 'damaged' });
    }
  });

  test('cut short, or longer, are refused with both lengths', () => {
    expect(refuseBytes(entry(), BYTES.slice(0, -1))!.message).toMatch(/应为 22 字节，实为 21 字节/);
    expect(refuseBytes(entry(), new Uint8Array(30))!.message).toMatch(/实为 30 字节/);
  });

  test('of another format version are refused with both versions', () => {
    const refusal = refuseVersion(entry({ format_version: FORMAT_VERSION + 1 }));
    expect(refusal).toMatchObject({ name: entry().file, reason: 'version' });
    expect(refusal!.message).toContain(`快照为 ${FORMAT_VERSION + 1}，本程序为 ${FORMAT_VERSION}`);
  });
});
