import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { budgetDocument, claim, department, ENGINES, figure, given } from './given.ts';

/** What a budget says of its year, every cell and sentence of it taken by mistake for one of final accounts. */
const inBudget: SnapshotRow = { document_id: 'sample-2025-budget', fiscal_year: '2025' };
const subject: SnapshotRow = { row_code: '201', row_name: '一般公共服务支出', level: '1', ...inBudget };
const mistaken: SnapshotRow[] = [
  ...budgetDocument(2025),
  figure('110', { statement: 'income_expenditure', row_code: 'total', column_key: 'expenditure', ...inBudget }),
  figure('110', { statement: 'expenditure', column_key: 'expenditure', ...subject }),
  figure('80', { statement: 'basic_expenditure', column_key: 'actual', ...subject, row_code: '301' }),
  figure('3', { statement: 'three_public', row_code: 'reception', column_key: 'actual', fund: 'fiscal', ...inBudget }),
  figure('110', {
    statement: 'general_public_expenditure',
    row_code: 'total',
    column_key: 'expenditure',
    fund: 'general_public',
    ...inBudget,
  }),
];
const sentences: SnapshotRow[] = [
  claim('amount', '109', { measure: 'total', column_key: 'actual', ...inBudget }),
  claim('change', '10', { measure: 'total', ...inBudget }),
  claim('change', '7', { subject_code: '201', fund: 'all', ...inBudget }),
  claim('execution_pct', '95', { subject_code: 'total', ...inBudget }),
  claim('execution_pct', '95', { measure: 'reception', ...inBudget }),
];
/** The final accounts of the same year, which say none of that. */
const own: SnapshotRow = { document_id: 'sample-2025-final-accounts', fiscal_year: '2025' };
const spent: SnapshotRow = { ...subject, ...own };
const accounts: SnapshotRow[] = [
  ...department('sample', 2025),
  figure('100', { statement: 'income_expenditure', row_code: 'total', column_key: 'expenditure', ...own }),
  figure('100', { statement: 'expenditure', column_key: 'expenditure', ...spent }),
  figure('100', {
    statement: 'general_public_expenditure',
    column_key: 'expenditure',
    ...spent,
    row_code: 'total',
    level: null,
    fund: 'general_public',
  }),
  figure('2', { statement: 'three_public', row_code: 'reception', column_key: 'actual', fund: 'fiscal', ...own }),
];

describe.each(ENGINES)('a budget in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  it.each(['headline_changes', 'expenditure_structure', 'economic_structure', 'three_public_trend', 'execution'])(
    'gives %s no amount of what was spent, whatever its columns are taken for',
    async (query) => {
      const rows = await (await given(engine, [...mistaken, ...sentences])).run(query);
      expect(rows.filter((row) => row['actual'] !== null || (row['alt_actual'] ?? null) !== null)).toEqual([]);
    },
  );

  it.each([
    ['headline_changes', 'measure', 'total', ['alt_actual', 'prior_actual', 'change', 'claimed_change']],
    ['expenditure_structure', 'subject_code', '201', ['alt_actual', 'prior_actual', 'change']],
    ['three_public_trend', 'component', 'reception', ['alt_actual', 'prior_actual', 'stated_execution_pct']],
    ['execution', 'subject_code', 'total', ['alt_actual', 'initial_budget', 'stated_execution_pct']],
  ] as const)('adds nothing to what final accounts say in %s', async (query, key, value, columns) => {
    const rows = await (await given(engine, [...accounts, ...sentences, ...budgetDocument(2025)])).run(query);
    const row = rows.find((candidate) => candidate[key] === value && candidate['fiscal_year'] === 2025);
    expect(row?.['actual']).toBe(query === 'three_public_trend' ? '2' : '100');
    expect(columns.map((column) => row?.[column])).toEqual(columns.map(() => null));
  });
});
