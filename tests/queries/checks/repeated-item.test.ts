import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { claim, ENGINES, given, pick } from '../given.ts';
import { bodies, indicator, money, project, total, type Money } from './evaluation.ts';

const explained = (sentence: string, initial: string, actual: string): SnapshotRow[] => {
  const cells = {
    section_title: '五、支出决算情况说明',
    subject: '其他污染防治支出',
    subject_code: '2110399',
    sentence,
  };
  return [
    claim('amount', initial, { ...cells, column_key: 'initial_budget' }),
    claim('amount', actual, { ...cells, column_key: 'actual' }),
  ];
};
const evaluated = (section: string, name: string, cells: Money): SnapshotRow[] => [
  ...money(section, cells),
  project(section, name, cells),
];
/** An evaluation whose indicators have these names and points, out of 20 each. */
const scored = (section: string, names: readonly string[], points: readonly string[]): SnapshotRow[] => [
  ...names.map((name, index) => indicator(section, name, '20', points[index]!)),
  ...total(section, '100'),
];

describe.each(ENGINES)('repeated_item in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const repeats = async (...rows: SnapshotRow[]) => {
    const data = await given(engine, [...bodies(), ...rows], 'repeated_item');
    return (await data.run('reconciliation'))
      .filter(({ rule }) => rule === 'repeated_item')
      .map((row) => pick(row, 'subject', 'left_value', 'difference', 'verdict', 'reason', 'severity'));
  };

  it('finds a subject that is explained twice with the same amounts', async () => {
    expect(await repeats(...explained('1', '540', '470.19'), ...explained('2', '540', '470.19'))).toEqual([
      {
        subject: '其他污染防治支出（2110399）',
        left_value: '470.19',
        difference: '0',
        verdict: 'conflict',
        reason: 'listed_twice',
        severity: 2,
      },
    ]);
    expect(await repeats(...explained('1', '540', '470.19'), ...explained('2', '500', '470.19'))).toEqual([]);
    expect(await repeats(...explained('1', '540', '470.19'), explained('2', '540', '470.19')[1]!)).toEqual([]);
  });

  it('finds it in a budget, too, where nothing is spent yet', async () => {
    const told = (sentence: string) => [
      explained(sentence, '540', '0')[0]!,
      claim('change', '20', {
        ...explained(sentence, '540', '0')[0],
        claim_kind: 'change',
        column_key: null,
        stated_value: '20',
        base: 'prior_initial_budget',
      }),
    ];
    expect(await repeats(...told('1'), ...told('2'))).toMatchObject([{ left_value: '540', reason: 'listed_twice' }]);
  });

  it('finds a project that is evaluated twice', async () => {
    const cells = { initial: '10', revised: '10', actual: '10' };
    expect(
      await repeats(...evaluated('附件4', '有奖举报（公共专项）', cells), ...evaluated('附件9', '有奖举报奖金', cells)),
    ).toEqual([]);
    expect(
      await repeats(...evaluated('附件4', '有奖举报（公共专项）', cells), ...evaluated('附件9', '有奖举报', cells)),
    ).toMatchObject([{ subject: '附件9 有奖举报', left_value: '10', reason: 'listed_twice' }]);
  });

  it('takes the same broken sums of two projects for copied, and the same round sums for nothing', async () => {
    const pair = (cells: Money) => [...evaluated('附件1', '工作经费', cells), ...evaluated('附件2', '规划编制', cells)];
    expect(await repeats(...pair({ revised: '15', actual: '14.96' }))).toMatchObject([
      { reason: 'copied', severity: 2 },
    ]);
    expect(await repeats(...pair({ revised: '100', actual: '50' }))).toEqual([]);
    expect(await repeats(...pair({ revised: '14.96', actual: '14.96' }))).toEqual([]);
  });

  const names = ['排查', '监测', '考核', '满意度', '费用'];

  it('finds the indicators of one evaluation in another, with the points lost in the same places', async () => {
    const lost = ['20', '18', '20', '19', '20'];
    const misread = ['排査', ...names.slice(1)];
    expect(await repeats(...scored('附件1', names, lost), ...scored('附件2', misread, lost))).toMatchObject([
      { subject: '附件2·各指标', left_value: '97', verdict: 'conflict', reason: 'copied' },
    ]);
    expect(
      await repeats(...scored('附件1', names, lost), ...scored('附件2', ['甲', '乙', ...names.slice(2)], lost)),
    ).toEqual([]);
  });

  it('does not take a standard set with all its points for a copy', async () => {
    const full = ['20', '20', '20', '20', '20'];
    const other = ['水质', ...names.slice(1)];
    expect(await repeats(...scored('附件1', names, full), ...scored('附件2', other, full))).toEqual([]);
  });
});
