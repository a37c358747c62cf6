import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { budgetDocument, budgeted, department, ENGINES, figure, given, pick, unit } from './given.ts';

const total = (amount: string, cells: SnapshotRow = {}) =>
  figure(amount, { statement: 'income_expenditure', row_code: 'total', column_key: 'expenditure', ...cells });
const wages = (amount: string, cells: SnapshotRow = {}) =>
  figure(amount, {
    statement: 'basic_expenditure',
    row_code: '301',
    row_name: '工资福利支出',
    level: '1',
    column_key: 'actual',
    fund: 'general_public',
    ...cells,
  });
const named = (rows: SnapshotRow[], name: string): SnapshotRow[] =>
  rows.map((row) => (row['record'] === 'body' ? { ...row, body_name: name } : row));

describe.each(ENGINES)('a body in several documents, in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const ask = async (query: string, rows: SnapshotRow[]) => (await given(engine, rows)).run(query);

  it('is one body, by the name that the newest document gives it: final accounts come out after the next budget', async () => {
    const rows = await ask('headline_changes', [
      ...named(department('sample', 2023), '旧名局'),
      ...named(department('sample', 2024), '新名局'),
      ...named(budgetDocument(2025), '预算名局'),
      total('100'),
    ]);
    expect(rows.map((row) => pick(row, 'department_name', 'actual'))).toEqual([
      { department_name: '新名局', actual: '100' },
    ]);
  });

  it("is counted once: a unit's own document goes before its department's, and another amount there is shown", async () => {
    const ofDepartment = { statement: 'performance_base', row_code: 'three_public', column_key: 'actual' };
    const rows = await ask('headline_changes', [
      ...department('zzz'),
      unit('sample', '示例局', 'zzz'),
      ...department('sample'),
      figure('12', { ...ofDepartment, document_id: 'zzz-2024-final-accounts' }),
      figure('10', { statement: 'three_public', row_code: 'three_public', column_key: 'actual', fund: 'fiscal' }),
    ]);
    const columns = ['department_id', 'measure', 'actual', 'alt_actual', 'contested', 'document_id'];
    expect(rows.map((row) => columns.map((column) => row[column]))).toEqual([
      ['sample', 'three_public', '10', '12', true, 'sample-2024-final-accounts'],
    ]);
  });

  it('names the document that each amount stands in, also a later one that restates the year', async () => {
    const later = { document_id: 'sample-2025-final-accounts' };
    const rows = await ask('headline_changes', [
      ...budgetDocument(2026),
      ...department('sample', 2025),
      ...budgetDocument(2025),
      ...budgetDocument(2024),
      budgeted(2026, '120', { statement: 'income_expenditure', row_code: 'total' }),
      total('110', { ...later, fiscal_year: '2025' }),
      total('100', { ...later, fiscal_year: '2024' }),
      total('90', { ...later, fiscal_year: '2023' }),
    ]);
    expect(rows.map((row) => [row['fiscal_year'], row['document_id']])).toEqual([
      [2026, 'sample-2026-budget'],
      [2025, 'sample-2025-final-accounts'],
      [2024, 'sample-2025-final-accounts'],
      [2023, 'sample-2025-final-accounts'],
    ]);
  });

  it("contests a year that the next year's document restates, and the change that stands on it", async () => {
    const later = { document_id: 'sample-2025-final-accounts' };
    const rows = await ask('headline_changes', [
      ...department('sample', 2024),
      ...department('sample', 2025),
      total('100'),
      total('104', { ...later, fiscal_year: '2024' }),
      total('110', { ...later, fiscal_year: '2025' }),
    ]);
    const columns = ['fiscal_year', 'actual', 'alt_actual', 'prior_actual', 'alt_prior_actual', 'contested'];
    expect(rows.map((row) => columns.map((column) => row[column]))).toEqual([
      [2025, '110', null, '100', '104', true],
      [2024, '100', '104', null, null, true],
    ]);
  });

  it('spends nothing on an economic subject that only a budget names', async () => {
    const rows = await ask('economic_structure', [
      ...department(),
      ...budgetDocument(2024),
      ...budgetDocument(2025),
      wages('90'),
      budgeted(2024, '100', { statement: 'basic_expenditure', row_code: '301', row_name: '工资福利支出', level: '1' }),
      budgeted(2025, '105', { statement: 'basic_expenditure', row_code: '301', row_name: '工资福利支出', level: '1' }),
    ]);
    const columns = ['fiscal_year', 'actual', 'initial_budget', 'prior_actual', 'comparability'];
    expect(rows.map((row) => columns.map((column) => row[column]))).toEqual([
      [2025, null, '105', null, 'no_prior'],
      [2024, '90', '100', null, 'no_prior'],
    ]);
  });

  it('lists figures in quarantine with their reason, and computes nothing from them', async () => {
    const rows = [...department(), wages('90', { quarantine: '各行之和与合计不符' }), total('100')];
    const stored = await ask('figures', rows);
    expect(stored.map((row) => pick(row, 'amount', 'quarantine'))).toEqual([
      { amount: '90', quarantine: '各行之和与合计不符' },
      { amount: '100', quarantine: null },
    ]);
    expect(await ask('economic_structure', rows)).toEqual([]);
  });
});
