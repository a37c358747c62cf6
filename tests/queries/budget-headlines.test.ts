import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { budgetDocument, budgeted, claim, department, ENGINES, figure, given, pick } from './given.ts';

const total = (year: number, amount: string, cells: SnapshotRow = {}) =>
  budgeted(year, amount, { statement: 'income_expenditure', row_code: 'total', side: 'expenditure', ...cells });
const inBudget = (year: number): SnapshotRow => ({
  document_id: `sample-${year}-budget`,
  fiscal_year: String(year),
});
const yuan: SnapshotRow = { half_width: '0.0000005' };

describe.each(ENGINES)('initial budgets of headline_changes in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const headlines = async (rows: SnapshotRow[], year: number) => {
    const data = await given(engine, rows);
    return data.run('headline_changes', { department: 'sample', year });
  };
  const headline = async (rows: SnapshotRow[], measure: string, year = 2025) =>
    (await headlines(rows, year)).find((row) => row['measure'] === measure);

  it('compares two budgets in 元 with the change that the text rounds: 18976.7551 − 15621.1137', async () => {
    const row = await headline(
      [
        ...budgetDocument(2024),
        ...budgetDocument(2025),
        total(2024, '15621.1137', yuan),
        total(2025, '18976.7551', yuan),
        claim('change', '3355.65', { ...inBudget(2025), measure: 'total', base: 'prior_initial_budget' }),
      ],
      'total',
    );
    expect(pick(row, 'initial_budget', 'prior_initial_budget', 'prior_initial_budget_basis')).toEqual({
      initial_budget: '18976.7551',
      prior_initial_budget: '15621.1137',
      prior_initial_budget_basis: 'published',
    });
    expect(pick(row, 'budget_change', 'budget_change_pct', 'budget_comparability')).toEqual({
      budget_change: '3355.6414',
      budget_change_pct: '21.4814',
      budget_comparability: 'comparable',
    });
    expect(row?.['initial_budget_locator']).toBe('locator of 18976.7551');
  });

  it.each([
    ['3355.64', null],
    // 18976.76 − 15621.11, as a text computes it that rounds both.
    ['3355.65', null],
    ['3355.66', '15621.0951'],
  ])('sets a stated change of %s beside the budget of last year: other figure %s', async (change, other) => {
    const row = await headline(
      [
        ...budgetDocument(2024),
        ...budgetDocument(2025),
        total(2024, '15621.1137', yuan),
        total(2025, '18976.7551', yuan),
        claim('change', change, { ...inBudget(2025), measure: 'total', base: 'prior_initial_budget' }),
      ],
      'total',
    );
    expect(row?.['alt_prior_initial_budget']).toBe(other);
  });

  it("takes last year's budget from the stated change where no document of last year is there", async () => {
    const rows = [
      ...budgetDocument(2025),
      total(2025, '18976.76'),
      claim('change', '3355.65', { ...inBudget(2025), measure: 'total', base: 'prior_initial_budget' }),
    ];
    expect(pick(await headline(rows, 'total'), 'prior_initial_budget', 'prior_initial_budget_basis')).toEqual({
      prior_initial_budget: '15621.11',
      prior_initial_budget_basis: 'implied',
    });
    expect(pick(await headline(rows, 'total', 2024), 'initial_budget', 'initial_budget_basis', 'actual')).toEqual({
      initial_budget: '15621.11',
      initial_budget_basis: 'implied',
      actual: null,
    });
  });

  it("takes last year's budget from the column of this year's document", async () => {
    const row = await headline(
      [...budgetDocument(2025), total(2025, '110'), total(2025, '100', { fiscal_year: '2024' })],
      'total',
    );
    expect(pick(row, 'prior_initial_budget', 'prior_initial_budget_basis', 'budget_change')).toEqual({
      prior_initial_budget: '100',
      prior_initial_budget_basis: 'published',
      budget_change: '10',
    });
  });

  it("believes the year's own budget before the next year's column of it, and shows both", async () => {
    const rows = [
      ...budgetDocument(2024),
      ...budgetDocument(2025),
      total(2024, '100'),
      total(2025, '110'),
      total(2025, '104', { fiscal_year: '2024' }),
    ];
    expect(pick(await headline(rows, 'total', 2024), 'initial_budget', 'alt_initial_budget')).toEqual({
      initial_budget: '100',
      alt_initial_budget: '104',
    });
    expect(pick(await headline(rows, 'total'), 'prior_initial_budget', 'alt_prior_initial_budget')).toEqual({
      prior_initial_budget: '100',
      alt_prior_initial_budget: '104',
    });
  });

  it('knows no actual of a year that only a budget speaks of', async () => {
    const rows = await headlines(
      [
        ...budgetDocument(2025),
        total(2025, '110'),
        total(2025, '100', { fiscal_year: '2024' }),
        total(2025, '103', { fiscal_year: '2024', column_key: 'execution_estimate' }),
        claim('amount', '110', { ...inBudget(2025), measure: 'total', column_key: 'initial_budget' }),
        claim('change', '10', { ...inBudget(2025), measure: 'total', base: 'prior_initial_budget' }),
        claim('change', '7', { ...inBudget(2025), measure: 'total', base: 'prior_execution_estimate' }),
      ],
      2025,
    );
    expect(rows.map((row) => pick(row, 'measure', 'actual', 'prior_actual', 'change', 'comparability'))).toEqual([
      { measure: 'total', actual: null, prior_actual: null, change: null, comparability: 'no_prior' },
    ]);
    expect(pick(rows[0], 'contested', 'alt_prior_initial_budget', 'claimed_change', 'document_id')).toEqual({
      contested: false,
      alt_prior_initial_budget: null,
      claimed_change: null,
      document_id: 'sample-2025-budget',
    });
  });

  it('puts the parts of a budget under their measures', async () => {
    const spending = { statement: 'expenditure', row_code: 'total' };
    const wages = { statement: 'basic_expenditure', row_code: 'total', fund: 'general_public' };
    const rows = await headlines(
      [
        ...budgetDocument(2025),
        budgeted(2025, '100', spending),
        budgeted(2025, '60', { ...spending, column_key: 'initial_budget_basic' }),
        budgeted(2025, '40', { ...spending, column_key: 'initial_budget_project' }),
        budgeted(2025, '45', { ...wages, column_key: 'initial_budget_personnel' }),
        budgeted(2025, '15', { ...wages, column_key: 'initial_budget_operating' }),
        budgeted(2025, '98', { statement: 'general_public_expenditure', row_code: 'total', fund: 'general_public' }),
        budgeted(2025, '99', { statement: 'fiscal_appropriation', row_code: 'total', fund: 'fiscal' }),
        budgeted(2025, '3', { statement: 'three_public', row_code: 'three_public', fund: 'general_public' }),
        budgeted(2025, '9', { statement: 'three_public', row_code: 'agency_operation', fund: 'general_public' }),
        claim('amount', '21', { ...inBudget(2025), measure: 'procurement', column_key: 'initial_budget' }),
      ],
      2025,
    );
    expect(rows.map((row) => [row['measure'], row['initial_budget']])).toEqual([
      ['fiscal_total', '99'],
      ['general_public_expenditure', '98'],
      ['basic', '60'],
      ['project', '40'],
      ['personnel', '45'],
      ['operating', '15'],
      ['three_public', '3'],
      ['agency_operation', '9'],
      ['procurement', '21'],
    ]);
  });

  it('joins the budget of a year to its final accounts, and leaves the change of the actual alone', async () => {
    const row = await headline(
      [
        ...department('sample', 2025),
        ...budgetDocument(2025),
        figure('104', {
          statement: 'income_expenditure',
          row_code: 'total',
          column_key: 'expenditure',
          document_id: 'sample-2025-final-accounts',
          fiscal_year: '2025',
        }),
        total(2025, '110'),
        claim('change', '10', { ...inBudget(2025), measure: 'total', base: 'prior_initial_budget' }),
      ],
      'total',
    );
    expect(pick(row, 'actual', 'initial_budget', 'prior_actual', 'comparability', 'document_id')).toEqual({
      actual: '104',
      initial_budget: '110',
      prior_actual: null,
      comparability: 'no_prior',
      document_id: 'sample-2025-final-accounts',
    });
  });

  it("takes the initial budget that only the final accounts' text states, and never a budget whose kind it leaves open", async () => {
    const stated = (column: string, amount: string) =>
      claim('amount', amount, {
        measure: 'general_public_expenditure',
        subject_code: 'total',
        fund: 'general_public',
        column_key: column,
      });
    const row = await headline(
      [...department(), stated('budget', '6000'), stated('initial_budget', '5529.26')],
      'general_public_expenditure',
      2024,
    );
    expect(pick(row, 'initial_budget', 'alt_initial_budget')).toEqual({
      initial_budget: '5529.26',
      alt_initial_budget: null,
    });
  });

  it('leaves figures in quarantine out of every measure', async () => {
    const quarantine = '各行之和与合计不符';
    const rows = await headlines(
      [
        ...department('sample', 2025),
        ...budgetDocument(2025),
        total(2025, '110', { quarantine }),
        figure('104', {
          statement: 'income_expenditure',
          row_code: 'total',
          column_key: 'expenditure',
          document_id: 'sample-2025-final-accounts',
          fiscal_year: '2025',
          quarantine,
        }),
      ],
      2025,
    );
    expect(rows).toEqual([]);
  });

  it.each([
    ['zero_base', total(2025, '0', { fiscal_year: '2024' }), '0'],
    ['no_prior', total(2025, '7', { fiscal_year: '2023' }), null],
  ])('gives no change of a budget and no rate where the reason is %s', async (reason, before, prior) => {
    const row = await headline([...budgetDocument(2025), total(2025, '110'), before], 'total');
    expect(pick(row, 'prior_initial_budget', 'budget_change', 'budget_change_pct', 'budget_comparability')).toEqual({
      prior_initial_budget: prior,
      budget_change: null,
      budget_change_pct: null,
      budget_comparability: reason,
    });
  });
});
