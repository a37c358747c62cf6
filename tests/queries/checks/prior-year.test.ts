import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { budgetDocument, budgeted, claim, department, ENGINES, figure, given, pick, unit } from '../given.ts';

const threePublic = (amount: string, cells: SnapshotRow = {}): SnapshotRow =>
  figure(amount, {
    statement: 'three_public',
    row_code: 'three_public',
    column_key: 'actual',
    fund: 'fiscal',
    ...cells,
  });
const lastYear = (amount: string): SnapshotRow =>
  threePublic(amount, { document_id: 'sample-2023-final-accounts', fiscal_year: '2023' });
const change = (value: string, cells: SnapshotRow = {}): SnapshotRow =>
  claim('change', value, { measure: 'three_public', fund: 'fiscal', subject: '“三公”经费', sentence: '1', ...cells });

describe.each(ENGINES)('prior_year in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const found = async (...rows: SnapshotRow[]) => {
    const data = await given(engine, rows, 'prior_year');
    return (await data.run('reconciliation'))
      .filter(({ rule }) => rule === 'prior_year')
      .map((row) => pick(row, 'left_value', 'right_value', 'verdict', 'reason'));
  };

  it("compares last year as this year's change implies it with last year's own document", async () => {
    const rows = [...department('sample', 2023), ...department(), threePublic('45.07'), change('-2.37')];
    expect(await found(...rows, lastYear('47.44'))).toEqual([
      { left_value: '47.44', right_value: '47.44', verdict: 'agree', reason: null },
    ]);
    expect(await found(...rows, lastYear('47.45'))).toMatchObject([{ verdict: 'rounding' }]);
    expect(await found(...rows, lastYear('59.43'))).toMatchObject([
      { left_value: '47.44', right_value: '59.43', verdict: 'conflict' },
    ]);
  });

  const unitRow = (id: string, year: string, amount: string): SnapshotRow =>
    figure(amount, {
      department_id: id,
      fiscal_year: year,
      statement: 'performance_base',
      row_code: 'three_public',
      column_key: 'actual',
      fund: 'fiscal',
      place_section: `附件 ${id}`,
    });
  const units = [unit('sample-a', '本级'), unit('sample-b', '支队')];

  it('compares with the units where they add up to the department this year', async () => {
    const prior = [unitRow('sample-a', '2023', '47.19'), unitRow('sample-b', '2023', '12.24')];
    const now = [unitRow('sample-a', '2024', '31.75'), unitRow('sample-b', '2024', '13.33')];
    const rows = [...department(), ...units, threePublic('45.07'), change('-2.37')];
    expect(await found(...rows, ...prior, ...now)).toMatchObject([
      { left_value: '47.44', right_value: '59.43', verdict: 'conflict' },
    ]);
    expect(await found(...rows, ...prior)).toMatchObject([{ verdict: 'not_checkable', reason: 'units_other_scope' }]);
    const others = [unitRow('sample-a', '2024', '20'), unitRow('sample-b', '2024', '13.33')];
    expect(await found(...rows, ...prior, ...others)).toMatchObject([
      { verdict: 'not_checkable', reason: 'units_other_scope' },
    ]);
  });

  it('never compares with another measure, whatever its amount', async () => {
    const rows = [
      ...department('sample', 2023),
      ...department(),
      figure('1079.19', {
        statement: 'basic_expenditure',
        row_code: 'operating',
        column_key: 'actual',
        fund: 'general_public',
      }),
      change('-110.27', { measure: 'operating', fund: 'general_public', subject: '公用经费' }),
      claim('amount', '110.28', {
        document_id: 'sample-2023-final-accounts',
        fiscal_year: '2023',
        measure: 'agency_operation',
        column_key: 'actual',
      }),
    ];
    expect(await found(...rows)).toEqual([]);
  });

  it('has nothing to compare for a body founded in the year', async () => {
    const [document, body] = department();
    const rows = [...department('sample', 2023), document!, { ...body!, founded_year: '2024' }];
    expect(await found(...rows, threePublic('45.07'), change('-2.37'), lastYear('59.43'))).toEqual([]);
  });

  it("compares a budget's column of last year row by row with last year's budget", async () => {
    const subject = (year: number, fiscal: string, amount: string, code: string) => ({
      ...budgeted(year, amount, { statement: 'expenditure', row_code: code, row_name: code, level: '1' }),
      fiscal_year: fiscal,
    });
    const rows = [
      ...budgetDocument(2024),
      ...budgetDocument(2025),
      subject(2024, '2024', '193', '211'),
      subject(2024, '2024', '20', '208'),
      subject(2025, '2024', '198', '211'),
      subject(2025, '2024', '20', '208'),
      subject(2025, '2025', '300', '211'),
    ];
    expect(await found(...rows)).toEqual([
      { left_value: '198', right_value: '193', verdict: 'conflict', reason: null },
      { left_value: '20', right_value: '20', verdict: 'agree', reason: null },
    ]);
  });

  it('does not know which row it was where a code is listed twice', async () => {
    const subject = (year: number, amount: string) => ({
      ...budgeted(year, amount, { statement: 'expenditure', row_code: '211', row_name: '211', level: '1' }),
      fiscal_year: '2024',
    });
    const rows = [...budgetDocument(2024), ...budgetDocument(2025), subject(2024, '193'), subject(2024, '20')];
    expect(await found(...rows, subject(2025, '193'), subject(2025, '20'))).toEqual([]);
  });

  it('compares what is no measure by the words that both years use', async () => {
    const told = (year: number, kind: string, value: string, cells: SnapshotRow): SnapshotRow =>
      claim(kind, value, {
        document_id: `sample-${year}-budget`,
        fiscal_year: String(year),
        subject: '财政拨款支出',
        sentence: '1',
        ...cells,
      });
    const amount = { column_key: 'initial_budget' };
    const rows = [
      ...budgetDocument(2024),
      ...budgetDocument(2025),
      told(2024, 'amount', '15621.11', amount),
      told(2025, 'amount', '18976.76', amount),
    ];
    const changed = (value: string) => told(2025, 'change', value, { base: 'prior_initial_budget' });
    expect(await found(...rows, changed('3355.65'))).toMatchObject([{ left_value: '15621.11', verdict: 'agree' }]);
    expect(await found(...rows, changed('3365.65'))).toMatchObject([{ left_value: '15611.11', verdict: 'conflict' }]);
  });
});
