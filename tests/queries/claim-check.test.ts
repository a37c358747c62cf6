import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Parameter } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { claim, department, ENGINES, figure, given, unit, type Given } from './given.ts';

const cell = (amount: string, column_key = 'actual', cells: SnapshotRow = {}) =>
  figure(amount, { statement: 'three_public', row_code: 'three_public', column_key, fund: 'fiscal', ...cells });
const unitCell = (id: string, year: number, amount: string) =>
  cell(amount, 'actual', { statement: 'performance_base', department_id: id, fiscal_year: String(year), fund: 'all' });
const spent = (amount: string, cells: SnapshotRow = {}) =>
  figure(amount, { statement: 'expenditure', row_code: 'total', column_key: 'expenditure', ...cells });
const ofLaw = (amount: string, cells: SnapshotRow) =>
  figure(amount, { row_code: '208', row_name: '社会保障和就业支出', level: '1', column_key: 'expenditure', ...cells });

const prior: SnapshotRow = { document_id: 'sample-2023-final-accounts', fiscal_year: '2023' };

type Asked = Partial<Record<'measure' | 'subject_code' | 'fund' | 'column' | 'base' | 'half_width', string>> & {
  year?: number;
};

describe.each(ENGINES)('claim_check in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  /** The engine holds one set of rows: several questions to the same are asked of it as it is. */
  let made: { rows: SnapshotRow[]; data: Given } | null = null;
  const over = async (rows: SnapshotRow[]) => {
    if (made?.rows !== rows) made = { rows, data: await given(engine, rows) };
    return made.data;
  };

  /** The overall verdict, then each piece of evidence: "computed -4.9958 conflict divided_by_budget". */
  const check = async (rows: SnapshotRow[], kind: string, stated_value: string, asked: Asked = {}) => {
    const parameters: Record<string, Parameter> = {
      department: 'sample',
      year: 2024,
      measure: 'subject_code' in asked ? null : 'three_public',
      kind,
      base: kind === 'change' || kind === 'change_pct' ? 'prior_actual' : null,
      stated_value,
      half_width: kind.endsWith('_pct') ? '0.05' : '0.005',
      ...asked,
    };
    const found = await (await over(rows)).run('claim_check', parameters);
    return [
      `${found[0]?.['overall_verdict']}${found[0]?.['contested'] === true ? ' contested' : ''}`,
      ...found.map((row) =>
        ['evidence', 'value', 'verdict', 'reason', 'scope_detail'].flatMap((name) => row[name] ?? []).join(' '),
      ),
    ];
  };

  it('has nothing to say where nothing is asked', async () => {
    expect(await (await over(department())).run('claim_check')).toEqual([]);
  });

  it('holds an amount against the table first, then the text', async () => {
    const rows = [
      ...department(),
      cell('45.07'),
      claim('amount', '45.17', { measure: 'three_public', column_key: 'actual' }),
    ];
    expect(await check(rows, 'amount', '45.07')).toEqual([
      'agree contested',
      'actual 45.07 agree',
      'actual 45.17 conflict',
    ]);
    expect((await check(rows, 'amount', '45.17'))[0]).toBe('conflict');
  });

  it('takes a rounded amount for what rounds to it, and one that was cut off for cut off', async () => {
    const rows = [...department(), cell('45.57')];
    expect((await check(rows, 'amount', '46', { half_width: '0.5' }))[0]).toBe('agree');
    expect(await check(rows, 'amount', '45', { half_width: '0.5' })).toEqual([
      'conflict',
      'actual 45.57 conflict truncated',
    ]);
  });

  it('says where else an amount fits to the last digit: the budget, another fund, another year, a unit', async () => {
    expect(await check([...department(), cell('45.07'), cell('47.82', 'revised_budget')], 'amount', '47.82')).toEqual([
      'scope_differs',
      'actual 45.07 conflict',
      'elsewhere 47.82 scope_differs other_column revised_budget',
    ]);
    const funds = [
      ...department(),
      spent('900', { column_key: 'basic' }),
      spent('850', { statement: 'general_public_expenditure', column_key: 'basic', fund: 'general_public' }),
    ];
    expect(await check(funds, 'amount', '850', { measure: 'basic' })).toEqual([
      'scope_differs',
      'actual 900 conflict',
      'elsewhere 850 scope_differs other_fund general_public',
    ]);
    expect((await check(funds, 'amount', '850', { measure: 'basic', fund: 'general_public' }))[0]).toBe('agree');
    expect(await check([...department(), cell('45.07')], 'amount', '45.07', { year: 2022 })).toEqual([
      'scope_differs',
      'elsewhere 45.07 scope_differs other_year 2024',
    ]);
    const bodies = [...department(), unit('inner', '示例局执法队'), cell('45.07'), unitCell('inner', 2024, '13.32')];
    expect(await check(bodies, 'amount', '13.32')).toEqual([
      'scope_differs',
      'actual 45.07 conflict',
      'elsewhere 13.32 scope_differs other_body 示例局执法队',
    ]);
  });

  it('does not call a small round number another amount because it happens to fit', async () => {
    const rows = [...department(), cell('45.07'), cell('47.82', 'revised_budget')];
    expect(await check(rows, 'amount', '48', { half_width: '0.5' })).toEqual(['conflict', 'actual 45.07 conflict']);
  });

  it('sees a slip of the unit, also of a rounded amount', async () => {
    expect(await check([...department(), cell('6504.45')], 'amount', '65040000', { half_width: '5000' })).toEqual([
      'conflict',
      'actual 6504.45 conflict other_unit',
    ]);
    expect(await check([...department(), cell('45.07')], 'amount', '450700')).toEqual([
      'conflict',
      'actual 45.07 conflict other_unit',
    ]);
  });

  const twoYears = [...department(), cell('45.07'), cell('53.5', 'initial_budget', { budget_kind: 'initial' })];

  it('computes a change and its rate from last year as published', async () => {
    const rows = [...twoYears, ...department('sample', 2023), cell('47.44', 'actual', prior)];
    expect(await check(rows, 'change', '-2.37')).toEqual(['agree', 'computed -2.37 agree']);
    expect(await check(rows, 'change_pct', '-5.0')).toEqual(['agree', 'computed -4.9958 agree']);
    expect(await check(rows, 'change_pct', '5.0')).toEqual(['conflict', 'computed -4.9958 conflict wrong_direction']);
    expect(await check(rows, 'change_pct', '-4.9')).toEqual(['conflict', 'computed -4.9958 conflict truncated']);
    expect(await check(rows, 'change_pct', '-5.3')).toEqual([
      'conflict',
      'computed -4.9958 conflict divided_by_this_year',
    ]);
    expect(await check(rows, 'change_pct', '-4.4')).toEqual([
      'conflict',
      'computed -4.9958 conflict divided_by_budget',
    ]);
    expect(await check(rows, 'change_pct', '-15.8')).toEqual([
      'conflict',
      'computed -4.9958 conflict compared_with_budget',
    ]);
    expect(await check(rows, 'change_pct', '-7.0')).toEqual(['conflict', 'computed -4.9958 conflict']);
  });

  it('does not hold a stated change against an amount that only that change implies', async () => {
    const rows = [...twoYears, claim('change', '-2.37', { measure: 'three_public' })];
    expect(await check(rows, 'change', '-2.37')).toEqual(['agree', 'stated -2.37 agree']);
    expect(await check(rows, 'change_pct', '-5.0')).toEqual(['agree', 'computed -4.9958 agree']);
  });

  it('says of an agreeing change that the units published something else', async () => {
    const rows = [
      ...department(),
      unit('inner', '示例局本级'),
      cell('45.07'),
      claim('change', '-2.37', { measure: 'three_public' }),
      unitCell('inner', 2024, '45.07'),
      unitCell('inner', 2023, '59.43'),
    ];
    expect(await check(rows, 'change', '-2.37')).toEqual([
      'agree contested',
      'stated -2.37 agree',
      'computed -14.36 conflict',
    ]);
  });

  it('says why there is no change: no figure, no last year, a base of 0, a new body', async () => {
    expect(await check(department(), 'change', '-2.37')).toEqual(['not_checkable', 'none not_checkable not_published']);
    expect(await check(twoYears, 'change', '-2.37')).toEqual(['not_checkable', 'none not_checkable no_prior']);
    const fromZero = [...twoYears, ...department('sample', 2023), cell('0', 'actual', prior)];
    expect(await check(fromZero, 'change_pct', '100')).toEqual(['not_checkable', 'computed not_checkable zero_base']);
    const [document, body] = department();
    const founded = [document!, { ...body, founded_year: '2024', founded_evidence: '新成立' }, cell('45.07')];
    expect(await check(founded, 'change', '-2.37')).toEqual(['not_checkable', 'none not_checkable new_body']);
    expect(await check(twoYears, 'change', '-2.37', { base: undefined as never })).toContain(
      'none not_checkable unclear_base',
    );
  });

  it('holds an execution rate against the budget that it names, and any where it names none', async () => {
    const rows = [...twoYears, cell('47.82', 'revised_budget')];
    expect((await check(rows, 'execution_pct', '94.2', { base: 'budget' }))[0]).toBe('agree');
    expect((await check(rows, 'execution_pct', '84.2', { base: 'initial_budget' }))[0]).toBe('agree');
    expect(await check(rows, 'execution_pct', '84.2', { base: 'revised_budget' })).toEqual([
      'scope_differs',
      'computed 94.2493 conflict',
      'elsewhere 84.243 scope_differs other_budget initial_budget',
    ]);
  });

  it('holds a share against the whole that it names, of the same money', async () => {
    const rows = [...department(), spent('1000'), spent('700.04', { column_key: 'basic' })];
    const share = (value: string) => check(rows, 'share_pct', value, { measure: 'basic', base: 'expenditure' });
    expect(await share('70.0')).toEqual(['agree', 'computed 70.004 agree']);
    expect((await share('71.0'))[0]).toBe('conflict');
  });

  it('finds a functional subject by its code, in either fund where none is named', async () => {
    const rows = [
      ...department(),
      ofLaw('700', { statement: 'expenditure' }),
      ofLaw('698.5', { statement: 'general_public_expenditure', fund: 'general_public' }),
    ];
    for (const amount of ['700', '698.5'])
      expect((await check(rows, 'amount', amount, { subject_code: '208' }))[0]).toBe('agree');
    expect((await check(rows, 'amount', '698.6', { subject_code: '208' }))[0]).toBe('conflict');
  });

  it('holds a count against the same count of the text', async () => {
    const rows = [
      ...department(),
      claim('count', '20', { measure: 'reception_batches', unit: '批次', half_width: '0' }),
    ];
    const count = (value: string) => check(rows, 'count', value, { measure: 'reception_batches', half_width: '0' });
    expect(await count('20')).toEqual(['agree', 'stated 20 agree']);
    expect(await count('21')).toEqual(['conflict', 'stated 20 conflict']);
  });
});
