import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { claim, department, ENGINES, figure, given, pick } from './given.ts';

const spent = (code: string, amount: string) =>
  figure(amount, {
    statement: 'general_public_expenditure',
    row_code: code,
    row_name: code === 'total' ? '合计' : `科目${code}`,
    level: code === 'total' ? null : '3',
    column_key: 'expenditure',
    fund: 'general_public',
  });
const stated = (code: string, column: string, amount: string) =>
  claim('amount', amount, { subject_code: code, column_key: column, measure: null });
const budgeted = (code: string, amount: string) => stated(code, 'initial_budget', amount);

describe.each(ENGINES)('execution in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const execution = async (code: string, rows: SnapshotRow[]) => {
    const data = await given(engine, [...department(), ...rows]);
    const found = await data.run('execution', { year: 2024 });
    return found.find((row) => row['subject_code'] === code);
  };

  it('rates the total against the initial budget and says so', async () => {
    const row = await execution('total', [spent('total', '6504.45'), budgeted('total', '5529.26')]);
    expect(pick(row, 'execution_pct', 'execution_base', 'deviation', 'status')).toEqual({
      execution_pct: '117.6369',
      execution_base: 'initial',
      deviation: '975.19',
      status: 'over',
    });
  });

  it.each([
    ['89.99', 'under', '89.99'],
    ['90', 'within', '90'],
    ['110', 'within', '110'],
    ['110.01', 'over', '110.01'],
  ])('puts %s of 100 under "%s"', async (amount, status, rate) => {
    const row = await execution('2110101', [spent('2110101', amount), budgeted('2110101', '100')]);
    expect(pick(row, 'status', 'execution_pct')).toEqual({ status, execution_pct: rate });
  });

  it('gives spending without a budget no rate', async () => {
    const row = await execution('2110301', [spent('2110301', '809.17'), budgeted('2110301', '0')]);
    expect(pick(row, 'status', 'execution_pct', 'deviation')).toEqual({
      status: 'unbudgeted',
      execution_pct: null,
      deviation: '809.17',
    });
  });

  it('gives a contradicted amount no rate, and keeps the stated one', async () => {
    const row = await execution('2110199', [
      spent('2110199', '330.69'),
      budgeted('2110199', '193'),
      stated('2110199', 'actual', '188.34'),
      claim('execution_pct', '97.59', { subject_code: '2110199', base: 'initial_budget' }),
    ]);
    expect(pick(row, 'status', 'execution_pct', 'actual', 'alt_actual', 'stated_execution_pct')).toEqual({
      status: 'contested',
      execution_pct: null,
      actual: '330.69',
      alt_actual: '188.34',
      stated_execution_pct: '97.59',
    });
  });

  it('does not know the rate of a subject whose budget nobody states', async () => {
    const row = await execution('2110302', [spent('2110302', '58.53')]);
    expect(pick(row, 'status', 'execution_pct', 'initial_budget')).toEqual({
      status: 'not_known',
      execution_pct: null,
      initial_budget: null,
    });
  });

  it('lists a subject that was budgeted and not spent on: 0 of 40', async () => {
    const rows = [spent('total', '90'), spent('2110101', '90'), budgeted('2110302', '40')];
    const row = await execution('2110302', rows);
    expect(pick(row, 'actual', 'execution_pct', 'deviation', 'status', 'locator')).toEqual({
      actual: '0',
      execution_pct: '0',
      deviation: '-40',
      status: 'under',
      locator: null,
    });
  });

  it('does not take a subject for unspent where no statement lists what was spent', async () => {
    expect(await execution('2110302', [spent('total', '90'), budgeted('2110302', '40')])).toBeUndefined();
  });
});
