import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { claim, department, ENGINES, figure, given, pick } from '../given.ts';

const said = (amount: string, cells: SnapshotRow) =>
  claim('amount', amount, { section_no: '五', sentence: '1', base: null, column_key: 'initial_budget', ...cells });
const total = (amount: string, column = 'initial_budget') =>
  said(amount, { measure: 'general_public_expenditure', subject: '财政拨款支出', column_key: column });
const item = (code: string, amount: string, column = 'initial_budget') =>
  said(amount, { subject_code: code, subject: `某某（类）某某（款）${code}（项）`, column_key: column });
const inStatement = (code: string, amount: string) =>
  figure(amount, { statement: 'general_public_expenditure', row_code: code, column_key: 'expenditure', level: '3' });

describe.each(ENGINES)('listed_sum in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const found = async (rows: SnapshotRow[]) => {
    const data = await given(engine, [...department(), ...rows], 'listed_sum');
    return (await data.run('reconciliation')).filter(({ rule }) => rule === 'listed_sum');
  };

  it('agrees where the listed 项 give the stated total, one that is listed twice counting once', async () => {
    const [row, ...others] = await found([
      total('100'),
      ...[item('2010101', '40'), item('2080505', '60'), item('2080505', '60')],
    ]);
    expect(others).toEqual([]);
    expect(pick(row, 'verdict', 'left_value', 'right_value', 'right_label')).toEqual({
      verdict: 'agree',
      left_value: '100',
      right_value: '100',
      right_label: '所列 2 项之和',
    });
  });

  it('leaves each 项 its rounding: 100.01 and two 项 of 50 differ by no more than that', async () => {
    const [row] = await found([total('100.01'), item('2010101', '50'), item('2080505', '50')]);
    expect(pick(row, 'verdict', 'tolerance')).toEqual({ verdict: 'rounding', tolerance: '0.015' });
  });

  it('contradicts a total that is less than what is listed', async () => {
    const [row] = await found([total('90'), item('2010101', '40'), item('2080505', '60')]);
    expect(pick(row, 'verdict', 'difference')).toEqual({ verdict: 'conflict', difference: '-10' });
  });

  it('does not contradict a budget that is more: what was not spent may not be listed', async () => {
    const [row] = await found([total('110'), item('2010101', '40'), item('2080505', '60')]);
    expect(pick(row, 'verdict', 'reason')).toEqual({ verdict: 'not_checkable', reason: 'not_all_listed' });
  });

  it('does not contradict spending that is more where the statement has a 项 that is not listed', async () => {
    const listed = [total('110', 'actual'), item('2010101', '40', 'actual'), item('2080505', '60', 'actual')];
    const statement = [inStatement('2010101', '40'), inStatement('2080505', '60')];
    expect((await found([...listed, ...statement]))[0]?.['verdict']).toBe('conflict');
    const [row] = await found([...listed, ...statement, inStatement('2210201', '10')]);
    expect(pick(row, 'verdict', 'reason')).toEqual({ verdict: 'not_checkable', reason: 'not_all_listed' });
  });

  it('says so where the amounts of the statement give the stated total', async () => {
    const [row] = await found([
      ...[total('100', 'actual'), item('2010101', '40', 'actual'), item('2080505', '55', 'actual')],
      ...[inStatement('2010101', '40'), inStatement('2080505', '60')],
    ]);
    expect(pick(row, 'verdict', 'reason')).toEqual({ verdict: 'conflict', reason: 'other_amount' });
  });

  it('does not judge a list that gives one 项 two amounts, unless the first of them fits', async () => {
    const twice = [item('2010101', '40'), item('2010101', '45'), item('2080505', '60')];
    expect((await found([total('100'), ...twice]))[0]?.['verdict']).toBe('agree');
    const [row] = await found([total('95'), ...twice]);
    expect(pick(row, 'verdict', 'reason')).toEqual({ verdict: 'not_checkable', reason: 'parts_differ' });
  });

  it('says nothing of one 项 alone, nor where the text states two totals', async () => {
    expect(await found([total('90'), item('2010101', '40')])).toEqual([]);
    expect(await found([total('90'), total('95'), item('2010101', '40'), item('2080505', '60')])).toEqual([]);
  });
});
