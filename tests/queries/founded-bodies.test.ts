import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { budgetDocument, budgeted, claim, department, ENGINES, figure, given, pick } from './given.ts';

/** A department founded in 2024 whose text compares with a year in which it did not exist. */
const [document, body] = department();
const founded = { ...body!, founded_year: '2024', founded_evidence: '2024年新组建' };
const disclosure = [document!, founded];

const subject = (code: string, year: number, amount: string): SnapshotRow =>
  figure(amount, {
    statement: 'expenditure',
    row_code: code,
    row_name: code,
    level: code === 'total' ? null : '1',
    column_key: 'expenditure',
    fiscal_year: String(year),
  });
const total = (amount: string, cells: SnapshotRow = {}) =>
  figure(amount, { statement: 'income_expenditure', row_code: 'total', column_key: 'expenditure', ...cells });

describe.each(ENGINES)('bodies founded in the year, in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const ask = async (query: string, rows: SnapshotRow[]) => (await given(engine, rows)).run(query);

  it('has nothing to compare with, whatever the text states, and no row of the year before', async () => {
    const rows = await ask('headline_changes', [
      ...disclosure,
      total('307.82'),
      claim('change', '307.82', { measure: 'total' }),
      claim('change_pct', '100', { measure: 'total' }),
    ]);
    const columns = [
      'fiscal_year',
      'comparability',
      'prior_actual',
      'prior_basis',
      'change',
      'change_pct',
      'contested',
    ];
    expect(rows.map((row) => columns.map((column) => row[column]))).toEqual([
      [2024, 'scope_differs', null, null, null, null, false],
    ]);
    expect(pick(rows[0], 'claimed_change', 'claimed_change_pct')).toEqual({
      claimed_change: '307.82',
      claimed_change_pct: '100',
    });
  });

  it('takes a figure of the year before the founding, published or implied, for no figure of the body', async () => {
    const rows = [
      ...disclosure,
      total('307.82'),
      total('12', { fiscal_year: '2023' }),
      claim('change', '300', { measure: 'total' }),
    ];
    expect((await ask('headline_changes', rows)).map((row) => row['fiscal_year'])).toEqual([2024]);
    const implied = (await ask('figures', rows)).filter((row) => row['basis'] === 'implied');
    expect(implied).toEqual([]);
  });

  it('can be compared from its second year on', async () => {
    const rows = await ask('headline_changes', [
      ...disclosure,
      ...department('sample', 2025),
      total('307.82'),
      total('317.82', { fiscal_year: '2025', document_id: 'sample-2025-final-accounts' }),
    ]);
    expect(rows.map((row) => pick(row, 'fiscal_year', 'comparability', 'change'))).toEqual([
      { fiscal_year: 2025, comparability: 'comparable', change: '10' },
      { fiscal_year: 2024, comparability: 'scope_differs', change: null },
    ]);
  });

  it('has no last budget in the year of its founding either', async () => {
    const rows = await ask('headline_changes', [
      ...budgetDocument(2024, 'sample', { founded_year: '2024' }),
      budgeted(2024, '300', { statement: 'income_expenditure', row_code: 'total' }),
      claim('change', '300', {
        document_id: 'sample-2024-budget',
        measure: 'total',
        base: 'prior_initial_budget',
      }),
    ]);
    const columns = ['fiscal_year', 'initial_budget', 'prior_initial_budget', 'budget_change', 'budget_comparability'];
    expect(rows.map((row) => columns.map((column) => row[column]))).toEqual([
      [2024, '300', null, null, 'scope_differs'],
    ]);
  });

  it('compares no functional subject with the year before', async () => {
    const rows = await ask('expenditure_structure', [
      ...disclosure,
      subject('total', 2024, '307.82'),
      subject('201', 2024, '307.82'),
      subject('201', 2023, '12'),
      claim('change', '300', { subject_code: '201', fund: 'all' }),
    ]);
    expect(rows.map((row) => pick(row, 'fiscal_year', 'comparability', 'prior_actual', 'contribution_pp'))).toEqual([
      { fiscal_year: 2024, comparability: 'scope_differs', prior_actual: null, contribution_pp: null },
    ]);
  });

  it('compares no economic subject with the year before', async () => {
    const wages = (year: number, amount: string) =>
      figure(amount, {
        statement: 'basic_expenditure',
        row_code: '301',
        row_name: '工资福利支出',
        level: '1',
        column_key: 'actual',
        fund: 'general_public',
        fiscal_year: String(year),
      });
    const rows = await ask('economic_structure', [...disclosure, wages(2024, '100'), wages(2023, '12')]);
    expect(rows.map((row) => pick(row, 'fiscal_year', 'comparability', 'prior_actual', 'change'))).toEqual([
      { fiscal_year: 2024, comparability: 'scope_differs', prior_actual: null, change: null },
    ]);
  });

  it('compares no part of the “三公” with the year before', async () => {
    const rows = await ask('three_public_trend', [
      ...disclosure,
      figure('2', { statement: 'three_public', row_code: 'reception', column_key: 'actual', fund: 'fiscal' }),
      claim('change', '1', { measure: 'reception' }),
    ]);
    expect(rows.map((row) => pick(row, 'fiscal_year', 'comparability', 'prior_actual', 'claimed_change'))).toEqual([
      { fiscal_year: 2024, comparability: 'scope_differs', prior_actual: null, claimed_change: '1' },
    ]);
  });
});
