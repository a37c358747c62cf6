import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { claim, ENGINES, figure, given, pick } from '../given.ts';
import { bodies, money, project, UNIT } from './evaluation.ts';

describe.each(ENGINES)('project_rate in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const rates = async (...rows: SnapshotRow[]) => {
    const data = await given(engine, [...bodies(), ...rows], 'project_rate');
    return (await data.run('reconciliation'))
      .filter(({ rule }) => rule === 'project_rate')
      .map((row) => pick(row, 'left_value', 'right_value', 'verdict', 'reason', 'reason_detail'));
  };

  it('takes the rate of the revised budget, and of the initial one where that alone is published', async () => {
    const found = await rates(
      ...money('附件1', { initial: '108', revised: '54', actual: '51.72', rate: '96' }),
      ...money('附件2', { initial: '20', actual: '10', rate: '50' }),
    );
    expect(found).toMatchObject([
      { left_value: '96', right_value: '95.7778', verdict: 'agree' },
      { left_value: '50', right_value: '50', verdict: 'agree' },
    ]);
  });

  it('tells a rate that was cut off from one that is wrong', async () => {
    const found = await rates(
      ...money('附件1', { revised: '293', actual: '277.92', rate: '94.00' }),
      ...money('附件2', { revised: '29.73', actual: '29.71', rate: '99' }),
      ...money('附件3', { revised: '100', actual: '50', rate: '60' }),
    );
    expect(found.map(({ left_value, verdict, reason }) => [left_value, verdict, reason])).toEqual([
      ['60', 'conflict', null],
      ['99', 'conflict', 'truncated'],
      ['94', 'conflict', 'truncated'],
    ]);
  });

  it('says which other budget the rate is exactly of', async () => {
    expect(await rates(...money('附件1', { initial: '100', revised: '80', actual: '60', rate: '60' }))).toEqual([
      {
        left_value: '60',
        right_value: '75',
        verdict: 'scope_differs',
        reason: 'other_budget',
        reason_detail: '年初预算数 100',
      },
    ]);
    const overall = money(
      '附件3 整体支出绩效自评表',
      { revised: '4840.06', actual: '4820.76', rate: '93.34' },
      'total',
      { statement: 'overall_evaluation' },
    );
    const told = claim('amount', '5164.67', {
      department_id: UNIT,
      measure: 'revenue',
      subject: '预算收入',
      column_key: 'revised_budget',
    });
    expect(await rates(...overall, told)).toMatchObject([
      { verdict: 'scope_differs', reason: 'other_budget', reason_detail: '另一处公布的预算收入 5164.67' },
    ]);
  });

  it('finds the other amount spent that makes the rate right', async () => {
    const cells = { revised: '146.6', actual: '141.24', rate: '96.36' };
    const elsewhere = claim('amount', '141.27', {
      department_id: UNIT,
      subject: '交通站建设专项',
      column_key: 'actual',
    });
    expect(
      await rates(...money('附件1', cells), project('附件1', '交通站建设专项（追加）', cells), elsewhere),
    ).toMatchObject([{ verdict: 'conflict', reason: 'other_amount', reason_detail: '另一处公布的执行数 141.27' }]);
  });

  it('gives no rate of 0 of 0, nor of amounts that are not published', async () => {
    const found = await rates(
      ...money('附件1', { revised: '0', actual: '0', rate: '0' }),
      ...money('附件2', { rate: '100' }),
      ...money('附件3', { revised: '0', actual: '5', rate: '100' }),
    );
    expect(found.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['conflict', 'zero_base'],
      ['not_checkable', 'zero_of_zero'],
      ['not_checkable', 'not_published'],
    ]);
  });

  it('does not repeat the whole in the one source that it comes from', async () => {
    const cells = { revised: '15', actual: '14.96', rate: '99.7' };
    expect(await rates(...money('附件1', cells, 'current_appropriation'), ...money('附件1', cells))).toHaveLength(1);
  });

  it('takes the share of the establishment that is in post', async () => {
    const row = (amount: string, cells: SnapshotRow) =>
      figure(amount, { department_id: UNIT, statement: 'performance_base', place_section: '附件2', ...cells });
    const people = { unit: '人', half_width: '0', column_key: 'actual' };
    expect(
      await rates(
        row('126', { row_code: 'staff_quota', ...people }),
        row('117', { row_code: 'staff', ...people }),
        row('92.86', { row_code: 'staff_control', column_key: 'control_pct', unit: '%' }),
      ),
    ).toMatchObject([{ left_value: '92.86', right_value: '92.8571', verdict: 'agree' }]);
  });
});
