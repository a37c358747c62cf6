import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { department, ENGINES, figure, given, pick } from './given.ts';

const cell = (code: string, amount: string, year = 2024): SnapshotRow =>
  figure(amount, {
    document_id: `sample-${year}-final-accounts`,
    fiscal_year: String(year),
    fund: 'general_public',
    statement: 'basic_expenditure',
    column_key: 'actual',
    row_code: code,
    row_name: code,
    level: /^\d/.test(code) ? '1' : null,
    locator: `基本支出表·行「${code}」·第 ${code.length} 行`,
  });

describe.each(ENGINES)('economic_structure in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const structure = async (rows: SnapshotRow[]) => {
    const data = await given(engine, rows);
    return data.run('economic_structure', { year: 2024 });
  };
  const total = ['share_pct', 'total_actual', 'total_locator'] as const;

  it('says what a share is a share of: the sum of both parts of basic expenditure, with the place of each', async () => {
    const [row] = await structure([
      ...department(),
      cell('301', '30'),
      cell('personnel', '40.5'),
      cell('operating', '59.5'),
    ]);
    expect(pick(row, ...total)).toEqual({
      share_pct: '30',
      total_actual: '100',
      total_locator: '基本支出表·行「personnel」·第 9 行；基本支出表·行「operating」·第 9 行',
    });
  });

  it('has no whole where no part of it is published', async () => {
    const [row] = await structure([...department(), cell('301', '30')]);
    expect(pick(row, ...total)).toEqual({ share_pct: null, total_actual: null, total_locator: null });
  });

  it("gives last year's amount with its place", async () => {
    const rows = [cell('301', '30'), cell('301', '20', 2023)];
    const [row] = await structure([...department(), ...department('sample', 2023), ...rows]);
    expect(pick(row, 'prior_actual', 'prior_locator', 'change')).toEqual({
      prior_actual: '20',
      prior_locator: '基本支出表·行「301」·第 3 行',
      change: '10',
    });
  });
});
