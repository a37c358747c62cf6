import { afterAll, describe, expect, test } from 'vitest';
import { QueryError } from '../../src/engine/engine.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';
import type { WasmEngine } from '../../src/engine/wasm-session.ts';
import { EVERY_ENGINE } from './every-engine.ts';

/** Run-time errors; those of a later row come after the first chunk of the result has left the database. */
const FAILING = {
  'a text that is no number': "select 'x'::integer as a",
  'a row far down': "select case when i = 9000 then 'x'::integer else i end as a from range(10000) r(i)",
  'the last row': "select case when i = 4999 then 'x'::integer else i end as a from range(5000) r(i)",
  'a DECIMAL that overflows in a cast': 'select cast(i * 100000 as decimal(7, 2)) as a from range(5000) r(i)',
  'a DECIMAL that overflows in a product':
    'select (99999999999999999999999999999999999999::decimal(38, 0) - i) * 10 as a from range(5000) r(i)',
  'a sum out of range': 'select cast(sum(i) as tinyint) as a from range(5000) r(i)',
  'an INTEGER that overflows': 'select cast(2147483647 + i as integer) as a from range(5000) r(i)',
  'a date that does not exist': "select cast('2024-02-3' || i as date) as a from range(10) r(i)",
  'an error in a filter':
    "select i from range(5000) r(i) where cast(case when i > 4500 then 'x' else '1' end as integer) = 1",
  'an error below a window':
    "select sum(cast(case when i = 4999 then 'x' else '1' end as integer)) over (order by i) as a from range(5000) r(i)",
  'an error said in SQL': "select case when i = 4200 then error('stop') else 'go' end as a from range(5000) r(i)",
  'a name that does not exist': 'select nothing from nowhere',
  'no SQL': 'selec 1',
  'two statements': 'select 1; select 2',
  'a missing file': "select * from read_parquet('missing.parquet')",
};

describe.each(EVERY_ENGINE)('$name', ({ start }) => {
  const started = start();
  afterAll(async () => (await started).close());

  test.each(Object.entries(FAILING))('rejects, never a shortened result: %s', async (_, sql) => {
    const engine = await started;
    const error = await engine.query(sql).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(QueryError);
    expect((error as QueryError).sql).toBe(sql);
    expect((await engine.query('select 42 as a')).rows).toEqual([{ a: 42 }]);
  });

  test('gives all rows of a long result', async () => {
    const { rows } = await (await started).query('select i::integer as i from range(10000) r(i)');
    expect(rows.map(({ i }) => i)).toEqual(Array.from({ length: 10_000 }, (_, index) => index));
  });

  test('rejects values that have no exact cell', async () => {
    const engine = await started;
    await expect(engine.query('select [1, 2] as a')).rejects.toThrow(/VARCHAR/);
    await expect(engine.query("select timestamp '2024-01-01' as a")).rejects.toThrow(/VARCHAR/);
  });
});

describe('A statement or parameter that is too long for the stack of the wasm engine', () => {
  test.each([
    ['statement', (engine: WasmEngine) => engine.query(`select 1 as a -- ${'长'.repeat(22_000)}`)],
    [
      'parameter',
      (engine: WasmEngine) => engine.query('select length(cast(? as varchar)) as a', ['长'.repeat(22_000)]),
    ],
  ])('is refused with its length, and the engine lives on: a %s', async (_, ask) => {
    const engine = await startWasmNode();
    await expect(ask(engine)).rejects.toThrow(/66\d{3} 字节/);
    const long = await engine.query('select length(cast(? as varchar)) as a', ['长'.repeat(12_000)]);
    expect(long.rows).toEqual([{ a: '12000' }]);
    await engine.close();
  });
});
