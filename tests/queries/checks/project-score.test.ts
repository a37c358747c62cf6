import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { ENGINES, given, pick } from '../given.ts';
import { bodies, indicator, money, total } from './evaluation.ts';

const SECTION = '附件1 水站';
const execution = (rate: string, score: string) => money(SECTION, { rate, weight: '10', score });
/** Three indicators that count for 90 points, the last of which got `last`. */
const indicators = (last: string | null = '30'): SnapshotRow[] => [
  indicator(SECTION, '数量', '30', '30'),
  indicator(SECTION, '质量', '30', '30'),
  indicator(SECTION, '满意度', '30', last),
];

describe.each(ENGINES)('project_score in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const scores = async (subject: string, ...rows: SnapshotRow[]) => {
    const data = await given(engine, [...bodies(), ...rows], 'project_score');
    return (await data.run('reconciliation'))
      .filter((row) => row['rule'] === 'project_score' && String(row['subject']).endsWith(subject))
      .map((row) => pick(row, 'left_value', 'right_value', 'verdict', 'reason'));
  };

  it('takes the points for execution from the rate, rounded as they are given and no more than there are', async () => {
    expect(
      await scores(
        'total的得分',
        ...money('附件1', { rate: '98.18', weight: '10', score: '9.82' }),
        ...money('附件2', { rate: '76.4', weight: '10', score: '7.6' }),
        ...money('附件3', { rate: '110', weight: '10', score: '10' }),
        ...money('附件4', { rate: '60', weight: '10', score: '9' }),
      ),
    ).toEqual([
      { left_value: '9', right_value: '6', verdict: 'conflict', reason: null },
      { left_value: '7.6', right_value: '7.64', verdict: 'agree', reason: null },
      { left_value: '9.82', right_value: '9.818', verdict: 'agree', reason: null },
      { left_value: '10', right_value: '10', verdict: 'agree', reason: null },
    ]);
  });

  it('does not know how points are given that are all or nothing', async () => {
    expect(await scores('total的得分', ...execution('80', '10'))).toMatchObject([
      { verdict: 'not_checkable', reason: 'scored_by_step' },
    ]);
  });

  it('adds the points of the indicators and of execution', async () => {
    const rest = [...execution('94', '9.4'), ...indicators('25')];
    expect(await scores('总分', ...rest, ...total(SECTION, '94.4'))).toMatchObject([{ verdict: 'agree' }]);
    expect(await scores('总分', ...rest, ...total(SECTION, '94'))).toMatchObject([{ verdict: 'rounding' }]);
    expect(await scores('总分', ...rest, ...total(SECTION, '95.4'))).toEqual([
      { left_value: '95.4', right_value: '94.4', verdict: 'conflict', reason: null },
    ]);
  });

  it('adds nothing where an indicator was given no points, or their weights are not all there', async () => {
    const rest = [...execution('94', '9.4'), ...total(SECTION, '99.4')];
    expect(await scores('总分', ...rest, ...indicators(null))).toMatchObject([
      { verdict: 'not_checkable', reason: 'not_published' },
    ]);
    expect(await scores('总分', ...rest, ...indicators().slice(1))).toMatchObject([
      { verdict: 'not_checkable', reason: 'not_published' },
    ]);
  });

  it('adds the weights, unless an indicator has none or a number of the annex found no place', async () => {
    const rest = [...execution('94', '9.4'), ...total(SECTION, '64.4'), ...indicators().slice(1)];
    expect(await scores('分值合计', ...rest)).toEqual([
      { left_value: '100', right_value: '70', verdict: 'conflict', reason: null },
    ]);
    expect(await scores('分值合计', ...rest, indicator(SECTION, '时效', null, null))).toMatchObject([
      { verdict: 'not_checkable', reason: 'not_published' },
    ]);
    const unplaced: SnapshotRow = {
      record: 'unplaced',
      document_id: 'sample-2024-final-accounts',
      place_section: SECTION,
      unplaced_text: '30',
    };
    expect(await scores('分值合计', ...rest, unplaced)).toMatchObject([{ verdict: 'not_checkable' }]);
  });

  it('finds more points than an indicator counts for', async () => {
    expect(await scores('满意度的得分', ...execution('94', '9.4'), ...indicators('31'))).toEqual([
      { left_value: '31', right_value: '30', verdict: 'conflict', reason: 'impossible' },
    ]);
  });
});
