import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Row } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { claim, department, ENGINES, given, pick } from '../given.ts';

const IN_SENTENCE = { section_no: '七', sentence: '10', subject: '公务接待费', measure: 'reception', fund: 'fiscal' };
const stated = (column: string, amount: string, cells: SnapshotRow = {}) =>
  claim('amount', amount, { ...IN_SENTENCE, column_key: column, ...cells });
const budget = (amount: string) => stated('initial_budget', amount);
const spent = (amount: string, direction: string, base: string) => stated('actual', amount, { direction, base });

describe.each(ENGINES)('stated_direction in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const directions = async (...rows: SnapshotRow[]): Promise<Row[]> => {
    const data = await given(engine, [...department(), ...rows], 'stated_direction');
    const found = await data.run('reconciliation');
    return found.filter(({ rule }) => rule === 'stated_direction');
  };
  const verdict = async (...rows: SnapshotRow[]) => {
    const found = await directions(...rows);
    expect(found).toHaveLength(1);
    return [found[0]!['verdict'], found[0]!['reason']];
  };

  it.each([
    ['43.69', 'decrease', '0', 'conflict', 'wrong_direction'],
    ['43.69', 'increase', '0', 'agree', null],
    ['3', 'decrease', '5', 'agree', null],
    ['5.01', 'decrease', '5', 'rounding', null],
    ['5', 'flat', '5', 'agree', null],
    ['6', 'flat', '5', 'conflict', null],
  ])('%s said to %s beside a budget of %s: %s', async (amount, direction, other, expected, reason) => {
    expect(await verdict(budget(other), spent(amount, direction, 'initial_budget'))).toEqual([expected, reason]);
  });

  it('measures against last year by the stated change', async () => {
    const grown = claim('change', '0.44', { ...IN_SENTENCE, direction: 'increase' });
    const [row, ...rest] = await directions(spent('42.42', 'decrease', 'prior_actual'), grown);
    expect(rest).toEqual([]);
    expect(pick(row, 'right_value', 'verdict', 'reason', 'severity')).toEqual({
      right_value: '41.98',
      verdict: 'conflict',
      reason: 'wrong_direction',
      severity: 5,
    });
  });

  it('reads what is said against the budget off the execution rate where the amount speaks of last year', async () => {
    const rate = claim('execution_pct', '40', { ...IN_SENTENCE, base: 'initial_budget', direction: 'increase' });
    const lower = spent('2', 'decrease', 'prior_actual');
    const found = await directions(budget('5'), lower, claim('change', '-1', { ...IN_SENTENCE }), rate);
    expect(found.map((row) => [row['left_label'], row['verdict']])).toEqual([
      ['本年数（正文写明大于预算）', 'conflict'],
      ['本年数（正文写明小于上年）', 'agree'],
    ]);
    // Said once is compared once.
    expect(
      await directions(budget('5'), spent('2', 'decrease', 'initial_budget'), { ...rate, direction: 'decrease' }),
    ).toHaveLength(1);
  });

  it('holds a rate of change against two stated years', async () => {
    const rows = [stated('prior_actual', '40'), stated('actual', '30')];
    const up = claim('change_pct', '25', { ...IN_SENTENCE, direction: 'increase' });
    expect(await verdict(...rows, up)).toEqual(['conflict', 'wrong_direction']);
  });

  it('says what it cannot compare with, and nothing where no direction is stated', async () => {
    expect(await verdict(spent('2', 'decrease', 'initial_budget'))).toEqual(['not_checkable', 'not_published']);
    expect(await directions(budget('1'), stated('actual', '2'))).toEqual([]);
  });
});
