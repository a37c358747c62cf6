import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Row } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { claim, department, ENGINES, figure, given, pick } from '../given.ts';

const IN_SENTENCE = {
  section_no: '七',
  sentence: '10',
  subject: '“三公”经费',
  measure: 'three_public',
  fund: 'fiscal',
};
const stated = (column: string, amount: string, cells: SnapshotRow = {}) =>
  claim('amount', amount, { ...IN_SENTENCE, column_key: column, ...cells });
const change = (amount: string, cells: SnapshotRow = {}) => claim('change', amount, { ...IN_SENTENCE, ...cells });
const changePct = (rate: string, cells: SnapshotRow = {}) => claim('change_pct', rate, { ...IN_SENTENCE, ...cells });
const executionPct = (rate: string, base: string, cells: SnapshotRow = {}) =>
  claim('execution_pct', rate, { ...IN_SENTENCE, base, ...cells });
const share = (subject: string, amount: string, rate: string) => [
  stated('actual', amount, { subject, measure: null }),
  claim('share_pct', rate, { ...IN_SENTENCE, subject, measure: null, base: 'three_public', half_width: '0.05' }),
];

describe.each(ENGINES)('stated_rate in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const rates = async (...rows: SnapshotRow[]): Promise<Row[]> => {
    const data = await given(engine, [...department(), ...rows], 'stated_rate');
    const found = await data.run('reconciliation');
    return found.filter(({ rule }) => rule === 'stated_rate');
  };
  const only = async (...rows: SnapshotRow[]) => {
    const found = await rates(...rows);
    expect(found).toHaveLength(1);
    return pick(found[0], 'right_value', 'verdict', 'reason');
  };

  it('recomputes a change from the change and this year, and knows the budget as a wrong divisor', async () => {
    const amounts = [stated('budget', '53.5'), stated('actual', '45.07'), change('-2.37')];
    expect(await only(...amounts, changePct('-5.0'))).toEqual({
      right_value: '-4.9958',
      verdict: 'agree',
      reason: null,
    });
    expect(await only(...amounts, changePct('-4.4'))).toEqual({
      right_value: '-4.9958',
      verdict: 'conflict',
      reason: 'divided_by_budget',
    });
    expect(await only(...amounts, changePct('-5.3'))).toMatchObject({ reason: 'divided_by_this_year' });
    expect(await only(...amounts, changePct('-9.9'))).toMatchObject({ verdict: 'conflict', reason: null });
  });

  it('takes last year as it is stated, and holds the change against both years', async () => {
    const years = [stated('actual', '30'), stated('prior_actual', '40')];
    expect(await only(...years, changePct('-25.0'))).toEqual({ right_value: '-25', verdict: 'agree', reason: null });
    expect(await only(...years, change('-10'))).toEqual({ right_value: '-10', verdict: 'agree', reason: null });
    expect(await only(...years, change('-11'))).toEqual({ right_value: '-10', verdict: 'conflict', reason: null });
  });

  it('tells a cut off rate from a wrong one', async () => {
    const amounts = [stated('actual', '9746.5'), stated('initial_budget', '10210.34')];
    expect(await only(...amounts, executionPct('95.45', 'initial_budget', { half_width: '0.005' }))).toEqual({
      right_value: '95.4572',
      verdict: 'conflict',
      reason: 'truncated',
    });
    const [row] = await rates(...amounts, executionPct('95.45', 'initial_budget', { half_width: '0.005' }));
    expect(row!['severity']).toBe(1);
  });

  it('knows the rate of the other budget', async () => {
    const amounts = [stated('actual', '30'), stated('initial_budget', '40'), stated('revised_budget', '50')];
    expect(await only(...amounts, executionPct('75', 'initial_budget'))).toMatchObject({ verdict: 'agree' });
    expect(await only(...amounts, executionPct('60', 'initial_budget'))).toEqual({
      right_value: '75',
      verdict: 'conflict',
      reason: 'other_rate',
    });
  });

  it('gives no rate on a budget of 0, and none of nothing', async () => {
    const unbudgeted = [stated('actual', '43.69'), stated('initial_budget', '0')];
    expect(await only(...unbudgeted, executionPct('87.1', 'initial_budget'))).toEqual({
      right_value: null,
      verdict: 'conflict',
      reason: 'zero_base',
    });
    const nothing = [stated('actual', '0'), stated('initial_budget', '0')];
    expect(await only(...nothing, executionPct('0', 'initial_budget'))).toEqual({
      right_value: null,
      verdict: 'not_checkable',
      reason: 'zero_of_zero',
    });
    expect(await only(stated('actual', '5'), change('5'), changePct('100'))).toMatchObject({ reason: 'zero_base' });
  });

  it('says in a sentence that a rate on 0 is none, and whose rate it is', async () => {
    const other = { subject: '另一项', measure: null };
    const found = await rates(
      stated('actual', '470.19', other),
      stated('initial_budget', '540', other),
      executionPct('87.1', 'initial_budget', other),
      stated('actual', '43.69'),
      stated('initial_budget', '0'),
      executionPct('87.1', 'initial_budget'),
    );
    const copied = found.find(({ reason }) => reason === 'zero_base');
    expect(copied!['reason_detail']).toBe('与“另一项”的 87.1% 相同，疑为沿用');
    expect(copied!['message']).toBe(
      '“三公”经费：正文所写预算完成率 87.1%，按公布数计算 没有比例，不一致（待核实）：以 0 为基数没有比例（与“另一项”的 87.1% 相同，疑为沿用）。',
    );
  });

  it('prefers the amounts of the same sentence, and looks for another that fits', async () => {
    const far = { sentence: '2' };
    const rows = [stated('actual', '30', far), stated('actual', '31'), stated('initial_budget', '40')];
    expect(await only(...rows, executionPct('77.5', 'initial_budget'))).toMatchObject({ verdict: 'agree' });
    expect(await only(...rows, executionPct('75.0', 'initial_budget'))).toMatchObject({ reason: 'other_amount' });
  });

  it('adds up the shares of all parts, not of some', async () => {
    const whole = stated('actual', '100');
    const sum = (rows: readonly Row[]) => rows.filter(({ left_label: label }) => label === '整体');
    const all = await rates(whole, ...share('甲', '60', '60'), ...share('乙', '40', '40'));
    expect(sum(all).map(({ right_value: value, verdict }) => [value, verdict])).toEqual([['100', 'agree']]);
    expect(sum(await rates(whole, ...share('甲', '60', '60'), ...share('乙', '30', '30')))).toEqual([]);
  });

  it('knows a share that was bent to make the sum 100', async () => {
    const found = await rates(
      stated('actual', '6504.45'),
      ...share('甲', '47.86', '0.7'),
      ...share('乙', '698.5', '10.7'),
      ...share('丙', '392.96', '6.0'),
      ...share('丁', '5077.56', '78.1'),
      ...share('戊', '43.69', '0.7'),
      ...share('己', '243.88', '3.8'),
    );
    const conflicts = found.filter(({ verdict }) => verdict === 'conflict');
    expect(conflicts.map((row) => pick(row, 'left_value', 'reason', 'severity'))).toEqual([
      { left_value: '3.8', reason: 'forced_sum', severity: 1 },
    ]);
  });

  it('finds a share that cannot be', async () => {
    const found = await rates(stated('actual', '100'), ...share('甲', '60', '160'));
    expect(pick(found[0], 'verdict', 'reason', 'severity')).toEqual({
      verdict: 'conflict',
      reason: 'impossible',
      severity: 5,
    });
  });

  it('does not hold a rate of the initial budget against a table’s budget of no named kind', async () => {
    const table = (amount: string) =>
      figure(amount, {
        statement: 'three_public',
        side: 'expenditure',
        row_code: 'three_public',
        row_name: '合计',
        column_key: 'budget',
        fund: 'fiscal',
      });
    const spent = stated('actual', '30');
    expect(await only(table('40'), spent, executionPct('75', 'initial_budget'))).toMatchObject({ verdict: 'agree' });
    expect(await only(table('50'), spent, executionPct('75', 'initial_budget'))).toMatchObject({
      verdict: 'not_checkable',
      reason: 'unclear_budget',
    });
    expect(await only(table('0'), spent, executionPct('75', 'initial_budget'))).toMatchObject({
      verdict: 'not_checkable',
      reason: 'unclear_budget',
    });
    expect(await only(table('50'), spent, executionPct('75', 'budget'))).toMatchObject({ verdict: 'conflict' });
  });

  it('recomputes what the text compares with the budget', async () => {
    const amounts = [stated('actual', '30'), stated('initial_budget', '40')];
    const base = { base: 'initial_budget' };
    expect(await only(...amounts, changePct('-25.0', base))).toMatchObject({ right_value: '-25', verdict: 'agree' });
    expect(await only(...amounts, change('-9', base))).toMatchObject({ right_value: '-10', verdict: 'conflict' });
  });

  it('does not take what only has the same name elsewhere', async () => {
    const name = { subject: '尾款', measure: null };
    const elsewhere = { ...name, sentence: '90', section_no: 'report-1' };
    expect(
      await only(
        stated('actual', '30', name),
        stated('initial_budget', '40', elsewhere),
        executionPct('10', 'initial_budget', name),
      ),
    ).toMatchObject({ verdict: 'not_checkable', reason: 'not_published' });
  });

  it('says that a rate without its amounts cannot be checked, and nothing of one in passing', async () => {
    expect(await only(changePct('5'))).toEqual({
      right_value: null,
      verdict: 'not_checkable',
      reason: 'not_published',
    });
    expect(await rates(changePct('5', { is_detail: 'true' }))).toEqual([]);
  });
});
