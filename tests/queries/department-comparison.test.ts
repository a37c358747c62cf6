import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { budgetDocument, budgeted, claim, department, ENGINES, figure, given, pick, unit } from './given.ts';

const total = (body: string, amount: string, year = 2024, document = body) =>
  figure(amount, {
    document_id: `${document}-${year}-final-accounts`,
    department_id: body,
    fiscal_year: String(year),
    statement: 'income_expenditure',
    row_code: 'total',
    column_key: 'expenditure',
  });
const change = (body: string, amount: string) =>
  claim('change', amount, {
    document_id: `${body}-2024-final-accounts`,
    department_id: body,
    measure: 'total',
  });
const budget = (body: string, year: number, amount: string) =>
  budgeted(year, amount, {
    document_id: `${body}-${year}-budget`,
    department_id: body,
    statement: 'income_expenditure',
    row_code: 'total',
    side: 'expenditure',
  });
const budgets = (body: string, prior: string, now: string): SnapshotRow[] => [
  ...budgetDocument(2023, body),
  ...budgetDocument(2024, body),
  budget(body, 2023, prior),
  budget(body, 2024, now),
];
const ofBudget = ['department_id', 'rank_initial_budget', 'rank_budget_change', 'rank_budget_change_pct'] as const;
const staff = (body: string, count: string, document = 'a') =>
  figure(count, {
    document_id: `${document}-2024-final-accounts`,
    department_id: body,
    statement: 'performance_base',
    row_code: 'staff',
    column_key: 'actual',
    unit: '人',
    half_width: '0',
  });

describe.each(ENGINES)('department_comparison in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const totals = async (rows: SnapshotRow[]) => {
    const data = await given(engine, rows);
    const found = await data.run('department_comparison', { year: 2024 });
    return found.filter(({ measure }) => measure === 'total');
  };
  const three = [
    ...department('a'),
    ...department('b'),
    ...department('c'),
    total('a', '100'),
    total('b', '300'),
    total('c', '200'),
  ];

  it('ranks the amounts of bodies of one level, the largest first', async () => {
    const rows = await totals(three);
    expect(rows.map((row) => pick(row, 'department_id', 'rank_actual'))).toEqual([
      { department_id: 'b', rank_actual: 1 },
      { department_id: 'c', rank_actual: 2 },
      { department_id: 'a', rank_actual: 3 },
    ]);
  });

  it('gives bodies with the same amount the same rank', async () => {
    const rows = await totals([...three, ...department('d'), total('d', '300')]);
    expect(rows.map(({ rank_actual }) => rank_actual)).toEqual([1, 1, 3, 4]);
  });

  it('ranks changes among what can be compared only, in 万元 and in percent: +10 of 90, +20 of 280', async () => {
    const rows = await totals([...three, change('a', '10'), change('b', '20')]);
    expect(rows.map((row) => pick(row, 'department_id', 'change_pct', 'rank_change', 'rank_change_pct'))).toEqual([
      { department_id: 'b', change_pct: '7.1429', rank_change: 1, rank_change_pct: 2 },
      { department_id: 'c', change_pct: null, rank_change: null, rank_change_pct: null },
      { department_id: 'a', change_pct: '11.1111', rank_change: 2, rank_change_pct: 1 },
    ]);
  });

  it('gives no rank to a contested amount, and none of the others a worse one for it', async () => {
    const rows = await totals([...three, ...department('b', 2023), total('b', '270', 2023), change('b', '20')]);
    const contested = rows.find(({ department_id }) => department_id === 'b');
    expect(pick(contested, 'alt_prior_actual', 'alt_prior_locator', 'alt_prior_document_id')).toEqual({
      alt_prior_actual: '280',
      alt_prior_locator: 'claim of 20',
      alt_prior_document_id: 'b-2024-final-accounts',
    });
    expect(pick(contested, 'contested', 'rank_actual', 'rank_change')).toEqual({
      contested: true,
      rank_actual: null,
      rank_change: null,
    });
    expect(rows.map(({ rank_actual }) => rank_actual)).toEqual([null, 1, 2]);
  });

  it('never ranks a unit beside its department', async () => {
    const rows = await totals([
      ...department('a'),
      unit('a-1', '一队', 'a'),
      total('a', '100'),
      total('a-1', '60', 2024, 'a'),
    ]);
    expect(rows.map((row) => pick(row, 'department_id', 'body_level', 'rank_actual'))).toEqual([
      { department_id: 'a', body_level: 'department', rank_actual: 1 },
      { department_id: 'a-1', body_level: 'unit', rank_actual: 1 },
    ]);
  });

  it('divides by the staff of all units: 100 of 3 + 4 people are 14.2857 a person', async () => {
    const bodies = [...department('a'), unit('a-1', '一队', 'a'), unit('a-2', '二队', 'a'), total('a', '100')];
    const [row] = await totals([...bodies, staff('a-1', '3'), staff('a-2', '4')]);
    expect(pick(row, 'staff', 'per_staff')).toEqual({ staff: '7', per_staff: '14.2857' });
    const [partly] = await totals([...bodies, staff('a-1', '3')]);
    expect(pick(partly, 'staff', 'per_staff')).toEqual({ staff: null, per_staff: null });
  });

  it('has no number of staff where a table and the text say two', async () => {
    const said = claim('count', '9', {
      document_id: 'a-2024-final-accounts',
      department_id: 'a',
      measure: 'staff',
      unit: '人',
    });
    const [row] = await totals([...department('a'), total('a', '100'), staff('a', '8'), said]);
    expect(pick(row, 'staff', 'per_staff')).toEqual({ staff: null, per_staff: null });
  });

  it('ranks initial budgets and their changes of their own: −20 of 100, −30 of 300, +5 of 10', async () => {
    const rows = await totals([
      ...budgets('a', '100', '80'),
      ...budgets('b', '300', '270'),
      ...budgets('c', '10', '15'),
    ]);
    expect(rows.map((row) => pick(row, ...ofBudget))).toEqual([
      { department_id: 'a', rank_initial_budget: 2, rank_budget_change: 2, rank_budget_change_pct: 3 },
      { department_id: 'b', rank_initial_budget: 1, rank_budget_change: 3, rank_budget_change_pct: 2 },
      { department_id: 'c', rank_initial_budget: 3, rank_budget_change: 1, rank_budget_change_pct: 1 },
    ]);
  });

  it('gives no rank to a budget that is contradicted, and none of the others a worse one for it', async () => {
    const stated = claim('change', '-40', {
      document_id: 'b-2024-budget',
      department_id: 'b',
      measure: 'total',
      base: 'prior_initial_budget',
    });
    const rows = await totals([...budgets('a', '100', '80'), ...budgets('b', '300', '270'), stated]);
    expect(rows.map((row) => pick(row, ...ofBudget, 'budget_contested', 'alt_prior_initial_budget'))).toEqual([
      {
        department_id: 'a',
        rank_initial_budget: 1,
        rank_budget_change: 1,
        rank_budget_change_pct: 1,
        budget_contested: false,
        alt_prior_initial_budget: null,
      },
      {
        department_id: 'b',
        rank_initial_budget: null,
        rank_budget_change: null,
        rank_budget_change_pct: null,
        budget_contested: true,
        alt_prior_initial_budget: '310',
      },
    ]);
    expect(pick(rows[1], 'alt_prior_initial_budget_locator', 'alt_prior_initial_budget_document_id')).toEqual({
      alt_prior_initial_budget_locator: 'claim of -40',
      alt_prior_initial_budget_document_id: 'b-2024-budget',
    });
  });

  it('ranks a budget without a year before it by amount only, and never beside an actual amount', async () => {
    const rows = await totals([
      ...budgetDocument(2024, 'a'),
      budget('a', 2024, '80'),
      ...budgets('b', '300', '70'),
      ...department('c'),
      total('c', '500'),
    ]);
    const ranks = new Map(
      rows.map((row) => [row.department_id, pick(row, ...ofBudget, 'rank_actual', 'budget_contested')]),
    );
    expect(ranks.get('a')).toMatchObject({ rank_initial_budget: 1, rank_budget_change: null, rank_actual: null });
    expect(ranks.get('b')).toMatchObject({ rank_initial_budget: 2, rank_budget_change: 1, rank_actual: null });
    expect(ranks.get('c')).toMatchObject({ rank_initial_budget: null, rank_actual: 1, budget_contested: false });
  });
});
