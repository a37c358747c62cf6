import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { budgetDocument, budgeted, claim, department, ENGINES, figure, given, pick } from './given.ts';

const cell = (component: string, column: string, amount: string, cells: SnapshotRow = {}) =>
  figure(amount, { statement: 'three_public', row_code: component, column_key: column, fund: 'fiscal', ...cells });
const textBudget = (component: string, amount: string) =>
  claim('amount', amount, { measure: component, column_key: 'budget' });

describe.each(ENGINES)('three_public_trend in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const component = async (name: string, rows: SnapshotRow[]) => {
    const data = await given(engine, [...department(), ...rows]);
    const found = await data.run('three_public_trend', { year: 2024 });
    return found.find((row) => row['component'] === name);
  };

  it('rates the actual against the labelled budget, and keeps the other one of the text as inferred', async () => {
    const row = await component('three_public', [
      cell('three_public', 'revised_budget', '47.82', { budget_kind: 'revised' }),
      cell('three_public', 'actual', '45.07'),
      textBudget('three_public', '53.5'),
      claim('execution_pct', '84.2', { measure: 'three_public', base: 'budget' }),
    ]);
    expect(
      pick(row, 'initial_budget', 'initial_budget_kind', 'revised_budget', 'execution_pct', 'execution_base'),
    ).toEqual({
      initial_budget: '53.5',
      initial_budget_kind: 'unlabelled',
      revised_budget: '47.82',
      execution_pct: '94.2493',
      execution_base: 'revised',
    });
    expect(row?.['stated_execution_pct']).toBe('84.2');
  });

  it('does not make an initial budget of an unlabelled one that equals the revised', async () => {
    const row = await component('three_public', [
      cell('three_public', 'revised_budget', '53.50', { budget_kind: 'revised' }),
      cell('three_public', 'actual', '45.07'),
      textBudget('three_public', '53.5'),
    ]);
    expect(pick(row, 'initial_budget', 'revised_budget', 'execution_base')).toEqual({
      initial_budget: null,
      revised_budget: '53.5',
      execution_base: 'revised',
    });
  });

  it('gives no rate against a budget whose kind nothing tells', async () => {
    const row = await component('reception', [cell('reception', 'actual', '2.65'), textBudget('reception', '5.5')]);
    expect(pick(row, 'unlabelled_budget', 'execution_pct', 'execution_base')).toEqual({
      unlabelled_budget: '5.5',
      execution_pct: null,
      execution_base: null,
    });
  });

  it('gives 0 of 0 no rate', async () => {
    const row = await component('overseas', [
      cell('overseas', 'initial_budget', '0', { is_blank: 'true' }),
      cell('overseas', 'actual', '0', { is_blank: 'true' }),
    ]);
    expect(pick(row, 'actual', 'execution_pct')).toEqual({ actual: '0', execution_pct: null });
  });

  describe('beside a budget', () => {
    const approved = (name: string, amount: string, cells: SnapshotRow = {}) =>
      budgeted(2024, amount, { statement: 'three_public', row_code: name, fund: 'general_public', ...cells });

    it('has rows of a year known by its budget alone, with no actual and no rate', async () => {
      const data = await given(engine, [...budgetDocument(2024), approved('three_public', '3')]);
      const rows = await data.run('three_public_trend');
      const columns = [
        'initial_budget',
        'initial_budget_kind',
        'actual',
        'execution_pct',
        'contested',
        'comparability',
      ];
      expect(rows.map((row) => columns.map((column) => row[column]))).toEqual([
        ['3', 'initial', null, null, false, 'no_prior'],
      ]);
    });

    it("rates against the year's budget before a revised or an inferred one", async () => {
      const row = await component('three_public', [
        ...budgetDocument(2024),
        cell('three_public', 'revised_budget', '47.82', { budget_kind: 'revised' }),
        cell('three_public', 'actual', '45.07'),
        textBudget('three_public', '53.5'),
        approved('three_public', '50'),
      ]);
      expect(pick(row, 'initial_budget', 'initial_budget_kind', 'unlabelled_budget', 'execution_base')).toEqual({
        initial_budget: '50',
        initial_budget_kind: 'initial',
        unlabelled_budget: '53.5',
        execution_base: 'initial',
      });
      expect(pick(row, 'actual', 'execution_pct')).toEqual({ actual: '45.07', execution_pct: '90.14' });
    });

    it('keeps both initial budgets where they differ, and gives no rate', async () => {
      const row = await component('reception', [
        ...budgetDocument(2024),
        cell('reception', 'initial_budget', '5'),
        cell('reception', 'actual', '2'),
        approved('reception', '6'),
      ]);
      expect(pick(row, 'initial_budget', 'alt_initial_budget', 'alt_budget_locator', 'execution_pct')).toEqual({
        initial_budget: '5',
        alt_initial_budget: '6',
        alt_budget_locator: 'locator of 6',
        execution_pct: null,
      });
    });

    it('uses no budget in quarantine', async () => {
      const row = await component('reception', [
        ...budgetDocument(2024),
        cell('reception', 'actual', '2'),
        approved('reception', '6', { quarantine: '各行之和与合计不符' }),
      ]);
      expect(pick(row, 'initial_budget', 'execution_pct')).toEqual({ initial_budget: null, execution_pct: null });
    });
  });
});
