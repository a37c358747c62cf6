import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { claim, department, ENGINES, given, pick } from './given.ts';

const IN_SENTENCE = { section_no: '七', section_title: '三公', sentence: '10', measure: 'reception', fund: 'fiscal' };
const amount = (column: string, value: string, cells: SnapshotRow = {}) =>
  claim('amount', value, { ...IN_SENTENCE, subject: '接待费', column_key: column, ...cells });

describe.each(ENGINES)('claims in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const claims = async (...rows: SnapshotRow[]) => (await given(engine, [...department(), ...rows])).run('claims');

  it('are all there, in their order, with what becomes of them', async () => {
    const rows = await claims(
      amount('initial_budget', '0'),
      amount('actual', '2', { direction: 'decrease', base: 'initial_budget' }),
      claim('execution_pct', '40', { ...IN_SENTENCE, subject: '接待费', base: 'initial_budget', stated_text: '40%' }),
      claim('count', '7', { section_no: '十', subject: '会议', unit: '次', half_width: '0' }),
    );
    expect(rows.map((row) => pick(row, 'kind', 'stated_value', 'recomputed_value', 'verdict', 'reason'))).toEqual([
      { kind: 'amount', stated_value: '0', recomputed_value: null, verdict: 'not_checkable', reason: 'not_compared' },
      { kind: 'amount', stated_value: '2', recomputed_value: '0', verdict: 'conflict', reason: 'wrong_direction' },
      { kind: 'execution_pct', stated_value: '40', recomputed_value: null, verdict: 'conflict', reason: 'zero_base' },
      { kind: 'count', stated_value: '7', recomputed_value: null, verdict: 'not_checkable', reason: 'not_compared' },
    ]);
    expect(pick(rows[2], 'section', 'subject', 'stated_text', 'severity', 'rule')).toEqual({
      section: '七',
      subject: '接待费',
      stated_text: '40%',
      severity: 5,
      rule: 'stated_rate',
    });
  });

  it('have the gravest verdict of the comparisons that they begin', async () => {
    const rows = await claims(
      amount('initial_budget', '5', {}),
      amount('actual', '6', { direction: 'decrease', base: 'initial_budget' }),
      amount('actual', '6', { sentence: '11' }),
    );
    const verdicts = rows.map((row) => [row['stated_value'], row['verdict'], row['rule']]);
    expect(verdicts).toContainEqual(['6', 'conflict', 'stated_direction']);
    expect(verdicts).toContainEqual(['6', 'agree', 'narrative_vs_statement']);
  });

  it('of another body or year are left out', async () => {
    const data = await given(engine, [...department(), amount('actual', '6')]);
    expect(await data.run('claims', { department: 'sample', year: 2024 })).toHaveLength(1);
    expect(await data.run('claims', { year: 2023 })).toEqual([]);
    expect(await data.run('claims', { department: 'other' })).toEqual([]);
  });
});
