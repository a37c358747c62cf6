import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { claim, department, ENGINES, figure, given, pick, unit } from './given.ts';

const total = (amount: string, cells: SnapshotRow = {}) =>
  figure(amount, { statement: 'income_expenditure', row_code: 'total', column_key: 'expenditure', ...cells });
const threePublic = (amount: string, cells: SnapshotRow = {}) =>
  figure(amount, {
    statement: 'three_public',
    row_code: 'three_public',
    column_key: 'actual',
    fund: 'fiscal',
    ...cells,
  });
const unitThreePublic = (id: string, year: number, amount: string) =>
  threePublic(amount, { statement: 'performance_base', department_id: id, fiscal_year: String(year), fund: 'all' });

describe.each(ENGINES)('headline_changes in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const headline = async (rows: SnapshotRow[], measure: string, body = 'sample', year = 2024) => {
    const data = await given(engine, rows);
    const found = await data.run('headline_changes', { department: body, year });
    return found.find((row) => row['measure'] === measure);
  };

  it('takes last year from the stated change: 6504.45 + 565.63 = 7070.08', async () => {
    const row = await headline(
      [
        ...department(),
        total('6504.45'),
        claim('change', '-565.63', { measure: 'total' }),
        claim('change_pct', '-8', { measure: 'total' }),
      ],
      'total',
    );
    expect(pick(row, 'actual', 'prior_actual', 'prior_basis', 'change', 'change_pct', 'comparability')).toEqual({
      actual: '6504.45',
      prior_actual: '7070.08',
      prior_basis: 'implied',
      change: '-565.63',
      change_pct: '-8.0003',
      comparability: 'comparable',
    });
    expect(pick(row, 'claimed_change', 'claimed_change_pct', 'contested')).toEqual({
      claimed_change: '-565.63',
      claimed_change_pct: '-8',
      contested: false,
    });
  });

  it("prefers last year's own document to what this year's implies, and shows both where they differ", async () => {
    const row = await headline(
      [
        ...department(),
        ...department('sample', 2023),
        total('6504.45'),
        total('7000', { fiscal_year: '2023', document_id: 'sample-2023-final-accounts' }),
        claim('change', '-565.63', { measure: 'total' }),
      ],
      'total',
    );
    expect(pick(row, 'prior_actual', 'prior_basis', 'alt_prior_actual', 'contested', 'change')).toEqual({
      prior_actual: '7000',
      prior_basis: 'published',
      alt_prior_actual: '7070.08',
      contested: true,
      change: '-495.55',
    });
  });

  it('does not contest figures that differ by no more than their rounding', async () => {
    const row = await headline(
      [
        ...department(),
        ...department('sample', 2023),
        total('6504.45'),
        total('7070.09', { fiscal_year: '2023', document_id: 'sample-2023-final-accounts' }),
        claim('change', '-565.63', { measure: 'total' }),
      ],
      'total',
    );
    expect(pick(row, 'alt_prior_actual', 'contested')).toEqual({ alt_prior_actual: null, contested: false });
  });

  it('contests last year where the units published another sum, 47.19 + 12.24 = 59.43 beside 47.44', async () => {
    const row = await headline(
      [
        ...department(),
        unit('sample-a', '局本级'),
        unit('sample-b', '支队'),
        threePublic('45.07'),
        claim('change', '-2.37', { measure: 'three_public' }),
        unitThreePublic('sample-a', 2023, '47.19'),
        unitThreePublic('sample-a', 2024, '31.75'),
        unitThreePublic('sample-b', 2023, '12.24'),
        unitThreePublic('sample-b', 2024, '13.33'),
      ],
      'three_public',
    );
    expect(pick(row, 'prior_actual', 'alt_prior_actual', 'contested', 'change', 'change_pct')).toEqual({
      prior_actual: '47.44',
      alt_prior_actual: '59.43',
      contested: true,
      change: '-2.37',
      change_pct: '-4.9958',
    });
  });

  it('compares a unit with its own published prior year', async () => {
    const row = await headline(
      [
        ...department(),
        unit('sample-a', '局本级'),
        unitThreePublic('sample-a', 2023, '47.19'),
        unitThreePublic('sample-a', 2024, '31.75'),
      ],
      'three_public',
      'sample-a',
    );
    expect(pick(row, 'prior_actual', 'prior_basis', 'change', 'change_pct', 'body_level')).toEqual({
      prior_actual: '47.19',
      prior_basis: 'published',
      change: '-15.44',
      change_pct: '-32.7188',
      body_level: 'unit',
    });
  });

  it("says scope_differs where only the units' sum is known and it is not the department's this year", async () => {
    const project = (id: string, year: number, amount: string) =>
      figure(amount, {
        statement: 'performance_base',
        row_code: 'project',
        column_key: 'actual',
        department_id: id,
        fiscal_year: String(year),
      });
    const row = await headline(
      [
        ...department(),
        unit('sample-a', '局本级'),
        figure('1938.45', { statement: 'expenditure', row_code: 'total', column_key: 'project' }),
        project('sample-a', 2023, '2053.23'),
        project('sample-a', 2024, '2028.03'),
      ],
      'project',
    );
    expect(pick(row, 'prior_actual', 'change', 'change_pct', 'comparability')).toEqual({
      prior_actual: null,
      change: null,
      change_pct: null,
      comparability: 'scope_differs',
    });
  });

  it('leaves out a sum of units where one of them publishes nothing', async () => {
    const row = await headline(
      [
        ...department(),
        unit('sample-a', '局本级'),
        unit('sample-b', '支队'),
        threePublic('45.07'),
        unitThreePublic('sample-a', 2023, '47.19'),
        unitThreePublic('sample-a', 2024, '45.07'),
      ],
      'three_public',
    );
    expect(pick(row, 'prior_actual', 'comparability')).toEqual({ prior_actual: null, comparability: 'no_prior' });
  });

  it.each([
    ['no_prior', [total('100')], null],
    ['zero_base', [total('100'), claim('change', '100', { measure: 'total' })], '0'],
  ])('gives no change and no rate where the reason is %s', async (comparability, rows, prior) => {
    const row = await headline([...department(), ...rows], 'total');
    expect(pick(row, 'prior_actual', 'change', 'change_pct', 'comparability')).toEqual({
      prior_actual: prior,
      change: null,
      change_pct: null,
      comparability,
    });
  });

  it('shows the year before as implied, with nothing before it', async () => {
    const row = await headline(
      [...department(), total('6504.45'), claim('change', '-565.63', { measure: 'total' })],
      'total',
      'sample',
      2023,
    );
    expect(pick(row, 'actual', 'actual_basis', 'prior_actual', 'comparability')).toEqual({
      actual: '7070.08',
      actual_basis: 'implied',
      prior_actual: null,
      comparability: 'no_prior',
    });
  });

  it('contests this year where the text contradicts the table beyond rounding', async () => {
    const stated = (amount: string) => claim('amount', amount, { measure: 'total', column_key: 'actual' });
    const within = await headline([...department(), total('4566'), stated('4565.99')], 'total');
    expect(pick(within, 'alt_actual', 'contested')).toEqual({ alt_actual: null, contested: false });
    const beyond = await headline([...department(), total('4566'), stated('4565.98')], 'total');
    expect(pick(beyond, 'alt_actual', 'contested')).toEqual({ alt_actual: '4565.98', contested: true });
  });

  it('does not contest an amount of all funds by the text about the general public budget', async () => {
    const row = await headline(
      [
        ...department(),
        figure('5377.64', { statement: 'expenditure', row_code: 'total', column_key: 'basic' }),
        claim('amount', '5300', { measure: 'basic', column_key: 'actual', fund: 'general_public' }),
        claim('change', '-10', { measure: 'basic', fund: 'general_public' }),
      ],
      'basic',
    );
    expect(pick(row, 'actual', 'alt_actual', 'contested', 'comparability')).toEqual({
      actual: '5377.64',
      alt_actual: null,
      contested: false,
      comparability: 'no_prior',
    });
  });

  it('keeps an amount of 17 digits and cents exact', async () => {
    const row = await headline([...department(), total('12345678901234567.89')], 'total');
    expect(row?.['actual']).toBe('12345678901234567.89');
  });
});
