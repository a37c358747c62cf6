import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { budgetDocument, budgeted, claim, department, ENGINES, figure, given, pick } from './given.ts';

const cells = (code: string): SnapshotRow => ({
  row_code: code,
  row_name: code === 'total' ? '合计' : `科目${code}`,
  level: code === 'total' ? null : String((code.length - 1) / 2),
  parent_code: code.length > 3 && code !== 'total' ? code.slice(0, -2) : null,
});
const general: SnapshotRow = { statement: 'general_public_expenditure', fund: 'general_public' };
const planned = (year: number, code: string, amount: string, over: SnapshotRow = {}) =>
  budgeted(year, amount, { statement: 'expenditure', ...cells(code), ...over });
const approved = (code: string, amount: string, over: SnapshotRow = {}) =>
  planned(2024, code, amount, { ...general, ...over });
const spent = (code: string, amount: string, over: SnapshotRow = {}) =>
  figure(amount, { ...cells(code), ...general, column_key: 'expenditure', ...over });

describe.each(ENGINES)('budgets of functional subjects in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const ask = async (query: string, rows: SnapshotRow[], year: number) =>
    (await given(engine, rows)).run(query, { department: 'sample', year });

  describe('expenditure_structure', () => {
    const twoBudgets = [
      ...budgetDocument(2024),
      ...budgetDocument(2025),
      planned(2024, 'total', '100'),
      planned(2024, '201', '60'),
      planned(2024, '208', '30'),
      planned(2024, '213', '10'),
      planned(2025, 'total', '125'),
      planned(2025, '201', '75'),
      planned(2025, '201', '50', { column_key: 'initial_budget_basic' }),
      planned(2025, '201', '25', { column_key: 'initial_budget_project' }),
      planned(2025, '20101', '75'),
      planned(2025, '208', '45'),
      planned(2025, '212', '5'),
    ];

    it('tells which 类 drove the budget: the parts of level 1, new and gone ones too, sum to the change of the total', async () => {
      const rows = (await ask('expenditure_structure', twoBudgets, 2025)).filter((row) => row['level'] === 1);
      const columns = [
        'subject_code',
        'prior_initial_budget',
        'initial_budget',
        'budget_change',
        'budget_contribution_pp',
      ];
      expect(rows.map((row) => columns.map((column) => row[column]))).toEqual([
        ['201', '60', '75', '15', '15'],
        ['208', '30', '45', '15', '15'],
        ['212', '0', '5', '5', '5'],
        ['213', '10', '0', '-10', '-10'],
      ]);
    });

    it('gives a new subject no rate', async () => {
      const rows = await ask('expenditure_structure', twoBudgets, 2025);
      expect(
        pick(
          rows.find((row) => row['subject_code'] === '212'),
          'budget_change_pct',
          'budget_share_pct',
          'total_initial_budget',
          'total_initial_budget_locator',
        ),
      ).toEqual({
        budget_change_pct: null,
        budget_share_pct: '4',
        total_initial_budget: '125',
        total_initial_budget_locator: 'locator of 125',
      });
    });

    it('has rows of a year known by its budget alone, with no actual', async () => {
      const [row] = await ask('expenditure_structure', twoBudgets, 2025);
      expect(pick(row, 'actual', 'share_pct', 'prior_actual', 'change', 'contested', 'comparability')).toEqual({
        actual: null,
        share_pct: null,
        prior_actual: null,
        change: null,
        contested: false,
        comparability: 'no_prior',
      });
      expect(pick(row, 'initial_budget_basic', 'initial_budget_project', 'document_id')).toEqual({
        initial_budget_basic: '50',
        initial_budget_project: '25',
        document_id: 'sample-2025-budget',
      });
    });

    it("does not compare with last year's budget where it is not known", async () => {
      const rows = await ask('expenditure_structure', twoBudgets, 2024);
      expect(
        pick(rows[0], 'initial_budget', 'prior_initial_budget', 'budget_change', 'budget_contribution_pp'),
      ).toEqual({
        initial_budget: '60',
        prior_initial_budget: null,
        budget_change: null,
        budget_contribution_pp: null,
      });
    });

    it('never counts a budget among what was spent', async () => {
      const rows = await ask(
        'expenditure_structure',
        [
          ...department(),
          ...budgetDocument(2024),
          ...budgetDocument(2025),
          spent('total', '90'),
          spent('201', '90'),
          approved('total', '100'),
          approved('201', '100'),
          planned(2025, 'total', '110', general),
          planned(2025, '201', '110', general),
          planned(2025, '201', '96', { ...general, column_key: 'execution_estimate', fiscal_year: '2024' }),
          claim('amount', '96', {
            subject_code: '201',
            column_key: 'execution_estimate',
            document_id: 'sample-2025-budget',
            fiscal_year: '2025',
          }),
        ],
        2024,
      );
      expect(
        rows.map((row) => pick(row, 'subject_code', 'actual', 'alt_actual', 'share_pct', 'initial_budget')),
      ).toEqual([{ subject_code: '201', actual: '90', alt_actual: null, share_pct: '100', initial_budget: '100' }]);
    });

    it('leaves figures in quarantine out', async () => {
      const quarantine = '各行之和与合计不符';
      const rows = await ask(
        'expenditure_structure',
        [
          ...department(),
          ...budgetDocument(2024),
          spent('201', '90', { quarantine }),
          approved('201', '100', { quarantine }),
        ],
        2024,
      );
      expect(rows).toEqual([]);
    });

    it('takes the statement of a unit from its own document, not from two', async () => {
      const own = { document_id: 'sample-2024-final-accounts' };
      const others = { document_id: 'above-2024-final-accounts' };
      const rows = await ask(
        'expenditure_structure',
        [
          ...department(),
          ...department('above'),
          spent('total', '90', own),
          spent('201', '90', own),
          spent('total', '91', others),
          spent('201', '80', others),
          spent('208', '11', others),
        ],
        2024,
      );
      expect(rows.map((row) => pick(row, 'subject_code', 'actual', 'share_pct'))).toEqual([
        { subject_code: '201', actual: '90', share_pct: '100' },
      ]);
    });
  });

  describe('execution', () => {
    const stated = (amount: string) =>
      claim('amount', amount, { subject_code: '2010101', column_key: 'initial_budget' });
    const execution = async (rows: SnapshotRow[]) =>
      (await ask('execution', [...department(), ...budgetDocument(2024), ...rows], 2024)).find(
        (row) => row['subject_code'] === '2010101',
      );

    it("rates against the year's budget where the final accounts state none", async () => {
      const row = await execution([spent('2010101', '90'), approved('2010101', '100')]);
      expect(pick(row, 'initial_budget', 'execution_pct', 'execution_base', 'status', 'budget_locator')).toEqual({
        initial_budget: '100',
        execution_pct: '90',
        execution_base: 'initial',
        status: 'within',
        budget_locator: 'locator of 100',
      });
    });

    it('keeps both budgets where the final accounts state another one, and gives no rate', async () => {
      const row = await execution([spent('2010101', '90'), approved('2010101', '100'), stated('120')]);
      expect(pick(row, 'initial_budget', 'alt_initial_budget', 'execution_pct', 'status', 'contested')).toEqual({
        initial_budget: '120',
        alt_initial_budget: '100',
        execution_pct: null,
        status: 'contested',
        contested: true,
      });
    });

    it('does not contest two budgets that differ by no more than their rounding', async () => {
      const exact = { half_width: '0.0000005' };
      const row = await execution([spent('2010101', '90'), approved('2010101', '100.0042', exact), stated('100')]);
      expect(pick(row, 'initial_budget', 'alt_initial_budget', 'execution_pct')).toEqual({
        initial_budget: '100',
        alt_initial_budget: null,
        execution_pct: '90',
      });
    });

    it('has no row of a year that nobody accounted for', async () => {
      expect(await execution([approved('2010101', '100')])).toBeUndefined();
    });

    it("does not rate against a budget in quarantine, nor against last year's expected outcome", async () => {
      const row = await execution([
        spent('2010101', '90'),
        approved('2010101', '100', { quarantine: '各行之和与合计不符' }),
        approved('2010101', '96', { column_key: 'execution_estimate' }),
      ]);
      expect(pick(row, 'initial_budget', 'execution_pct', 'status')).toEqual({
        initial_budget: null,
        execution_pct: null,
        status: 'not_known',
      });
    });
  });
});
