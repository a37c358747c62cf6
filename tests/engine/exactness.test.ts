import { afterAll, describe, expect, test } from 'vitest';
import { formatRows } from '../../src/cli/format-rows.ts';
import { exactText } from '../../src/engine/exact-text.ts';
import { openData } from '../../src/engine/load-snapshots.ts';
import { stagesOf } from '../../src/engine/stages.ts';
import { startNative } from '../../src/engine/native-engine.ts';
import { encodeParquet } from '../../src/engine/parquet.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';
import { formatAmount } from '../../src/money/format.ts';
import { rowsOf } from '../../src/snapshot/rows.ts';
import { sampleDisclosure, sampleFigure } from '../snapshot/sample-disclosure.ts';
import { EVERY_ENGINE } from './every-engine.ts';

const AMOUNTS = [
  '-565.63',
  '12345678901234567.89',
  '0',
  '540',
  '-0.000001',
  '0.1',
  '99999999999999999999999999.999999',
];

describe.each([
  { name: 'DuckDB-wasm', start: startWasmNode },
  { name: 'current DuckDB', start: startNative },
])('From a Parquet file through $name', ({ start }) => {
  test('an amount comes to the text of a page, to CSV and to JSON with every digit', async () => {
    const figures = AMOUNTS.map((amount) => sampleFigure({ amount }));
    const writer = await startWasmNode();
    const bytes = await encodeParquet(writer, rowsOf(sampleDisclosure({ figures })));
    await writer.close();
    const engine = await start();
    await openData(engine, [{ name: 'sample.parquet', bytes }], stagesOf([]));
    const result = await engine.query("select amount from snapshot where record = 'figure' order by ordinal");
    expect(result.rows.map(({ amount }) => amount)).toEqual(AMOUNTS);
    expect(formatAmount(result.rows[0]!.amount as string)).toBe('-565.63');
    expect(formatAmount(result.rows[1]!.amount as string)).toBe('12,345,678,901,234,567.89');
    expect(formatRows(result, 'csv')).toBe(['\uFEFFamount', ...AMOUNTS, ''].join('\r\n'));
    expect(JSON.parse(formatRows(result, 'json'))).toEqual(AMOUNTS.map((amount) => ({ amount })));
    await engine.close();
  });
});

describe.each(EVERY_ENGINE)('$name', ({ start }) => {
  const started = start();
  afterAll(async () => (await started).close());

  test('gives each type the same exact cell', async () => {
    const { rows } = await (
      await started
    ).query(
      `select 7::integer as small, 9007199254740993::bigint as large, -170141183460469231731687303715884105727::hugeint / 1
         is not null as division, 9007199254740993::hugeint as huge, sum(i) as total, count(*) as number,
         -8.0003::decimal(32, 4) as percent, 47.820000::decimal(32, 6) as trimmed, 100::decimal(9, 2) as hundred,
         0.00::decimal(9, 2) as zero, true as yes, null::decimal(9, 2) as missing, '' as empty, date '2024-03-01' as day,
         1.5::double as float, 255::utinyint as byte
       from range(5000) r(i)`,
    );
    expect(rows).toEqual([
      {
        small: 7,
        large: '9007199254740993',
        division: true,
        huge: '9007199254740993',
        total: '12497500',
        number: '5000',
        percent: '-8.0003',
        trimmed: '47.82',
        hundred: '100',
        zero: '0',
        yes: true,
        missing: null,
        empty: '',
        day: '2024-03-01',
        float: 1.5,
        byte: 255,
      },
    ]);
  });

  test('takes amounts as text and casts them in SQL', async () => {
    const { rows } = await (
      await started
    ).query('select cast(? as decimal(32, 6)) as a, cast(? as decimal(32, 6)) is null as b, ? + 1 as c', [
      '12345678901234567.89',
      null,
      1,
    ]);
    expect(rows).toEqual([{ a: '12345678901234567.89', b: true, c: 2 }]);
  });
});

test.each([
  [0n, 6, '0'],
  [-56_563n, 2, '-565.63'],
  [-1n, 6, '-0.000001'],
  [540_000_000n, 6, '540'],
  [5n, 0, '5'],
  [100n, 0, '100'],
  [-10n, 1, '-1'],
])('%d with %d decimals is written %s', (unscaled, scale, text) => {
  expect(exactText(unscaled, scale)).toBe(text);
});
