import { describe, expect, test } from 'vitest';
import { voiceOf } from '../../src/language/voice.ts';
import { findingSentence, leadSentences } from '../../src/views/overview/finding.ts';
import { biggestClass } from '../../src/views/overview/structure-panel.ts';
import { tileOf } from '../../src/views/overview/tiles.ts';
import { EXECUTION, headline, STRUCTURE } from '../fixtures/dashboard-rows.ts';
import type { HeadlineChange } from '../../src/metrics/rows.ts';

const zh = voiceOf('zh', 'wan');
const en = voiceOf('en', 'wan');
const compared: Partial<HeadlineChange> = {
  prior_actual: '7070.08',
  prior_basis: 'implied',
  change: '-565.63',
  change_pct: '-8.0003',
  comparability: 'comparable',
};
const total = (over: Partial<HeadlineChange> = {}) => headline('total', '6504.45', { ...compared, ...over });

describe('the headline says', () => {
  test.each([
    ['a decrease', total(), '2024年收支总计6504.45万元，较上年减少565.63万元，下降8.0%'],
    [
      'an increase',
      total({ change: '12.5', change_pct: '0.1925' }),
      '2024年收支总计6504.45万元，较上年增加12.50万元，增长0.2%',
    ],
    ['no change', total({ change: '0', change_pct: '0' }), '2024年收支总计6504.45万元，与上年持平'],
    [
      'a change too small for a decimal without calling it zero',
      total({ change: '0.004', change_pct: '0.0006' }),
      '2024年收支总计6504.45万元，较上年增加0.004万元，增长0.001%',
    ],
    [
      'that last year is not published',
      total({ prior_actual: null, prior_basis: null, change: null, change_pct: null, comparability: 'no_prior' }),
      '2024年收支总计6504.45万元，上年数未公布，无法比较',
    ],
    [
      'that last year was zero, without a rate',
      total({ prior_actual: '0', change: '6504.45', change_pct: null, comparability: 'zero_base' }),
      '2024年收支总计6504.45万元，较上年增加6504.45万元（上年为0，不计算增减率）',
    ],
    [
      'that last year was zero, where no change is given either',
      total({ prior_actual: '0', change: null, change_pct: null, comparability: 'zero_base' }),
      '2024年收支总计6504.45万元，上年为0，不计算增减率',
    ],
    [
      'that the scope differs',
      total({ prior_actual: null, change: null, change_pct: null, comparability: 'scope_differs' }),
      '2024年收支总计6504.45万元，与上年口径不同，不作比较',
    ],
    [
      'both figures for last year where it is contested',
      total({ contested: true, alt_prior_actual: '7100' }),
      '2024年收支总计6504.45万元，较上年减少565.63万元，下降8.0%；上年数有7070.08与7100.00万元两个说法，不一致（待核实）',
    ],
    [
      'both figures for this year where it is contested',
      total({ contested: true, alt_actual: '6504.54' }),
      '2024年收支总计6504.45万元，较上年减少565.63万元，下降8.0%；本年数有6504.45与6504.54万元两个说法，不一致（待核实）',
    ],
    ['that nothing is published', total({ actual: null }), '2024年收支总计的决算数未公布'],
  ])('%s', (_case, row, sentence) => {
    expect(findingSentence(row, zh)).toBe(sentence);
  });

  test('the same in English, without a Chinese character', () => {
    const rows = [
      total(),
      total({ change: null, comparability: 'no_prior' }),
      total({ contested: true, alt_prior_actual: '7100' }),
    ];
    const sentences = rows.map((row) => findingSentence(row, en));
    expect(sentences[0]).toBe(
      'Total income and expenditure in 2024: 6,504.45 (CNY 10,000), down 565.63 on the prior year, -8.0%.',
    );
    for (const sentence of sentences) expect(sentence).not.toMatch(/\p{Script=Han}/u);
  });

  test('amounts in 亿元 where the reader asked for them', () => {
    expect(findingSentence(total(), voiceOf('zh', 'yi'))).toBe(
      '2024年收支总计0.6504亿元，较上年减少0.0566亿元，下降8.0%',
    );
  });
});

describe('the lead', () => {
  const rows = { headline: total(), executionTotal: EXECUTION[0], biggestClass: biggestClass(STRUCTURE, 2024) };
  const texts = (over: Partial<typeof rows> = {}) => leadSentences({ ...rows, ...over }, zh).map(({ text }) => text);

  test('says in the document’s own words why a body founded in the year has no prior year', () => {
    const founded = { comparability: 'scope_differs', change: null, prior_actual: null, prior_basis: null } as const;
    const headline = total({ ...founded, founded_year: 2024, founded_evidence: '单位于2024年成立' });
    expect(texts({ headline })[0]).toBe('2024年成立或改组（文件称“单位于2024年成立”），没有可比的上年数。');
    expect(
      texts({ headline: total({ ...founded, founded_year: 2020, founded_evidence: '成立于2020年' }) })[0],
    ).not.toMatch(/成立/);
  });

  test('says whether last year is implied or published', () => {
    expect(texts()[0]).toBe('上年数7070.08万元由本年文件的增减额推得。');
    expect(texts({ headline: total({ prior_basis: 'published' }) })[0]).toBe('上年数7070.08万元为公布数。');
  });

  test('calls a budget by the name of its kind', () => {
    expect(texts()).toContain('支出为年初预算850.00万元的115.3%。');
    const revised = {
      ...EXECUTION[0]!,
      execution_base: 'revised' as const,
      revised_budget: '900',
      execution_pct: '108.8889',
    };
    expect(texts({ executionTotal: revised })).toContain('支出为全年预算900.00万元的108.9%。');
  });

  test('says nothing of what has no row', () => {
    expect(texts({ executionTotal: undefined, biggestClass: undefined })).toHaveLength(1);
  });
});

describe('a tile', () => {
  test('shows no zero in place of a change that cannot be given, but the reason', () => {
    for (const comparability of ['no_prior', 'scope_differs', 'zero_base'] as const) {
      const tile = tileOf(total({ comparability, prior_actual: null, change: null, change_pct: null }), zh);
      expect(tile.change).toBeNull();
      expect(tile.against.before).toBe(zh.texts.tile.reasons.actual[comparability]);
    }
  });

  test('marks an implied prior year and keeps the signs', () => {
    const tile = tileOf(total(), zh);
    expect(tile.change).toEqual({ direction: -1, amount: '-565.63', rate: '-8.0%' });
    expect(tile.against).toEqual({ before: '较2023年 ', amount: '7,070.08', after: '（推得）' });
  });

  test('shows the other figures and the stated rate where it is contested', () => {
    const row = total({ contested: true, alt_prior_actual: '59.43', claimed_change_pct: '-4.4' });
    expect(tileOf(row, zh).contested).toEqual([
      { before: '2023年另见 ', amount: '59.43', after: '' },
      { before: '文件写作 ', amount: '-4.4%', after: '' },
    ]);
  });

  test('a stated rate that follows from the amounts at its own decimals is no contradiction', () => {
    const row = total({ contested: true, alt_prior_actual: '59.43', claimed_change_pct: '-8' });
    expect(tileOf(row, zh).contested).toHaveLength(1);
  });

  test('names the fund only where the measure does not', () => {
    expect(tileOf(headline('basic', '1', { fund: 'fiscal' }), zh).scope).toBe('财政拨款口径');
    expect(tileOf(headline('three_public', '1', { fund: 'fiscal' }), zh).scope).toBeNull();
  });

  test('carries more digits than a float holds', () => {
    expect(tileOf(headline('total', '12345678901234567.89'), zh).amount).toBe('12,345,678,901,234,567.89');
  });
});

describe('where only a budget is known', () => {
  const budget = (over: Partial<HeadlineChange> = {}) =>
    headline('total', null, {
      initial_budget: '1897.6755',
      initial_budget_basis: 'published',
      prior_initial_budget: '1562.1112',
      prior_initial_budget_basis: 'published',
      budget_change: '335.5643',
      budget_change_pct: '21.4815',
      budget_comparability: 'comparable',
      ...over,
    });
  const alone: Partial<HeadlineChange> = {
    prior_initial_budget: null,
    prior_initial_budget_basis: null,
    budget_change: null,
    budget_change_pct: null,
    budget_comparability: 'no_prior',
  };

  test.each([
    ['an increase', budget(), '2024年部门预算收支总计1897.68万元，比上年预算增加335.56万元，增长21.5%'],
    [
      'a decrease',
      budget({ budget_change: '-10', budget_change_pct: '-0.6402' }),
      '2024年部门预算收支总计1897.68万元，比上年预算减少10.00万元，下降0.6%',
    ],
    ['that there is none before', budget(alone), '2024年部门预算收支总计1897.68万元，没有上年预算数，无法比较'],
    [
      'that the one before was zero',
      budget({ ...alone, prior_initial_budget: '0', budget_comparability: 'zero_base' }),
      '2024年部门预算收支总计1897.68万元，上年预算为0，不计算增减率',
    ],
    [
      'both budgets where it is contested',
      budget({ alt_initial_budget: '1900' }),
      '2024年部门预算收支总计1897.68万元，比上年预算增加335.56万元，增长21.5%；本年数有1897.68与1900.00万元两个说法，不一致（待核实）',
    ],
    [
      'whose budget it is for a unit',
      budget({ body_level: 'unit' }),
      '2024年单位预算收支总计1897.68万元，比上年预算增加335.56万元，增长21.5%',
    ],
  ])('the headline calls it a budget and says %s', (_case, row, sentence) => {
    expect(findingSentence(row, zh)).toBe(sentence);
  });

  test('the same in English, without a Chinese character', () => {
    expect(findingSentence(budget(), en)).toBe(
      'Total income and expenditure in the budget for 2024: 1,897.68 (CNY 10,000), up 335.56 on the prior year’s budget, +21.5%.',
    );
  });

  test('an actual amount is never compared with a budget', () => {
    const row = budget({ actual: '1800', actual_basis: 'published' });
    expect(findingSentence(row, zh)).toBe('2024年收支总计1800.00万元，上年数未公布，无法比较');
    expect(tileOf(row, zh)).toMatchObject({ amount: '1,800.00', scope: null, change: null });
  });

  test('the lead says of a budget whether it is implied', () => {
    const rows = { executionTotal: undefined, biggestClass: undefined };
    const of = (headline: HeadlineChange) => leadSentences({ headline, ...rows }, zh).map(({ text }) => text);
    expect(of(budget())).toEqual(['上年预算数1562.11万元为公布数。']);
    expect(of(budget({ ...alone, initial_budget_basis: 'implied' }))).toEqual(['本年预算数由后一年预算的增减额推得。']);
  });

  test('a tile names it and compares it with the budget of last year', () => {
    expect(tileOf(budget(), zh)).toMatchObject({
      scope: '年初预算数',
      amount: '1,897.68',
      implied: false,
      change: { direction: 1, amount: '+335.56', rate: '+21.5%' },
      against: { before: '比上年预算 ', amount: '1,562.11', after: '' },
    });
    expect(tileOf(budget({ fund: 'general_public' }), zh).scope).toBe('年初预算数、一般公共预算口径');
  });

  test('a tile gives the reason in place of a change', () => {
    const tile = tileOf(budget(alone), zh);
    expect(tile.change).toBeNull();
    expect(tile.against.before).toBe('没有上年预算数，不作比较');
  });
});
