import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { readSqlFiles } from '../../src/engine/sql-files-node.ts';
import { ENGINES } from './given.ts';

/** The rate by the book, on integers: units of 0.0001 %, half away from zero. */
function expectedPercent(part: bigint, whole: bigint): string | null {
  if (whole === 0n) return null;
  const base = whole < 0n ? -whole : whole;
  const size = ((part < 0n ? -part : part) * 2_000_000n + base) / (2n * base);
  const digits = size.toString().padStart(5, '0');
  const text = `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '');
  return part < 0n && size !== 0n ? `-${text}` : text;
}

/** Hundredths of 万元 as decimal text. */
function cents(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

describe.each(ENGINES)('percent in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
    const macros = (await readSqlFiles()).find(({ path }) => path === 'models/macro_percent.sql')!;
    for (const statement of macros.statements) await engine.query(statement);
  });
  afterAll(() => engine.close());

  const percents = async (pairs: readonly (readonly [string, string | null])[]) => {
    const values = pairs
      .map(([part, whole], i) => `(${i}, '${part}', ${whole === null ? 'null' : `'${whole}'`})`)
      .join(', ');
    const { rows } = await engine.query(
      `select percent(cast(part as decimal(32, 6)), cast(whole as decimal(32, 6))) as rate
       from (values ${values}) as t (position, part, whole) order by position`,
    );
    return rows.map(({ rate }) => rate);
  };

  it('rounds half away from zero at the fourth decimal', async () => {
    expect(
      await percents([
        ['-565.63', '7070.08'],
        ['975.19', '5529.26'],
        ['1', '3'],
        ['-2', '3'],
        ['0.000001', '2'],
        ['-0.000001', '2'],
      ]),
    ).toEqual(['-8.0003', '17.6369', '33.3333', '-66.6667', '0.0001', '-0.0001']);
  });

  it('divides by the size of the whole: less of a negative amount is an increase', async () => {
    expect(await percents([['5', '-10']])).toEqual(['50']);
  });

  it('is not known where the whole is 0 or not known', async () => {
    expect(
      await percents([
        ['5', '0'],
        ['0', '0'],
        ['5', null],
      ]),
    ).toEqual([null, null, null]);
  });

  it('is what exact integers give, for amounts up to ten million 亿元', async () => {
    const amount = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
    const pair = fc.tuple(amount, fc.oneof(amount, fc.bigInt({ min: -5n, max: 5n })));
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 40, maxLength: 80 }), async (pairs) => {
        const rates = await percents(pairs.map(([part, whole]) => [cents(part), cents(whole)] as const));
        expect(rates).toEqual(pairs.map(([part, whole]) => expectedPercent(part, whole)));
      }),
      { numRuns: 10 },
    );
  });
});
