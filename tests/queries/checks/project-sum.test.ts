import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { claim, ENGINES, figure, given, pick, unit } from '../given.ts';
import { bodies, money, project, UNIT } from './evaluation.ts';

const base = (name: string, amount: string, over: SnapshotRow = {}): SnapshotRow =>
  figure(amount, {
    department_id: UNIT,
    statement: 'performance_base',
    place_section: '附件2',
    row_name: name,
    column_key: 'actual',
    ...over,
  });
const spent = (amount: string) => base('项目支出', amount, { row_code: 'project' });
const evaluated = (section: string, name: string, actual: string, over: SnapshotRow = {}): SnapshotRow[] => {
  const cells = { revised: actual, actual };
  return [...money(section, cells), project(section, name, cells, over)];
};

describe.each(ENGINES)('project_sum in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const sums = async (...rows: SnapshotRow[]) => {
    const data = await given(engine, [...bodies(), ...rows], 'project_sum');
    return (await data.run('reconciliation'))
      .filter(({ rule }) => rule === 'project_sum')
      .map((row) => pick(row, 'left_value', 'right_value', 'verdict', 'reason', 'reason_detail'));
  };

  it('adds the sources of the money of a project', async () => {
    const rest = [
      ...money('附件1', { revised: '20' }, 'current_appropriation'),
      ...money('附件1', { revised: '7.1' }, 'carried_over'),
    ];
    expect(await sums(...rest, ...money('附件1', { revised: '27.1' }))).toMatchObject([{ verdict: 'agree' }]);
    expect(await sums(...rest, ...money('附件1', { revised: '30' }))).toMatchObject([
      { left_value: '30', right_value: '27.1', verdict: 'conflict', reason: null },
    ]);
  });

  it('sees rows that slipped by one: the first source holds the total', async () => {
    expect(
      await sums(
        ...money('附件1', { revised: '10' }, 'current_appropriation'),
        ...money('附件1', { revised: '10' }, 'carried_over'),
        ...money('附件1', { revised: '0' }, 'other_funds'),
        ...money('附件1', { revised: '0' }),
      ),
    ).toMatchObject([{ left_value: '0', right_value: '20', verdict: 'conflict', reason: 'shifted_rows' }]);
  });

  const two = [...evaluated('附件1', '水站', '30'), ...evaluated('附件2', '监测', '20')];

  it('adds the projects of a body, without those passed on to others', async () => {
    const passed = evaluated('附件3', '转移支付', '45', { outside_department: 'true' });
    expect(await sums(...two, ...passed, spent('50'))).toMatchObject([
      { left_value: '50', right_value: '50', verdict: 'agree' },
    ]);
    expect(await sums(...two, spent('40'))).toMatchObject([{ verdict: 'conflict', reason: null }]);
  });

  it('knows no sum where fewer projects are evaluated than were paid for', async () => {
    expect(await sums(...two, spent('60'))).toMatchObject([{ verdict: 'not_checkable', reason: 'not_all_listed' }]);
  });

  it('finds a project with other money under the same name in the base table, and says so of the sum', async () => {
    const found = await sums(...two, spent('40'), base('水站专项经费', '20'));
    expect(found).toMatchObject([
      { left_value: '30', right_value: '20', verdict: 'conflict' },
      { left_value: '40', verdict: 'not_checkable', reason: 'parts_differ', reason_detail: '水站' },
    ]);
  });

  it('says which body has the money of the same project', async () => {
    const other = { ...base('水站', '30'), department_id: 'sample-b' };
    expect(
      await sums(unit('sample-b', '支队'), ...evaluated('附件1', '水站', '30'), base('水站', '0'), other),
    ).toMatchObject([{ verdict: 'scope_differs', reason: 'other_body', reason_detail: '支队' }]);
  });

  it('compares only with the report where that tells what the base table leaves out', async () => {
    const told = (value: string, over: SnapshotRow = {}) =>
      claim('amount', value, { department_id: UNIT, subject: '水站', column_key: 'actual', sentence: '1', ...over });
    const found = await sums(
      ...evaluated('附件1', '水站', '523.3'),
      base('水站', '461.5'),
      told('522.5'),
      told('61', { subject: '转移支付', is_detail: 'true' }),
    );
    expect(found).toMatchObject([
      { left_value: '523.3', right_value: '522.5', verdict: 'conflict', reason: null },
      { left_value: '522.5', right_value: '461.5', verdict: 'scope_differs', reason: 'named_part' },
      { left_value: '523.3', right_value: '461.5', verdict: 'not_checkable', reason: 'part_left_out' },
    ]);
  });

  const about = (kind: string, value: string, cells: SnapshotRow) =>
    claim(kind, value, { section_title: '预算绩效情况说明', sentence: '7', ...cells });

  it('counts an evaluation that repeats another once', async () => {
    const count = (value: string) => about('count', value, { subject: '涉及项目', unit: '个', half_width: '0' });
    const again = evaluated('附件3', '水站（公共专项）', '30');
    expect(await sums(...two, ...again, count('2'))).toMatchObject([{ left_value: '2', verdict: 'agree' }]);
    expect(await sums(...two, count('29'))).toMatchObject([{ verdict: 'not_checkable', reason: 'not_all_listed' }]);
  });

  it('says which part is missing in the stated sum of all projects', async () => {
    const rows = [
      unit('sample-b', '支队'),
      ...two,
      spent('50'),
      { ...spent('40'), department_id: 'sample-b' },
      { ...base('业务工作经费', '15', { row_code: 'project_business' }), department_id: 'sample-b' },
      about('count', '2', { subject: '涉及项目', unit: '个', half_width: '0' }),
    ];
    const funds = (value: string) => about('amount', value, { subject: '涉及资金', column_key: 'other' });
    expect(await sums(...rows, funds('75'))).toContainEqual({
      left_value: '75',
      right_value: '90',
      verdict: 'scope_differs',
      reason: 'named_part',
      reason_detail: '支队的业务工作经费 15',
    });
    expect(await sums(...rows, funds('77'))).toContainEqual(
      expect.objectContaining({ left_value: '77', verdict: 'not_checkable', reason: 'unclear_scope' }),
    );
  });
});
