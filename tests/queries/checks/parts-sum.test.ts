import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { claim, ENGINES, figure } from '../given.ts';
import { found, statementRow, told } from './comparisons.ts';

describe.each(ENGINES)('The sum of the parts in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const sums = async (...rows: SnapshotRow[][]) => told(await found(engine, 'parts_sum', rows.flat()));

  it('is 本年支出, with every kind of expenditure that has a column', async () => {
    const kinds = { expenditure: '100', basic: '60', project: '30', business: '10' };
    expect(await sums(statementRow('expenditure', '211', kinds))).toEqual(['agree 100 100']);
    expect(await sums(statementRow('expenditure', '211', { ...kinds, business: '9' }))).toEqual(['conflict 100 99']);
  });

  it('is not formed where 项目支出 is not published', async () => {
    expect(await sums(statementRow('expenditure', '211', { expenditure: '100', basic: '60' }))).toEqual([]);
  });

  it('is the budget of a row by its columns', async () => {
    const budget = { initial_budget: '9', initial_budget_personnel: '5', initial_budget_operating: '3' };
    expect(await sums(statementRow('basic_expenditure', '30101', budget))).toEqual(['conflict 9 8']);
  });

  const general = (side: string, code: string, amount: string, fund = 'all') =>
    statementRow(
      fund === 'all' ? 'income_expenditure' : 'fiscal_appropriation',
      code,
      { actual: amount },
      { side, fund },
    );

  it('balances revenue, what was carried over and expenditure', async () => {
    expect(
      await sums(
        general('revenue', 'general_public_appropriation', '80'),
        general('revenue', 'other_revenue', '10'),
        general('revenue', 'revenue', '90'),
        general('revenue', 'surplus_used', '1'),
        general('revenue', 'opening_carryover', '9'),
        general('revenue', 'total', '100'),
        general('expenditure', 'expenditure', '95'),
        general('expenditure', 'surplus_allocated', '2'),
        general('expenditure', 'closing_carryover', '4'),
        general('expenditure', 'total', '101'),
      ),
    ).toEqual(['agree 100 100', 'agree 101 101', 'agree 90 90', 'conflict 100 101']);
  });

  it('does not count a source twice that is also listed as part of 财政拨款收入', async () => {
    expect(
      await sums(
        general('revenue', 'fiscal_appropriation', '80'),
        general('revenue', 'general_public_appropriation', '70'),
        general('revenue', 'government_fund_appropriation', '10'),
        general('revenue', 'other_revenue', '5'),
        general('revenue', 'total', '85'),
      ),
    ).toEqual(['agree 80 80', 'agree 85 85']);
  });

  it('adds the funds of each row up, and balances each fund', async () => {
    expect(
      await sums(
        general('revenue', 'revenue', '30', 'general_public'),
        general('revenue', 'opening_carryover', '2', 'general_public'),
        general('expenditure', 'total', '33', 'general_public'),
        general('expenditure', '211', '30', 'fiscal'),
        general('expenditure', '211', '28', 'general_public'),
        general('expenditure', '211', '2', 'government_fund'),
      ),
    ).toEqual(['agree 30 30', 'conflict 33 32']);
  });

  it('carries a fund from the beginning of the year to its end', async () => {
    const fund = { opening_carryover: '5', revenue: '20', expenditure: '22', closing_carryover: '4' };
    expect(await sums(statementRow('government_fund', '212', fund))).toEqual(['conflict 4 3']);
  });

  it('is the three public expenses, with vehicles once', async () => {
    const row = (code: string, amount: string) => statementRow('three_public', code, { actual: amount });
    expect(
      await sums(
        row('three_public', '45.07'),
        row('overseas', '0'),
        row('vehicles', '42.42'),
        row('vehicle_purchase', '0'),
        row('vehicle_operation', '42.42'),
        row('reception', '2.56'),
      ),
    ).toEqual(['agree 42.42 42.42', 'conflict 45.07 44.98']);
  });

  it('is 政府采购 in the text, and what the text says twice counts once', async () => {
    const bought = (measure: string, amount: string) =>
      claim('amount', amount, { measure, subject: measure, column_key: 'actual', section_no: '十一', base: null });
    expect(
      await sums([
        bought('procurement', '10'),
        bought('procurement', '10'),
        bought('procurement_goods', '4'),
        bought('procurement_works', '3'),
        bought('procurement_services', '2.9'),
      ]),
    ).toEqual(['conflict 10 9.9']);
  });

  const base = (row_code: string | null, amount: string, parent_code: string | null, over: SnapshotRow = {}) =>
    figure(amount, {
      statement: 'performance_base',
      side: 'expenditure',
      row_code,
      row_name: `${row_code ?? amount}`,
      parent_code,
      column_key: 'actual',
      column_name: '决算数',
      ...over,
    });

  it('may not exceed 公用经费, of which only some are listed', async () => {
    const listed = [base(null, '3', 'operating'), base(null, '4', 'operating')];
    expect(await sums([base('operating', '9', null), ...listed])).toEqual(['agree 9 7']);
    expect(await sums([base('operating', '6', null), ...listed])).toEqual(['conflict 6 7']);
  });

  it("is a unit's projects, but not last year's, of which this year's list is not complete", async () => {
    const projects = (over: SnapshotRow) => [
      base('project', '9', null, over),
      base('project_business', '2', 'project', over),
      base('project_special', '6', 'project', over),
      base(null, '6', 'project', over),
    ];
    expect(await sums(projects({}))).toEqual(['agree 6 6', 'conflict 9 8']);
    expect(await sums(projects({ fiscal_year: '2023' }))).toEqual([]);
  });
});
