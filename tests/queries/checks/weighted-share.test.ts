import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { claim, department, ENGINES, given, pick } from '../given.ts';

const said = (kind: string, value: string, cells: SnapshotRow) =>
  claim(kind, value, { section_no: '十一', sentence: '1', base: null, column_key: null, ...cells });
const spent = (measure: string, amount: string) =>
  said('amount', amount, { measure, subject: measure, column_key: 'actual' });
const share = (base: string, subject: string, rate: string, decimals = '0.05') =>
  said('share_pct', rate, { base, subject, half_width: decimals });

describe.each(ENGINES)('weighted_share in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  /** 200 of goods, 100 of works, 100 of services; `goods` percent of the goods and all else from small businesses. */
  const disclosure = (toSmall: string, goods: string) => [
    ...department(),
    ...[spent('procurement', '400'), spent('procurement_goods', '200')],
    ...[spent('procurement_works', '100'), spent('procurement_services', '100')],
    said('amount', toSmall, { subject: '授予中小企业合同金额', column_key: 'other' }),
    share('procurement', '授予中小企业合同金额', '80'),
    share('procurement_goods', '货物采购授予中小企业合同金额', goods),
    share('procurement_works', '工程采购授予中小企业合同金额', '100'),
    share('procurement_services', '服务采购授予中小企业合同金额', '100'),
  ];
  const found = async (rows: SnapshotRow[]) => {
    const data = await given(engine, rows, 'weighted_share');
    return (await data.run('reconciliation')).filter(({ rule }) => rule === 'weighted_share');
  };

  it('agrees where the shares give the amount: 200 × 60 % + 100 + 100 = 320', async () => {
    const [row, ...others] = await found(disclosure('320', '60'));
    expect(others).toEqual([]);
    expect(pick(row, 'verdict', 'right_value')).toEqual({ verdict: 'agree', right_value: '320' });
  });

  it('contradicts an amount that the shares cannot give however they were rounded', async () => {
    const [row] = await found(disclosure('321', '60'));
    expect(pick(row, 'verdict', 'left_value', 'right_value', 'difference')).toEqual({
      verdict: 'conflict',
      left_value: '321',
      right_value: '320',
      difference: '1',
    });
  });

  it('leaves the rounding of the shares room: ±0.05 points of 400 are 0.2', async () => {
    const [row] = await found(disclosure('320.2', '60'));
    expect(row?.['verdict']).toBe('rounding');
  });

  it('says nothing where one of the three shares is not stated', async () => {
    expect(await found(disclosure('321', '60').filter(({ base }) => base !== 'procurement_works'))).toEqual([]);
  });
});
