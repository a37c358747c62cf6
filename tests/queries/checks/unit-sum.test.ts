import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { claim, department, ENGINES, figure, given, pick, unit } from '../given.ts';

const UNITS = [unit('sample-a', '本级'), unit('sample-b', '支队')];

const threePublic = (amount: string): SnapshotRow =>
  figure(amount, { statement: 'three_public', row_code: 'three_public', column_key: 'actual', fund: 'fiscal' });
const whole = (measure: string, amount: string): SnapshotRow =>
  figure(amount, { statement: 'expenditure', row_code: 'total', column_key: measure });
const ofUnit = (id: string, row: string, amount: string, cells: SnapshotRow = {}): SnapshotRow =>
  figure(amount, {
    department_id: id,
    statement: 'performance_base',
    row_code: row,
    row_name: row,
    column_key: 'actual',
    place_section: `附件 ${id}`,
    ...cells,
  });

describe.each(ENGINES)('unit_sum in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const sums = async (...rows: SnapshotRow[]) => {
    const data = await given(engine, [...department(), ...UNITS, ...rows], 'unit_sum');
    const found = await data.run('reconciliation');
    return found
      .filter(({ rule }) => rule === 'unit_sum')
      .map((row) => pick(row, 'left_value', 'right_value', 'verdict', 'reason', 'reason_detail'));
  };

  it('takes a cent between the units and the department for rounding', async () => {
    expect(
      await sums(
        threePublic('45.07'),
        ofUnit('sample-a', 'three_public', '31.75'),
        ofUnit('sample-b', 'three_public', '13.33'),
      ),
    ).toEqual([{ left_value: '45.07', right_value: '45.08', verdict: 'rounding', reason: null, reason_detail: null }]);
  });

  it('says nothing where one of the units did not publish the measure', async () => {
    expect(await sums(threePublic('45.07'), ofUnit('sample-a', 'three_public', '31.75'))).toEqual([]);
  });

  it('finds units that do not add up', async () => {
    expect(
      await sums(
        threePublic('50'),
        ofUnit('sample-a', 'three_public', '31.75'),
        ofUnit('sample-b', 'three_public', '13'),
      ),
    ).toMatchObject([{ left_value: '50', right_value: '44.75', verdict: 'conflict', reason: null }]);
  });

  it('names the part that the units list under another name where it is exactly the difference', async () => {
    const parts = [
      ofUnit('sample-a', 'project', '2028.03'),
      ofUnit('sample-b', 'project', '288.48'),
      ofUnit('sample-a', 'project_business', '277.92', { row_name: '业务经费' }),
      ofUnit('sample-b', 'project_business', '100.14', { row_name: '业务工作经费' }),
    ];
    expect(await sums(whole('project', '1938.45'), ...parts)).toEqual([
      {
        left_value: '1938.45',
        right_value: '2316.51',
        verdict: 'scope_differs',
        reason: 'named_part',
        reason_detail: '本级的业务经费 277.92 + 支队的业务工作经费 100.14 = 378.06',
      },
    ]);
    expect(await sums(whole('project', '1938.4'), ...parts)).toMatchObject([{ verdict: 'conflict', reason: null }]);
  });

  it('says whose number it is where the department publishes that of one unit', async () => {
    expect(
      await sums(
        threePublic('31.75'),
        ofUnit('sample-a', 'three_public', '31.75'),
        ofUnit('sample-b', 'three_public', '13.33'),
      ),
    ).toMatchObject([{ verdict: 'scope_differs', reason: 'other_body', reason_detail: '本级' }]);
  });

  it('does not add up other money than the department speaks of', async () => {
    const operating = (amount: string): SnapshotRow =>
      figure(amount, {
        statement: 'basic_expenditure',
        row_code: 'operating',
        column_key: 'actual',
        fund: 'general_public',
      });
    const rows = [ofUnit('sample-a', 'operating', '752.28'), ofUnit('sample-b', 'operating', '226.61')];
    expect(await sums(operating('1079.19'), ...rows)).toMatchObject([
      { verdict: 'not_checkable', reason: 'funds_differ' },
    ]);
    expect(await sums(operating('978.89'), ...rows)).toMatchObject([{ verdict: 'agree' }]);
  });

  it('does not take contracts and spending on procurement for the same amount', async () => {
    const procurement = claim('amount', '2682.19', {
      measure: 'procurement',
      column_key: 'actual',
      subject: '政府采购支出',
    });
    const rows = [ofUnit('sample-a', 'procurement', '980.37'), ofUnit('sample-b', 'procurement', '237.88')];
    expect(await sums(procurement, ...rows)).toMatchObject([
      { verdict: 'not_checkable', reason: 'procurement_basis', right_value: '1218.25' },
    ]);
    const same = claim('amount', '1218.25', { measure: 'procurement', column_key: 'actual', subject: '政府采购支出' });
    expect(await sums(same, ...rows)).toMatchObject([{ verdict: 'agree' }]);
  });
});
