import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { claim, department, ENGINES, figure, given, pick } from './given.ts';

const subject = (code: string, amount: string, year = 2024) =>
  figure(amount, {
    document_id: `sample-${year}-final-accounts`,
    fiscal_year: String(year),
    statement: 'general_public_expenditure',
    row_code: code,
    row_name: code === 'total' ? '合计' : `科目${code}`,
    level: code === 'total' ? null : '3',
    column_key: 'expenditure',
    fund: 'general_public',
  });
const budget = (code: string, amount: string) =>
  claim('amount', amount, { subject_code: code, column_key: 'initial_budget', measure: null, base: null });
const total = (row: string, amount: string, column = 'expenditure') =>
  figure(amount, { statement: 'income_expenditure', row_code: row, column_key: column, side: column });

describe.each(ENGINES)('leads in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const leads = async (...rows: SnapshotRow[]) => {
    const data = await given(engine, [...department(), ...rows]);
    return data.run('leads', { department: 'sample' });
  };

  it('names a change of a tenth or more, weighed against the total, and no smaller one', async () => {
    const [large, ...others] = await leads(total('total', '200'), claim('change', '50', { measure: 'total' }));
    expect(others).toEqual([]);
    expect(pick(large, 'kind', 'subject_id', 'difference', 'difference_pct', 'weight_pct')).toEqual({
      kind: 'change',
      subject_id: 'total',
      difference: '50',
      difference_pct: '33.3333',
      weight_pct: '25',
    });
    expect(await leads(total('total', '200'), claim('change', '10', { measure: 'total' }))).toEqual([]);
  });

  it('tells one change once, however many totals it is the change of', async () => {
    const found = await leads(
      ...[total('total', '200'), total('revenue', '200', 'revenue')],
      ...[claim('change', '50', { measure: 'total' }), claim('change', '50', { measure: 'revenue' })],
    );
    expect(found.map(({ subject_id }) => subject_id)).toEqual(['total']);
  });

  it('names spending without a budget, and execution thirty points off', async () => {
    const found = await leads(
      ...[total('total', '200'), subject('2110301', '80'), subject('2110101', '60'), subject('2110102', '60')],
      ...[budget('2110301', '0'), budget('2110101', '100'), budget('2110102', '65')],
    );
    expect(found.map((row) => pick(row, 'kind', 'subject_id', 'difference', 'base'))).toEqual([
      { kind: 'unbudgeted', subject_id: '2110301', difference: '80', base: 'initial_budget' },
      { kind: 'execution', subject_id: '2110101', difference: '-40', base: 'initial_budget' },
    ]);
  });

  it('names a contradiction with its sentence', async () => {
    const found = await leads(
      subject('2110101', '60'),
      figure('100', {
        statement: 'general_public_expenditure',
        row_code: '21101',
        row_name: '管理事务',
        column_name: '小计',
        level: '2',
        column_key: 'expenditure',
        fund: 'general_public',
      }),
      { ...subject('2110102', '30'), parent_code: '21101' },
    );
    const contradiction = found.find(({ kind }) => kind === 'contradiction');
    expect(pick(contradiction, 'amount', 'base_amount', 'difference', 'severity')).toEqual({
      amount: '100',
      base_amount: '90',
      difference: '10',
      severity: 4,
    });
    expect(contradiction?.['message']).toContain('不一致（待核实）');
  });
});
