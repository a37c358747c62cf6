import { describe, expect, test } from 'vitest';
import { voiceOf } from '../../src/language/voice.ts';
import type { Lead } from '../../src/metrics/explore-rows.ts';
import type { StoredFigure } from '../../src/metrics/rows.ts';
import { readAddress, writeAddress } from '../../src/state/address.ts';
import { LEAD_KINDS } from '../../src/state/exploring.ts';
import { countByKind, keyOf, narrowedLeads, placesOf } from '../../src/views/leads/lead-list.ts';
import { leadSentence } from '../../src/views/leads/lead-sentence.ts';
import { leadSource } from '../../src/views/leads/lead-source.ts';
import { Sources } from '../../src/views/sources.ts';
import { BODIES, FIGURES } from '../fixtures/dashboard-rows.ts';
import { LEADS } from '../fixtures/exploring-rows.ts';

const [change, unbudgeted, budgetChange, contradiction] = LEADS as [Lead, Lead, Lead, Lead];
const driver: Lead = {
  ...change,
  kind: 'driver',
  subject_id: '212',
  subject: '城乡社区支出',
  amount: '15436.9326',
  base_amount: '11938.5303',
  difference: '3498.4023',
  difference_pct: '29.3035',
  base: 'prior_initial_budget',
};
const execution: Lead = {
  ...unbudgeted,
  kind: 'execution',
  subject: '事业运行',
  amount: '11.31',
  base_amount: '17.68',
  difference: '-6.37',
  difference_pct: '-36.0294',
  base: 'revised_budget',
};

describe('the sentence of a lead', () => {
  const zh = voiceOf('zh', 'wan');
  test.each([
    ['an actual amount against last year', change, '2024年项目支出438.17万元，较上年增加113.39万元，增长34.9%'],
    [
      'a budget against the budget of last year',
      budgetChange,
      '2025年部门预算“三公”经费37.91万元，比上年预算减少10.00万元，下降20.9%',
    ],
    [
      'a subject behind a change of the budget',
      driver,
      '2024年城乡社区支出预算15436.93万元，比上年预算增加3498.40万元，增长29.3%，增减额相当于总额增减额的五分之一以上',
    ],
    ['spending without a budget', unbudgeted, '2024年“其他城乡社区公共设施支出”年初预算为0，决算支出80.90万元'],
    [
      'execution of the budget that it was rated by',
      execution,
      '2024年“事业运行”决算支出11.31万元，比全年预算17.68万元少6.37万元（低36.0%）',
    ],
    [
      'a contradiction in its own words',
      contradiction,
      '城乡社区支出：本级 740万元，下级之和 741万元，相差 1万元，不一致（待核实）',
    ],
  ])('says %s', (_what, lead, sentence) => {
    expect(leadSentence(lead, zh)).toBe(sentence);
  });

  test('is complete in English, and calls no contradiction more than inconsistent', () => {
    const en = voiceOf('en', 'wan');
    const sentences = [...LEADS, driver, execution].map((lead) => leadSentence(lead, en));
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|null|待核实|万元/);
    expect(leadSentence(contradiction, en)).toContain('740 and 741');
    expect(leadSentence(contradiction, en)).toContain('inconsistent (to be verified)');
  });
});

describe('the list of leads', () => {
  test('is narrowed by kind, body and year', () => {
    expect(narrowedLeads(LEADS, { kind: null, body: null, year: null })).toEqual(LEADS);
    expect(narrowedLeads(LEADS, { kind: 'contradiction', body: null, year: null })).toEqual([contradiction]);
    expect(narrowedLeads(LEADS, { kind: null, body: 'example-street', year: '2025' })).toEqual([budgetChange]);
    expect(narrowedLeads(LEADS, { kind: 'change', body: 'example-street', year: null })).toEqual([]);
    expect(countByKind(LEADS)).toEqual([
      { kind: 'change', count: 1 },
      { kind: 'budget_change', count: 1 },
      { kind: 'unbudgeted', count: 1 },
      { kind: 'contradiction', count: 1 },
    ]);
    expect(new Set(LEADS.map(keyOf)).size).toBe(LEADS.length);
  });

  test('every kind leads to a page whose address can be read again', () => {
    for (const kind of LEAD_KINDS) {
      const places = placesOf({ ...change, kind });
      expect(places.length).toBeGreaterThan(0);
      for (const { address } of places) {
        const whole = { ...readAddress('').address, ...address };
        expect(readAddress(writeAddress(whole))).toEqual({ address: whole, dropped: [] });
        expect(whole).toMatchObject({ department: 'example-parks', year: 2024 });
      }
    }
    expect(placesOf(contradiction)[0]!.address).toMatchObject({
      view: 'reconciliation',
      finding: contradiction.subject_id,
    });
    expect(placesOf(budgetChange)[1]!.address).toMatchObject({
      view: 'compare',
      measure: 'three_public',
      basis: 'initial_budget',
    });
  });

  test('a subject that drove a change leads to that part of the change, of the same kind of amount', () => {
    expect(placesOf({ ...driver, base: 'prior_actual' })[0]).toMatchObject({
      name: 'change',
      address: { view: 'change', subject: driver.subject_id, fund: 'all', amount: 'actual' },
    });
    expect(placesOf({ ...driver, base: 'prior_initial_budget' })[0]!.address.amount).toBe('initial_budget');
  });

  test('a source names both numbers and their difference; points are not called money', () => {
    const sources = new Sources([], BODIES[0]!.documents, voiceOf('zh', 'wan'));
    const source = leadSource(budgetChange, sources);
    expect(source.sides.map(({ label, amount }) => [label, amount])).toEqual([
      ['2025年年初预算数', '37.91 万元'],
      ['2024年年初预算数', '47.91 万元'],
    ]);
    expect(source.computed).toEqual([
      '差额 = 37.91 − 47.91 = -10.00',
      `差额相当于当年总额的 ${budgetChange.weight_pct}%`,
    ]);
    expect(source.quote.text + source.quote.end).toMatch(/^[^：]+：2025年.*。$/);
    const rate = leadSource({ ...contradiction, unit: '%', amount: '97.59', base_amount: '94' }, sources);
    expect(rate.sides.map(({ amount }) => amount)).toEqual(['97.59 %', '94 %']);
    expect(rate.computed).toEqual([`差额相当于当年总额的 ${contradiction.weight_pct}%`]);
  });

  test('the quote of a lead says where last year’s figure is implied, not published', () => {
    const lead: Lead = {
      ...budgetChange,
      kind: 'change',
      base: 'prior_actual',
      base_locator: '说明·行「总计」·第 9 行',
    };
    const implied = { ...FIGURES[0]!, basis: 'implied' as const, amount: lead.base_amount, locator: lead.base_locator };
    const quoted = (figures: StoredFigure[]) =>
      leadSource(lead, new Sources(figures, BODIES[0]!.documents, voiceOf('zh', 'wan'))).quote.text;
    expect(quoted([implied])).toMatch(/（上年数47\.91万元由本年文件所写的增减额推得，非公布数）$/);
    expect(quoted([{ ...implied, basis: 'published' }])).not.toContain('非公布数');
  });
});
