import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { claim, department, ENGINES, figure, given, pick } from './given.ts';

const paid = (component: string, amount: string): SnapshotRow =>
  figure(amount, {
    statement: 'three_public',
    row_code: component,
    row_name: component,
    column_key: 'actual',
    fund: 'fiscal',
  });
const count = (measure: string, value: string, cells: SnapshotRow = {}): SnapshotRow =>
  claim('count', value, {
    measure,
    unit: '辆',
    half_width: '0',
    section_title: '“三公”经费支出决算情况说明',
    ...cells,
  });

describe.each(ENGINES)('three_public_unit_costs in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const costs = async (...rows: SnapshotRow[]) => {
    const data = await given(engine, [...department(), ...rows]);
    return data.run('three_public_unit_costs', { department: 'sample', year: null });
  };

  it('divides exactly: 42.42 / 16 = 2.6513 万元, 2.65 / 138 = 192.029 元', async () => {
    const rows = await costs(
      ...[paid('vehicle_operation', '42.42'), count('vehicles_kept', '16')],
      ...[paid('reception', '2.65'), count('reception_batches', '20'), count('reception_people', '138')],
    );
    expect(rows.map((row) => pick(row, 'per', 'counted', 'per_unit', 'per_unit_yuan'))).toEqual([
      { per: 'vehicle', counted: '16', per_unit: '2.6513', per_unit_yuan: '26512.5' },
      { per: 'batch', counted: '20', per_unit: '0.1325', per_unit_yuan: '1325' },
      { per: 'guest', counted: '138', per_unit: '0.0192', per_unit_yuan: '192.029' },
    ]);
  });

  it('has nothing for each of none, and no row where no number is published', async () => {
    const rows = await costs(paid('vehicle_operation', '0'), count('vehicles_kept', '0'), paid('reception', '1'));
    expect(rows.map((row) => pick(row, 'per', 'counted', 'per_unit'))).toEqual([
      { per: 'vehicle', counted: '0', per_unit: null },
    ]);
  });

  it('takes the number of the section on the three before that of all property', async () => {
    const rows = await costs(
      paid('vehicle_operation', '20'),
      count('vehicles_kept', '25', { section_title: '国有资产占用情况说明' }),
      count('vehicles_kept', '10'),
    );
    expect(rows.map(({ per_unit }) => per_unit)).toEqual(['2']);
  });

  it('takes two different numbers of one section for none', async () => {
    expect(
      await costs(paid('reception', '2'), count('reception_people', '10'), count('reception_people', '12')),
    ).toEqual([]);
  });

  it('does not divide what is not known', async () => {
    const rows = await costs(count('reception_people', '10'));
    expect(rows.map((row) => pick(row, 'actual', 'per_unit'))).toEqual([{ actual: null, per_unit: null }]);
  });
});
