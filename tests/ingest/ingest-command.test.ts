import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCsv } from '../../src/cli/csv.ts';
import { openDataInNode } from '../../src/engine/data-in-node.ts';
import { PLAIN, SAMPLE, write } from './written-disclosure.ts';

const COMMAND = fileURLToPath(new URL('../../src/cli/ingest.ts', import.meta.url));
/** By its file: the command runs in a folder that has no packages. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingest-'));
  await writeFile(join(folder, 'good.txt'), write(SAMPLE));
  await writeFile(join(folder, 'empty.txt'), '');
  const text = write(SAMPLE, { ...PLAIN, contents: false });
  await writeFile(join(folder, 'broken.txt'), text.slice(0, text.indexOf('2080505') + 12));
});
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  status: number;
  out: string;
  err: string;
}

function run(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', TSX, COMMAND, ...args],
      { cwd: folder, maxBuffer: 2 ** 26 },
      (_, out, err) => resolve({ status: child.exitCode ?? -1, out, err }),
    );
  });
}

describe('ingest on the command line', () => {
  it('prints nothing but one JSON array, with the coverage of every section, and exits 0', async () => {
    const { status, out, err } = await run('good.txt', '--dry-run', '--format', 'json');
    expect(err).toBe('');
    expect(status).toBe(0);
    const [document] = JSON.parse(out);
    expect(document).toMatchObject({
      title: '2023年度青川市档案馆部门决算',
      fiscal_year: 2023,
      kind: 'final_accounts',
      snapshot: null,
    });
    expect(document.sections.find(({ id }: { id: string }) => id === 'income')).toMatchObject({
      rows: 11,
      figures: 33,
      claims: 0,
      numbers_seen: 22,
      unplaced: [],
    });
    expect(await readdir(folder)).toEqual(['broken.txt', 'empty.txt', 'good.txt']);
  });

  it('reads the other files when one is bad, names the bad one on standard error and exits 1', async () => {
    const { status, out, err } = await run('empty.txt', 'good.txt', 'none.txt', '--dry-run', '--format', 'json');
    expect(status).toBe(1);
    expect(err.trim().split('\n')).toEqual([
      expect.stringContaining('empty.txt 是空文件'),
      expect.stringContaining('none.txt：没有这个文件'),
    ]);
    expect(JSON.parse(out).map((document: { title?: string; error?: string }) => document.title ?? 'error')).toEqual([
      'error',
      '2023年度青川市档案馆部门决算',
      'error',
    ]);
  });

  it('writes a snapshot into --out, the same bytes every time', async () => {
    const first = await run('good.txt', '--out', 'one', '--format', 'json');
    expect([first.err, first.status]).toEqual(['', 0]);
    const [{ snapshot }] = JSON.parse(first.out);
    expect((await readdir(join(folder, 'one'))).toSorted()).toEqual(['manifest.json', snapshot].toSorted());
    const again = await run('good.txt', '--out', 'two', '--format', 'json');
    expect(JSON.parse(again.out)[0].snapshot).toBe(snapshot);
    await rm(join(folder, 'one'), { recursive: true });
    await rm(join(folder, 'two'), { recursive: true });
  });

  it('writes no snapshot of a document that breaks off', async () => {
    const { status, err } = await run('broken.txt', '--out', 'three');
    expect(status).toBe(1);
    expect(err).toContain('在“收入决算表”第');
    expect(err).toContain('没有写快照，原有快照不变');
    expect(await readdir(folder)).not.toContain('three');
  });

  it('takes a second document of the same body and year only with --supersede or --keep', async () => {
    await writeFile(join(folder, 'again.txt'), `${write(SAMPLE)}\n`);
    expect((await run('good.txt', '--out', 'four')).status).toBe(0);
    const refused = await run('again.txt', '--out', 'four');
    expect(refused.status).toBe(1);
    expect(refused.err.trim().split('\n')).toEqual([expect.stringMatching(/good\.txt.*--supersede.*--keep/)]);
    expect((await run('again.txt', '--out', 'four', '--supersede')).status).toBe(0);
    const { snapshots } = JSON.parse(await readFile(join(folder, 'four', 'manifest.json'), 'utf8'));
    expect(
      snapshots.map(({ source_name, superseded }: { source_name: string; superseded: boolean }) => [
        source_name,
        superseded,
      ]),
    ).toEqual([
      ['again.txt', false],
      ['good.txt', true],
    ]);
    expect(await readdir(join(folder, 'four'))).toHaveLength(3);
    const both = await openDataInNode({ directory: join(folder, 'four') });
    expect(both.snapshots.map((entry) => entry.source_name)).toEqual(['again.txt']);
    expect(both.revisions.map((entry) => entry.source_name)).toEqual(['good.txt']);
    await both.close();
    await rm(join(folder, 'four'), { recursive: true });
    await rm(join(folder, 'again.txt'));
  });

  it('takes a snapshot as it is, and figures that query printed, but not these for the whole', async () => {
    expect((await run('good.txt', '--out', 'five')).status).toBe(0);
    const file = (await readdir(join(folder, 'five'))).find((name) => name.endsWith('.parquet'))!;
    expect((await run(join('five', file), '--out', 'six')).status).toBe(0);
    expect(await readFile(join(folder, 'six', file))).toEqual(await readFile(join(folder, 'five', file)));

    const csv = join(folder, 'figures.csv');
    const data = await openDataInNode({ directory: join(folder, 'five') });
    await writeFile(csv, toCsv(await data.query('figures')));
    await data.close();
    const refused = await run('figures.csv', '--out', 'five');
    expect(refused.status).toBe(1);
    expect(refused.err).toContain('CSV 里只有数据');
    expect((await run('figures.csv', '--out', 'seven')).status).toBe(0);
    const again = await openDataInNode({ directory: join(folder, 'seven') });
    const title = '2023年度青川市档案馆部门决算';
    expect(toCsv(await again.query('figures'))).toBe(
      (await readFile(csv, 'utf8')).replaceAll(title, `${title}（仅数据，由 CSV 导入）`),
    );
    await again.close();
    for (const made of ['five', 'six', 'seven', 'figures.csv']) await rm(join(folder, made), { recursive: true });
  });

  it('explains itself where the arguments are wrong', async () => {
    for (const args of [[], ['--bogus', 'good.txt'], ['good.txt', '--format', 'xml']]) {
      const { status, out, err } = await run(...args);
      expect([status, out]).toEqual([1, '']);
      expect(err).toContain('用法：npm run --silent ingest -- 文件');
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  });
});
