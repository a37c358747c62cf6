import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { claim, department, ENGINES, figure, given, pick } from './given.ts';

const subject = (code: string, column: string, amount: string, cells: SnapshotRow = {}) =>
  figure(amount, {
    statement: 'expenditure',
    row_code: code,
    row_name: code === 'total' ? '合计' : `科目${code}`,
    level: code === 'total' ? null : String((code.length - 1) / 2),
    parent_code: code.length > 3 && code !== 'total' ? code.slice(0, -2) : null,
    column_key: column,
    ...cells,
  });
const prior: SnapshotRow = { fiscal_year: '2023', document_id: 'sample-2023-final-accounts' };

describe.each(ENGINES)('expenditure_structure in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const structure = async (rows: SnapshotRow[]) => {
    const data = await given(engine, rows);
    return data.run('expenditure_structure', { year: 2024 });
  };

  it('gives each subject its share of the total, with basic and project beside it', async () => {
    const rows = await structure([
      ...department(),
      subject('total', 'expenditure', '6504.45'),
      subject('211', 'expenditure', '5077.56'),
      subject('211', 'basic', '3182.8'),
      subject('211', 'project', '1894.76'),
      subject('21103', 'expenditure', '1564.07'),
    ]);
    expect(rows.map((row) => pick(row, 'subject_code', 'level', 'parent_code', 'share_pct'))).toEqual([
      { subject_code: '211', level: 1, parent_code: null, share_pct: '78.0629' },
      { subject_code: '21103', level: 2, parent_code: '211', share_pct: '24.0462' },
    ]);
    expect(pick(rows[0], 'basic', 'project', 'comparability', 'change')).toEqual({
      basic: '3182.8',
      project: '1894.76',
      comparability: 'no_prior',
      change: null,
    });
  });

  it('says what a share is a share of, and where that stands', async () => {
    const [row] = await structure([
      ...department(),
      subject('total', 'expenditure', '200'),
      subject('211', 'expenditure', '50'),
    ]);
    expect(pick(row, 'share_pct', 'total_actual', 'total_locator')).toEqual({
      share_pct: '25',
      total_actual: '200',
      total_locator: 'locator of 200',
    });
  });

  it('adds the contributions of the 类 up to the change of the total, 10 + (-5) = 5 points', async () => {
    const rows = await structure([
      ...department(),
      ...department('sample', 2023),
      subject('total', 'expenditure', '105'),
      subject('208', 'expenditure', '50'),
      subject('211', 'expenditure', '55'),
      subject('total', 'expenditure', '100', prior),
      subject('208', 'expenditure', '40', prior),
      subject('211', 'expenditure', '60', prior),
    ]);
    expect(rows.map((row) => pick(row, 'change', 'change_pct', 'contribution_pp'))).toEqual([
      { change: '10', change_pct: '25', contribution_pp: '10' },
      { change: '-5', change_pct: '-8.3333', contribution_pp: '-5' },
    ]);
  });

  it('takes a subject that last year did not list for 0 there: its points are known, its rate is not', async () => {
    const rows = await structure([
      ...department(),
      ...department('sample', 2023),
      subject('total', 'expenditure', '110'),
      subject('208', 'expenditure', '100'),
      subject('212', 'expenditure', '10'),
      subject('total', 'expenditure', '100', prior),
      subject('208', 'expenditure', '100', prior),
    ]);
    expect(pick(rows[1], 'prior_actual', 'comparability', 'change_pct', 'contribution_pp')).toEqual({
      prior_actual: '0',
      comparability: 'zero_base',
      change_pct: null,
      contribution_pp: '10',
    });
  });

  it('does not contest a subject of all funds by what the text says of the general public budget alone', async () => {
    const general = { statement: 'general_public_expenditure', fund: 'general_public' };
    const rows = await structure([
      ...department(),
      subject('212', 'expenditure', '3845.25'),
      subject('212', 'expenditure', '3832.36', general),
      claim('amount', '3832.36', { subject_code: '212', column_key: 'actual' }),
    ]);
    expect(rows.map((row) => pick(row, 'fund', 'alt_actual', 'contested'))).toEqual([
      { fund: 'all', alt_actual: null, contested: false },
      { fund: 'general_public', alt_actual: null, contested: false },
    ]);
  });
});
