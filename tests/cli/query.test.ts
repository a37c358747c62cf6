import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeParquet } from '../../src/engine/parquet.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';
import { writeSnapshot } from '../../src/snapshot/write.ts';
import { sampleDisclosure, sampleFigure } from '../snapshot/sample-disclosure.ts';

const SCRIPT = fileURLToPath(new URL('../../src/cli/query.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'query-'));
  const engine = await startWasmNode();
  const disclosure = sampleDisclosure({
    figures: ['-565.63', '12345678901234567.89'].map((amount) => sampleFigure({ amount })),
  });
  await writeSnapshot(disclosure, directory, (rows) => encodeParquet(engine, rows));
  await engine.close();
});
afterAll(() => rm(directory, { recursive: true }));

interface Run {
  status: number;
  out: string;
  err: string;
}

function query(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', TSX, SCRIPT, ...args], (error, out, err) => {
      resolve({ status: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

describe('The command line of the queries', () => {
  test('prints one JSON array and nothing else, amounts exact', async () => {
    const { status, out, err } = await query('figures', '--data', directory);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const amounts = (JSON.parse(out) as { amount: string }[]).map(({ amount }) => amount);
    expect(amounts).toEqual(['-565.63', '12345678901234567.89']);
  });

  test('prints CSV with the same exact text', async () => {
    const { status, out } = await query('figures', '--data', directory, '--format', 'csv', '--department', 'sample');
    expect(status).toBe(0);
    expect(out.startsWith('\uFEFFdepartment_id,')).toBe(true);
    expect(out).toContain(',-565.63,');
    expect(out).toContain(',12345678901234567.89,');
  });

  test.each([
    [['nothing'], '没有名为“nothing”的查询，可用的有：', 'figures'],
    [['figures', '--department', 'elsewhere'], '没有部门“elsewhere”', 'sample'],
    [['figures', '--year', '1999'], '没有 1999 年度', '2024'],
    [['figures', '--department', 'sample', '--year', '1999'], 'sample没有 1999 年度', '2024'],
    [['figures', '--year', 'last'], '年度“last”', '四位数字'],
    [['figures', '--format', 'xml'], '没有格式“xml”', 'json、csv、table'],
    [['figures', '--colour'], '--colour', '用法'],
    [['figures', 'more'], '多了“more”', '用法'],
    [[], '没有给出查询名', '用法'],
  ])('%j is wrong input: status 1 and one line that says what there is', async (args, what, there) => {
    const { status, out, err } = await query(...args, '--data', directory);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain(what);
    expect(err).toContain(there);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('without data says where it looked', async () => {
    const { status, err } = await query('figures', '--data', join(directory, 'nowhere'));
    expect(status).toBe(1);
    expect(err).toContain('nowhere');
  });

  test('names a damaged snapshot on standard error and answers with the others', async () => {
    const damaged = await mkdtemp(join(tmpdir(), 'query-damaged-'));
    const manifest = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')) as {
      snapshots: { file: string }[];
    };
    await writeFile(join(damaged, 'manifest.json'), JSON.stringify(manifest));
    await writeFile(join(damaged, manifest.snapshots[0]!.file), 'cut');
    const { status, out, err } = await query('figures', '--data', damaged);
    expect({ status, rows: JSON.parse(out) as unknown }).toEqual({ status: 0, rows: [] });
    expect(err).toContain(manifest.snapshots[0]!.file);
    await rm(damaged, { recursive: true });
  });
});
