import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeParquet } from '../../src/engine/parquet.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { parseManifest } from '../../src/snapshot/manifest.ts';
import { SnapshotError } from '../../src/snapshot/snapshot-error.ts';
import { refuseBytes } from '../../src/snapshot/verify.ts';
import { writeSnapshot } from '../../src/snapshot/write.ts';
import { SAMPLE_SHA256, sampleDisclosure, sampleFigure } from './sample-disclosure.ts';

const started = startWasmNode();
const encode = async (rows: readonly SnapshotRow[]) => encodeParquet(await started, rows);
afterAll(async () => (await started).close());

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'snapshots-'));
});
afterEach(() => rm(directory, { recursive: true }));

const contents = async () => {
  const names = (await readdir(directory)).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(directory, name), 'base64')]));
};

describe('Writing a snapshot', () => {
  test('makes a file that the manifest names and vouches for', async () => {
    const entry = await writeSnapshot(sampleDisclosure(), directory, encode);
    const manifest = parseManifest(await readFile(join(directory, 'manifest.json'), 'utf8'));
    expect(manifest).toEqual({ entries: [entry], refused: [] });
    expect(refuseBytes(entry, await readFile(join(directory, entry.file)))).toBeNull();
    expect(entry).toMatchObject({
      department_id: 'sample',
      department_name: '示例局',
      fiscal_year: 2024,
      kind: 'final_accounts',
      checked_against_official: false,
      rows: { document: 1, body: 1, section: 1, unplaced: 1, figure: 1, claim: 1, project: 1, indicator: 1 },
    });
  });

  test('gives the same bytes for the same input, by the same engine and by another', async () => {
    const { sha256 } = await writeSnapshot(sampleDisclosure(), directory, encode);
    expect(sha256).toBe(SAMPLE_SHA256);
    const first = await contents();
    await writeSnapshot(sampleDisclosure(), directory, encode);
    expect(await contents()).toEqual(first);
    const other = await startWasmNode();
    await writeSnapshot(sampleDisclosure(), directory, (rows) => encodeParquet(other, rows));
    expect(await contents()).toEqual(first);
    await other.close();
  });

  test('replaces the one of the same body, year and kind and leaves the others', async () => {
    await writeSnapshot(sampleDisclosure(), directory, encode);
    await writeSnapshot(sampleDisclosure({ fiscal_year: 2023 }), directory, encode);
    await writeSnapshot(sampleDisclosure({ kind: 'budget' }), directory, encode);
    const changed = sampleDisclosure({ figures: [sampleFigure({ amount: '1' })] });
    const entry = await writeSnapshot(changed, directory, encode);
    const { entries } = parseManifest(await readFile(join(directory, 'manifest.json'), 'utf8'));
    expect(entries.map(({ fiscal_year, kind }) => `${fiscal_year} ${kind}`)).toEqual([
      '2023 final_accounts',
      '2024 budget',
      '2024 final_accounts',
    ]);
    expect(entries[2]).toEqual(entry);
    expect((await readdir(directory)).sort()).toEqual([...entries.map(({ file }) => file), 'manifest.json'].sort());
  });

  test('that stops half-way leaves all as it was', async () => {
    await writeSnapshot(sampleDisclosure(), directory, encode);
    const before = await contents();
    const changed = sampleDisclosure({ title: '更正' });
    await expect(writeSnapshot(changed, directory, () => Promise.reject(new Error('stopped')))).rejects.toThrow(
      'stopped',
    );
    const unwritable = sampleDisclosure({ figures: [sampleFigure({ amount: '0.12345678' })] });
    await expect(writeSnapshot(unwritable, directory, encode)).rejects.toThrow(SnapshotError);
    await expect(writeSnapshot(sampleDisclosure({ department_id: '../x' }), directory, encode)).rejects.toThrow(
      '文件名',
    );
    expect(await contents()).toEqual(before);
  });

  test('does not write over a manifest that it cannot read', async () => {
    await writeFile(join(directory, 'manifest.json'), '{ "snapshots": [ { "file": "mine.parquet" } ] }');
    const before = await contents();
    await expect(writeSnapshot(sampleDisclosure(), directory, encode)).rejects.toThrow('mine.parquet');
    expect(await contents()).toEqual(before);
  });
});
