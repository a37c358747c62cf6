import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDataInBrowser, type OpenProgress } from '../../src/engine/data-in-browser.ts';
import { EngineLost } from '../../src/engine/engine-lost.ts';
import { QueryError } from '../../src/engine/engine.ts';
import { encodeParquet } from '../../src/engine/parquet.ts';
import { restartingEngine } from '../../src/engine/restarting-engine.ts';
import type { WasmEngine } from '../../src/engine/wasm-session.ts';
import { startWasmWorker } from '../../src/engine/wasm-worker-engine.ts';
import { formatAmount } from '../../src/money/format.ts';
import { rowsOf } from '../../src/snapshot/rows.ts';
import { sha256Hex } from '../../src/snapshot/verify.ts';
import { SAMPLE_SHA256, sampleDisclosure, sampleFigure } from '../snapshot/sample-disclosure.ts';

/** Never gives the worker a moment to listen: only ending it helps. */
const ENDLESS = 'select sum(hash(a.i + b.i)) as s from range(10000000) a(i), range(10000000) b(i)';
const DEADLY = Array.from({ length: 300 }, (_, i) => `select ${i} as a`).join(' union all ');

describe('DuckDB-wasm in a worker', () => {
  let engine: WasmEngine;
  beforeAll(async () => {
    engine = await startWasmWorker();
  });
  afterAll(() => engine.close());

  test('carries amounts from Parquet to the text of the page with every digit', async () => {
    const figures = ['-565.63', '12345678901234567.89'].map((amount) => sampleFigure({ amount }));
    const bytes = await encodeParquet(engine, rowsOf(sampleDisclosure({ figures })));
    await engine.addFile('sample.parquet', bytes);
    expect(bytes.length).toBeGreaterThan(0);
    const { rows } = await engine.query(
      "select amount from read_parquet('sample.parquet') where record = 'figure' order by ordinal",
    );
    expect(rows.map(({ amount }) => formatAmount(amount as string))).toEqual(['-565.63', '12,345,678,901,234,567.89']);
  });

  test('writes the same bytes as in Node', async () => {
    // Held there too: tests/snapshot/write.test.ts.
    const bytes = await encodeParquet(engine, rowsOf(sampleDisclosure()));
    expect(sha256Hex(bytes)).toBe(SAMPLE_SHA256);
  });

  test('rejects an error that comes after the first chunk', async () => {
    const failing = engine.query("select case when i = 9000 then 'x'::integer else i end as a from range(10000) r(i)");
    await expect(failing).rejects.toBeInstanceOf(QueryError);
    await expect(failing).rejects.not.toBeInstanceOf(EngineLost);
  });

  test('answers a hundred statements sent at once, each with its own answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => engine.query('select cast(? as varchar) as mine', [`n${n}`])),
    );
    expect(answers.map(({ rows }) => rows[0]!.mine)).toEqual(Array.from({ length: 100 }, (_, n) => `n${n}`));
  });

  test('asks no other origin for anything, whatever the SQL names', async () => {
    for (const address of ['https://example.org/a.parquet', 'http://127.0.0.1:9/a.parquet', 's3://bucket/a.parquet']) {
      await expect(engine.query(`select * from read_parquet('${address}')`)).rejects.toBeInstanceOf(QueryError);
    }
    await expect(engine.query('install httpfs')).rejects.toBeInstanceOf(QueryError);
    const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);
    expect(new Set(asked)).toEqual(new Set([location.origin]));
  });
});

describe('A worker that hangs or crashes', () => {
  const start = async () => {
    const causes: EngineLost[] = [];
    const engine = await restartingEngine(
      () => startWasmWorker(),
      async (fresh) => {
        await fresh.query('create table kept as select 7 as a');
      },
      { timeLimit: 1_000, onRestart: (cause) => causes.push(cause) },
    );
    return { engine, causes };
  };

  test.each([
    ['hangs', ENDLESS, 'longer than 1 s'],
    ['crashes', DEADLY, 'crashed'],
  ])('%s is ended, what waits is rejected, and a new one has the same tables', async (_, sql, reason) => {
    const { engine, causes } = await start();
    const [first, second] = await Promise.allSettled([engine.query(sql), engine.query('select 1')]);
    expect(first).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining(reason) as string } });
    expect(second).toMatchObject({ status: 'rejected', reason: { name: 'EngineLost' } });
    expect((await engine.query('select a from kept')).rows).toEqual([{ a: 7 }]);
    expect(causes).toHaveLength(1);
    await engine.close();
  });
});

describe('The shipped data in the page', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('open with progress, and the queries answer', async () => {
    const seen: OpenProgress[] = [];
    const data = await openDataInBrowser({ data: '/data/', onProgress: (progress) => seen.push(progress) });
    expect(data.refused).toEqual([]);
    const { rows } = await data.query('headline_changes', { department: 'zhuzhou-ecology', year: 2024 });
    expect(rows.find(({ measure }) => measure === 'total')).toMatchObject({ change: '-565.63', change_pct: '-8.0003' });
    expect(new Set(seen.map(({ stage }) => stage))).toEqual(new Set(['engine', 'data', 'queries']));
    const engine = seen.filter(({ stage }) => stage === 'engine');
    expect(engine.at(-1)!.loaded).toBeGreaterThan(18_000_000);
    const last = seen.filter(({ stage }) => stage === 'data').at(-1)!;
    expect(last.loaded).toBe(last.total);
    await data.close();
  });

  test('without a manifest fail with what to do', async () => {
    await expect(openDataInBrowser({ data: '/nowhere/' })).rejects.toMatchObject({ name: 'SnapshotError' });
  });

  test('with one snapshot missing load the others and name it', async () => {
    const own = fetch;
    vi.stubGlobal('fetch', async (address: URL, init?: RequestInit) =>
      String(address).endsWith('.parquet') ? new Response(null, { status: 404 }) : own(address, init),
    );
    const data = await openDataInBrowser({ data: '/data/' });
    expect(data.refused.length).toBeGreaterThan(0);
    expect(data.refused.every(({ reason, message }) => reason === 'missing' && message.includes('404'))).toBe(true);
    expect((await data.query('headline_changes')).rows).toEqual([]);
    await data.close();
  });
});

test.each([
  ['is not there', `${location.origin}/none.wasm`, /HTTP 404|WebAssembly/],
  ['is on another origin', 'https://example.org/duckdb.wasm', /another origin refused/],
])('An engine whose file %s fails to start instead of waiting for ever', async (_, address, reason) => {
  const OwnWorker = Worker;
  class ElsewhereWorker extends OwnWorker {
    override postMessage(message: { call?: string }, ...rest: never[]) {
      const addresses = { eh: address, mvp: address };
      super.postMessage(message.call === 'start' ? { ...message, addresses } : message, ...rest);
    }
  }
  vi.stubGlobal('Worker', ElsewhereWorker);
  const starting = startWasmWorker();
  vi.unstubAllGlobals();
  await expect(starting).rejects.toBeInstanceOf(EngineLost);
  await expect(starting).rejects.toThrow(reason);
});
