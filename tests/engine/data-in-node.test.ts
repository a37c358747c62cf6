import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDataInNode } from '../../src/engine/data-in-node.ts';
import { encodeParquet } from '../../src/engine/parquet.ts';
import { parseSqlFile } from '../../src/engine/sql-file.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';
import { FORMAT_VERSION } from '../../src/snapshot/columns.ts';
import type { ManifestEntry } from '../../src/snapshot/manifest.ts';
import { SnapshotError } from '../../src/snapshot/snapshot-error.ts';
import { sha256Hex } from '../../src/snapshot/verify.ts';
import { writeSnapshot } from '../../src/snapshot/write.ts';
import { sampleDisclosure, sampleFigure } from '../snapshot/sample-disclosure.ts';

const sqlFiles = [
  parseSqlFile({
    path: 'models/stg_years.sql',
    text: "create view stg_years as select distinct fiscal_year from snapshot where record = 'document';",
  }),
  parseSqlFile({ path: 'metrics/years.sql', text: 'select fiscal_year from stg_years order by fiscal_year' }),
];

let folder: string;
let good: string;
let directory: string;
let entries: ManifestEntry[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-'));
  good = join(folder, 'good');
  const engine = await startWasmNode();
  for (const year of [2022, 2023, 2024]) {
    const figures = [sampleFigure({ fiscal_year: year })];
    const disclosure = sampleDisclosure({ fiscal_year: year, document_id: `sample-${year}`, figures });
    await writeSnapshot(disclosure, good, (rows) => encodeParquet(engine, rows));
  }
  await engine.close();
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  directory = await mkdtemp(join(folder, 'copy-'));
  await cp(good, directory, { recursive: true });
  const manifest = JSON.parse(await readFile(join(good, 'manifest.json'), 'utf8')) as { snapshots: ManifestEntry[] };
  entries = manifest.snapshots;
});

const fileOf = (year: number) => entries.find(({ fiscal_year }) => fiscal_year === year)!.file;
const damage = async (year: number, change: (bytes: Uint8Array) => Uint8Array) => {
  const path = join(directory, fileOf(year));
  await writeFile(path, change(await readFile(path)));
};
const rewrite = (snapshots: readonly unknown[]) =>
  writeFile(join(directory, 'manifest.json'), JSON.stringify({ snapshots }));

/** The years that loaded, and what was refused. */
async function opened() {
  const data = await openDataInNode({ directory, sqlFiles });
  const { rows } = await data.query('years');
  const outcome = {
    years: rows.map((row) => row.fiscal_year),
    entries: data.snapshots.map((entry) => entry.fiscal_year),
    refused: data.refused.map(({ name, reason }) => [name, reason]),
    messages: data.refused.map(({ message }) => message),
  };
  await data.close();
  return outcome;
}

describe('Snapshots of a directory', () => {
  test('load whole when all are as the manifest says', async () => {
    expect(await opened()).toMatchObject({ years: [2022, 2023, 2024], entries: [2022, 2023, 2024], refused: [] });
  });

  test('with one cut short: it is refused by name, the others load', async () => {
    await damage(2023, (bytes) => bytes.slice(0, bytes.length >> 1));
    const outcome = await opened();
    expect(outcome).toMatchObject({ years: [2022, 2024], entries: [2022, 2024], refused: [[fileOf(2023), 'damaged']] });
    expect(outcome.messages[0]).toContain(fileOf(2023));
  });

  test('with one bit flipped in one: it is refused by name, the others load', async () => {
    await damage(2024, (bytes) => bytes.map((byte, index) => (index === 100 ? byte ^ 1 : byte)));
    expect(await opened()).toMatchObject({ years: [2022, 2023], refused: [[fileOf(2024), 'damaged']] });
  });

  test('with one missing: it is refused by name, the others load', async () => {
    await rm(join(directory, fileOf(2022)));
    expect(await opened()).toMatchObject({ years: [2023, 2024], refused: [[fileOf(2022), 'missing']] });
  });

  test('with one of another format version: it is refused by name, the others load', async () => {
    await rewrite(
      entries.map((entry) => (entry.fiscal_year === 2023 ? { ...entry, format_version: FORMAT_VERSION + 1 } : entry)),
    );
    expect(await opened()).toMatchObject({ years: [2022, 2024], refused: [[fileOf(2023), 'version']] });
  });

  test('with one that is vouched for and yet no Parquet: it is refused by name, the others load', async () => {
    const bytes = new TextEncoder().encode('<!doctype html>');
    await damage(2022, () => bytes);
    await rewrite(
      entries.map((entry) =>
        entry.fiscal_year === 2022 ? { ...entry, bytes: bytes.length, sha256: sha256Hex(bytes) } : entry,
      ),
    );
    expect(await opened()).toMatchObject({
      years: [2023, 2024],
      entries: [2023, 2024],
      refused: [[fileOf(2022), 'unreadable']],
    });
  });

  test('with an entry that says too little: it is refused by name, the others load', async () => {
    await rewrite([{ file: 'lonely.parquet' }, ...entries]);
    expect(await opened()).toMatchObject({ years: [2022, 2023, 2024], refused: [['lonely.parquet', 'entry']] });
  });

  test('none at all: the queries run and give no rows', async () => {
    await rewrite([]);
    expect(await opened()).toMatchObject({ years: [], entries: [], refused: [] });
  });

  test('without a manifest is an error that says where it was looked for', async () => {
    await rm(join(directory, 'manifest.json'));
    const opening = openDataInNode({ directory, sqlFiles });
    await expect(opening).rejects.toThrow(SnapshotError);
    await expect(opening).rejects.toThrow(directory);
  });
});

test('Once the data are loaded, SQL reaches no file and no address', async () => {
  const { engine, ...data } = await openDataInNode({ directory, sqlFiles });
  for (const source of [`'${fileOf(2024)}'`, `'${join(directory, fileOf(2024))}'`, "'http://127.0.0.1:1/x.parquet'"]) {
    await expect(engine.query(`select * from read_parquet(${source})`)).rejects.toThrow(/disabled/);
  }
  await expect(engine.query("copy (select 1) to 'x.csv'")).rejects.toThrow(/disabled/);
  await expect(engine.query('set enable_external_access = true')).rejects.toThrow();
  expect(data.snapshots).toHaveLength(3);
  await engine.close();
});
