import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Row } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { budgetDocument, budgeted, claim, department, ENGINES, figure, given, pick } from './given.ts';

const subject = (code: string): SnapshotRow => ({
  statement: 'expenditure',
  row_code: code,
  row_name: code,
  level: code === 'total' ? null : String((code.length - 1) / 2),
  parent_code: code.length > 3 && code !== 'total' ? code.slice(0, -2) : null,
});
const spent = (code: string, amount: string, year = 2024, cells: SnapshotRow = {}) =>
  figure(amount, {
    ...subject(code),
    document_id: `sample-${year}-final-accounts`,
    fiscal_year: String(year),
    column_key: 'expenditure',
    ...cells,
  });

describe.each(ENGINES)('change_parts in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const parts = async (rows: SnapshotRow[], whole = 'total') => {
    const data = await given(engine, rows);
    const found = await data.run('change_parts', { department: 'sample', year: 2024 });
    return found.filter(({ whole_code }) => whole_code === whole);
  };
  const sumOf = (rows: readonly Row[]) =>
    rows.reduce((sum, { change }) => sum.plus(String(change)), new Decimal(0)).toString();
  const twoYears = [...department('sample', 2024), ...department('sample', 2023)];

  it('names what changed, the largest first, and the parts sum to the change: 120 - 100 = 30 - 15 + 5', async () => {
    const rows = await parts([
      ...twoYears,
      ...[spent('total', '100', 2023), spent('201', '60', 2023), spent('208', '40', 2023)],
      ...[spent('total', '120'), spent('201', '90'), spent('208', '25'), spent('211', '5')],
    ]);
    expect(rows.map((row) => pick(row, 'subject_code', 'change', 'contribution_pp'))).toEqual([
      { subject_code: '201', change: '30', contribution_pp: '30' },
      { subject_code: '208', change: '-15', contribution_pp: '-15' },
      { subject_code: '211', change: '5', contribution_pp: '5' },
    ]);
    expect(pick(rows[2], 'prior_amount', 'change_pct')).toEqual({ prior_amount: '0', change_pct: null });
    expect(sumOf(rows)).toBe(rows[0]!['whole_change']);
  });

  it('counts a subject that this year does not list as spent no more', async () => {
    const rows = await parts([
      ...twoYears,
      ...[spent('total', '100', 2023), spent('201', '60', 2023), spent('208', '40', 2023)],
      ...[spent('total', '70'), spent('201', '70')],
    ]);
    expect(rows.map((row) => pick(row, 'subject_code', 'amount', 'change'))).toEqual([
      { subject_code: '208', amount: '0', change: '-40' },
      { subject_code: '201', amount: '70', change: '10' },
    ]);
  });

  it('opens a subject to what is below it', async () => {
    const rows = await parts(
      [
        ...twoYears,
        ...[spent('201', '60', 2023), spent('20101', '50', 2023), spent('20102', '10', 2023)],
        ...[spent('201', '63'), spent('20101', '45'), spent('20102', '18')],
      ],
      '201',
    );
    expect(rows.map((row) => pick(row, 'subject_code', 'change'))).toEqual([
      { subject_code: '20102', change: '8' },
      { subject_code: '20101', change: '-5' },
    ]);
  });

  it('leaves a change without prior detail in one row that has no subject', async () => {
    const rows = await parts([
      ...department(),
      ...[spent('total', '120'), spent('201', '120')],
      claim('change', '20', { measure: 'expenditure' }),
    ]);
    expect(rows.map((row) => pick(row, 'subject_code', 'change', 'whole_prior_amount', 'whole_prior_basis'))).toEqual([
      { subject_code: null, change: '20', whole_prior_amount: '100', whole_prior_basis: 'implied' },
    ]);
    expect(rows[0]!['reason']).toBe('no_prior_detail');
  });

  it('attributes what the text states of a subject, and no more', async () => {
    const general: SnapshotRow = { statement: 'general_public_expenditure', fund: 'general_public' };
    const rows = await parts([
      ...department(),
      ...[spent('total', '120', 2024, general), spent('201', '90', 2024, general), spent('208', '30', 2024, general)],
      claim('change', '20', { measure: 'general_public_expenditure', fund: 'general_public' }),
      claim('change', '12', { subject_code: '201', fund: 'general_public' }),
    ]);
    expect(rows.map((row) => pick(row, 'subject_code', 'prior_amount', 'prior_basis', 'change'))).toEqual([
      { subject_code: '201', prior_amount: '78', prior_basis: 'implied', change: '12' },
      { subject_code: null, prior_amount: null, prior_basis: null, change: '8' },
    ]);
    expect(rows.map(({ reason }) => reason)).toEqual([null, 'some_prior_missing']);
  });

  it('does the same for budgets, apart from what was spent', async () => {
    const rows = await parts([
      ...budgetDocument(2024),
      ...budgetDocument(2023),
      budgeted(2023, '10', subject('total')),
      budgeted(2023, '10', subject('201')),
      budgeted(2024, '13.005', subject('total')),
      budgeted(2024, '13', subject('201')),
    ]);
    expect(rows.map((row) => pick(row, 'amount_kind', 'subject_code', 'change', 'reason'))).toEqual([
      { amount_kind: 'initial_budget', subject_code: '201', change: '3', reason: null },
      { amount_kind: 'initial_budget', subject_code: null, change: '0.005', reason: 'sums_differ' },
    ]);
  });

  it('says where this year lists no parts at all', async () => {
    const rows = await parts([...twoYears, spent('total', '100', 2023), spent('total', '120')]);
    expect(rows.map((row) => pick(row, 'subject_code', 'change', 'reason'))).toEqual([
      { subject_code: null, change: '20', reason: 'no_parts' },
    ]);
  });

  it('explains nothing where there is no last year', async () => {
    expect(await parts([...department(), spent('total', '120'), spent('201', '120')])).toEqual([]);
  });
});
