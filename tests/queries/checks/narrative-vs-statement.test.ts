import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Row } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { claim, department, ENGINES, figure, given, pick, unit } from '../given.ts';

const cell = (statement: string, column: string, row: string, amount: string, cells: SnapshotRow = {}) =>
  figure(amount, { statement, side: 'expenditure', row_code: row, row_name: row, column_key: column, ...cells });
const said = (amount: string, cells: SnapshotRow) =>
  claim('amount', amount, { column_key: 'actual', section_no: '三', sentence: '1', subject: '支出', ...cells });
const ofUnit = (id: string) => ({ department_id: id });

describe.each(ENGINES)('narrative_vs_statement in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const compare = async (...rows: SnapshotRow[]): Promise<Row[]> => {
    const data = await given(engine, [...department(), ...rows], 'narrative_vs_statement');
    const found = await data.run('reconciliation');
    return found.filter(({ rule }) => rule === 'narrative_vs_statement');
  };
  const verdicts = (rows: readonly Row[]) =>
    rows.map((row) => [row['left_value'], row['right_value'], row['verdict'], row['reason']]);

  it('finds a stated amount that is not the table’s', async () => {
    const [row, ...rest] = await compare(
      cell('expenditure', 'expenditure', 'total', '100'),
      said('90', { measure: 'expenditure', fund: 'all' }),
    );
    expect(rest).toEqual([]);
    expect(pick(row, 'left_value', 'right_value', 'verdict', 'reason')).toEqual({
      left_value: '90',
      right_value: '100',
      verdict: 'conflict',
      reason: null,
    });
  });

  it('compares only what is of the same fund, and names the other fund where that is what was meant', async () => {
    const tables = [
      cell('expenditure', 'basic', 'total', '50'),
      cell('general_public_expenditure', 'basic', 'total', '40', { fund: 'general_public' }),
    ];
    const basic = { measure: 'basic', fund: 'general_public' };
    expect(verdicts(await compare(...tables, said('40', basic)))).toEqual([['40', '40', 'agree', null]]);
    expect(verdicts(await compare(...tables, said('50', basic)))).toEqual([
      ['50', '40', 'scope_differs', 'other_fund'],
    ]);
    expect(verdicts(await compare(tables[0]!, said('40', basic)))).toEqual([]);
  });

  it('holds a subject against its code in the statement of its fund', async () => {
    const rows = await compare(
      cell('general_public_expenditure', 'expenditure', '2110199', '330.69', { fund: 'general_public', level: '3' }),
      said('188.34', { subject_code: '2110199', fund: 'general_public' }),
    );
    expect(verdicts(rows)).toEqual([['188.34', '330.69', 'conflict', null]]);
  });

  it('tells of the one thing that has exactly the stated amount, and stays a contradiction', async () => {
    const rows = await compare(
      unit('branch', '示例支队'),
      cell('general_public_expenditure', 'expenditure', '2110199', '330.69', { fund: 'general_public', level: '3' }),
      cell('performance_base', 'actual', 'project_special', '188.34', { row_name: '市级专项', ...ofUnit('branch') }),
      said('188.34', { subject_code: '2110199', fund: 'general_public' }),
    );
    expect(verdicts(rows)).toEqual([['188.34', '330.69', 'conflict', 'same_as_other']]);
    expect(rows[0]!['reason_detail']).toContain('示例支队“市级专项”');
  });

  it('takes a round amount elsewhere for chance', async () => {
    const rows = await compare(
      cell('expenditure', 'expenditure', 'total', '100'),
      cell('expenditure', 'project', '9', '90', { level: '1' }),
      said('90', { measure: 'expenditure', fund: 'all' }),
    );
    expect(rows[0]!['reason']).toBe(null);
  });

  it('never takes one kind of budget for the other', async () => {
    const table = cell('three_public', 'revised_budget', 'three_public', '47.82', { fund: 'fiscal' });
    const budget = (column: string, amount: string) =>
      said(amount, { measure: 'three_public', fund: 'fiscal', column_key: column });
    expect(await compare(table, budget('initial_budget', '53.5'))).toEqual([]);
    expect(verdicts(await compare(table, budget('budget', '53.5')))).toEqual([
      ['53.5', '47.82', 'not_checkable', 'unclear_budget'],
    ]);
    expect(verdicts(await compare(table, budget('budget', '47.82')))).toEqual([['47.82', '47.82', 'agree', null]]);
    expect(verdicts(await compare(table, budget('revised_budget', '50')))).toEqual([['50', '47.82', 'conflict', null]]);
  });

  it('finds a budget that is the units’ budgets added up', async () => {
    const of = (id: string, amount: string) =>
      cell('performance_base', 'budget', 'three_public', amount, { fund: 'fiscal', ...ofUnit(id) });
    const rows = await compare(
      unit('one', '一队'),
      unit('two', '二队'),
      cell('three_public', 'revised_budget', 'three_public', '47.82', { fund: 'fiscal' }),
      of('one', '34.5'),
      of('two', '19'),
      said('53.5', { measure: 'three_public', fund: 'fiscal', column_key: 'budget' }),
    );
    expect(verdicts(rows)).toEqual([['53.5', '47.82', 'scope_differs', 'other_budget']]);
    expect(rows[0]!['reason_detail']).toContain('一队 34.5 + 二队 19');
  });

  it('leaves a remark in passing alone unless it is exactly something else', async () => {
    const table = cell('expenditure', 'project', 'total', '1938.45');
    const remark = said('1750.11', { measure: 'project', fund: 'all', is_detail: 'true' });
    expect(await compare(table, remark)).toEqual([]);
    const special = cell('performance_base', 'actual', 'project_special', '1750.11', {
      row_name: '专项',
      ...ofUnit('one'),
    });
    expect(verdicts(await compare(table, remark, unit('one', '一队'), special))).toEqual([
      ['1750.11', '1938.45', 'scope_differs', 'named_part'],
    ]);
  });

  it('compares a report with its unit’s own annexes, a project by its name', async () => {
    const one = ofUnit('one');
    const report = { section_no: 'report-1', fund: 'general_public', ...one };
    const rows = await compare(
      unit('one', '一队'),
      cell('overall_evaluation', 'revised_budget', 'total', '4840.06', one),
      cell('performance_base', 'actual', 'staff', '117', { unit: '人', half_width: '0', ...one }),
      figure('98.36', { statement: 'performance_base', row_name: '“督察”专项', column_key: 'actual', ...one }),
      said('5164.67', { measure: 'revenue', column_key: 'revised_budget', subject: '预算收入', ...report }),
      claim('count', '116', { measure: 'staff', unit: '人', half_width: '0', subject: '人数', ...report }),
      said('98.36', { subject: '督察专项经费', ...report }),
      said('7', { subject: '另一项', ...report }),
    );
    expect(verdicts(rows)).toEqual([
      ['5164.67', '4840.06', 'conflict', null],
      ['116', '117', 'conflict', null],
      ['98.36', '98.36', 'agree', null],
    ]);
  });

  it('does not choose between two amounts that the annexes give one project', async () => {
    const at = (statement: string, amount: string, cells: SnapshotRow) =>
      figure(amount, { statement, column_key: 'actual', ...cells });
    const tables = [
      at('performance_base', '461.5', { row_name: '污染防治专项' }),
      at('project_evaluation', '523.3', { row_code: 'total', row_name: '总额', place_section: '附件4—2 污染防治专项' }),
    ];
    const project = { subject: '污染防治专项经费', section_no: 'report-1' };
    expect(await compare(...tables, said('522.5', project))).toEqual([]);
    expect(verdicts(await compare(...tables, said('523.3', project)))).toEqual([['523.3', '523.3', 'agree', null]]);
  });

  it('holds an amount that no table has against itself where it is stated again', async () => {
    const rent = { measure: 'agency_operation', fund: 'general_public' };
    expect(verdicts(await compare(said('10', rent), said('10', { ...rent, sentence: '2' })))).toEqual([
      ['10', '10', 'agree', null],
    ]);
    expect(verdicts(await compare(said('10', rent), said('11', { ...rent, sentence: '2' })))).toEqual([
      ['11', '10', 'conflict', null],
    ]);
    expect(await compare(said('10', rent), said('11', { ...rent, column_key: 'initial_budget' }))).toEqual([]);
  });

  it('finds the initial budget under the name of the revised one', async () => {
    const of = (id: string, amount: string) =>
      cell('overall_evaluation', 'revised_budget', 'total', amount, ofUnit(id));
    const whole = { measure: 'expenditure', fund: 'all', column_key: 'revised_budget' };
    const units = [unit('one', '一队'), unit('two', '二队'), of('one', '40'), of('two', '30')];
    const initial = said('55', {
      measure: 'general_public_expenditure',
      column_key: 'initial_budget',
      fund: 'general_public',
    });
    expect(verdicts(await compare(...units, said('70', whole)))).toEqual([['70', '70', 'agree', null]]);
    expect(verdicts(await compare(...units, initial, said('55', whole)))).toEqual([
      ['55', '70', 'scope_differs', 'other_budget'],
    ]);
    // That the units do not add up is not said here.
    expect(await compare(...units, said('56', whole))).toEqual([]);
  });
});
