import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { voiceOf } from '../../src/language/voice.ts';
import type { ChangePart } from '../../src/metrics/analysis-rows.ts';
import type { Address } from '../../src/state/address.ts';
import { breakdownOf } from '../../src/views/change/change-choice.ts';
import { changePanel, waysDown } from '../../src/views/change/change-panel.ts';
import { partSource, wholeSource } from '../../src/views/change/change-source.ts';
import { changeTitle } from '../../src/views/change/change-title.ts';
import { NO_MARKS } from '../../src/views/overview/marks.ts';
import type { PanelContext } from '../../src/views/overview/panel-context.ts';
import { Sources } from '../../src/views/sources.ts';
import { draw, textsOf } from '../charts/draw.ts';
import { CHANGE_PARTS, part } from '../fixtures/analysis-rows.ts';
import { BODIES } from '../fixtures/dashboard-rows.ts';
import { expectExactNumbers } from './exact-cells.ts';

const asking = { amount: null, fund: null, subject: null };
const zh = voiceOf('zh', 'wan');
const documents = BODIES[0]!.documents;

function opened(language: 'zh' | 'en' = 'zh') {
  const voice = voiceOf(language, 'wan');
  const went: Partial<Address>[] = [];
  const sources: string[] = [];
  const context: PanelContext = {
    year: 2024,
    voice,
    room: { narrow: false },
    documents,
    marks: NO_MARKS,
    open: (write) => void sources.push(write(new Sources([], documents, voice)).title),
  };
  const links = { go: (change: Partial<Address>) => void went.push(change), href: () => '?' };
  return { context, links, went, sources };
}
const shownOf = (rows: readonly ChangePart[], subject: string | null = null) =>
  breakdownOf(rows, 2024, { ...asking, subject })!;
const titleOf = (rows: readonly ChangePart[], subject: string | null = null) => changeTitle(shownOf(rows, subject), zh);

describe('the title', () => {
  test('names the part that weighs most', () => {
    expect(titleOf(CHANGE_PARTS)).toBe('2024年支出较上年增加20.00万元，主要因为城乡社区支出增加25.00万元');
    const budget = CHANGE_PARTS.map((row) => ({ ...row, amount_kind: 'initial_budget' as const }));
    expect(titleOf(budget)).toBe('2024年预算比上年增加20.00万元，主要因为城乡社区支出增加25.00万元');
    expect(titleOf(CHANGE_PARTS, '212')).toBe(
      '2024年城乡社区支出较上年增加25.00万元，主要因为城乡社区环境卫生增加27.00万元',
    );
  });

  test('claims no main cause where no part makes half of the change', () => {
    const rows = [part('201', '9'), part('208', '8'), part('210', '3')];
    expect(titleOf(rows)).toBe('2024年支出较上年增加20.00万元，其中科目201增加最多，增加9.00万元');
  });

  test('names what went the other way where it weighs as much', () => {
    const rows = [part('201', '35'), part('208', '-15')];
    expect(titleOf(rows)).toBe('2024年支出较上年增加20.00万元，主要因为科目201增加35.00万元；科目208则减少15.00万元');
  });

  test('says plainly where nothing can be attributed', () => {
    expect(titleOf([part(null, '20', { reason: 'no_prior_detail' })])).toBe(
      '2024年支出较上年增加20.00万元，没有上年分科目的数，无法按科目分解',
    );
  });

  test('has no cause where nothing changed in all', () => {
    const flat = { whole_change: '0', whole_amount: '100', whole_change_pct: '0' };
    expect(titleOf([part('201', '5', flat), part('208', '-5', flat)])).toBe('2024年支出较上年持平');
  });
});

describe('what is broken down', () => {
  test('is the widest fund of the final accounts, until something else is asked for that there is', () => {
    const rows = [
      ...CHANGE_PARTS,
      part('201', '20', { amount_kind: 'initial_budget' }),
      part('201', '20', { fund: 'general_public' }),
    ];
    expect(breakdownOf(rows, 2024, asking)).toMatchObject({
      kind: 'actual',
      fund: 'all',
      kinds: ['actual', 'initial_budget'],
      funds: ['all', 'general_public'],
      whole: 'total',
    });
    expect(breakdownOf(rows, 2024, { ...asking, amount: 'initial_budget', fund: 'general_public' })).toMatchObject({
      kind: 'initial_budget',
      fund: 'all',
    });
    expect(breakdownOf(rows, 2023, asking)).toBeNull();
  });

  test('opens level by level, and a part without parts stays among its siblings', () => {
    expect(shownOf(CHANGE_PARTS, '212')).toMatchObject({ whole: '212', leaf: null, missing: false });
    const leaf = shownOf(CHANGE_PARTS, '21299');
    expect(leaf).toMatchObject({ whole: '212', missing: false });
    expect(leaf.way.map(({ code }) => code)).toEqual(['total', '212', '21299']);
    expect(changeTitle(leaf, zh)).toBe('2024年城乡社区支出较上年增加25.00万元；其中其他城乡社区支出减少2.00万元');
  });

  test('is a level above, and says so, where a subject is not there', () => {
    expect(shownOf(CHANGE_PARTS, '2120501')).toMatchObject({ whole: '212', missing: true });
    expect(shownOf(CHANGE_PARTS, '999')).toMatchObject({ whole: 'total', missing: true });
  });
});

describe('the bridge', () => {
  test.each(['zh', 'en'] as const)('is drawn with every changed part and its points (%s)', async (language) => {
    const { context, links } = opened(language);
    const { chart, table, note } = changePanel(shownOf(CHANGE_PARTS), context, links);
    expectExactNumbers(table);
    const { svg, warnings } = await draw(chart, 900);
    expect(warnings).toEqual([]);
    const texts = textsOf(svg).join('|');
    for (const text of ['+25.00', '-8.00', '+3.00', '100.00', '120.00', '+25.0']) expect(texts).toContain(text);
    expect(table.rows.map(({ key }) => key)).toEqual(['whole', '212', '208', '210', 'rest']);
    expect(note).toContain('1');
  });

  test('ends where the parts add up to', () => {
    const { context, links } = opened();
    const { rows } = changePanel(shownOf(CHANGE_PARTS), context, links).chart;
    const drawn = rows.filter(({ kind }) => kind === 'part');
    expect(drawn.at(-1)?.to).toBe(120);
    const changes = shownOf(CHANGE_PARTS).parts.map(({ change }) => change);
    expect(Decimal.sum(...changes).toString()).toBe('20');
  });

  test('tells two parts of the same name apart', () => {
    const { context, links } = opened();
    const rows = [part('201', '12', { subject_name: '其他' }), part('229', '8', { subject_name: '其他' })];
    const names = changePanel(shownOf(rows), context, links).chart.rows.map(({ name }) => name);
    expect(new Set(names).size).toBe(4);
  });

  test('opens the source of the whole from its title, also where one part is looked at', () => {
    const { context, links, sources } = opened();
    changePanel(shownOf(CHANGE_PARTS), context, links).openTitle!();
    changePanel(shownOf(CHANGE_PARTS, '208'), context, links).openTitle!();
    expect(sources).toEqual(['合计 · 2024年', '合计 · 2024年']);
  });

  test('has remarks that are sentences of their own in either language', () => {
    const rows = [part('201', '20'), part('208', '0')];
    const note = (language: 'zh' | 'en') => {
      const { context, links } = opened(language);
      return changePanel(shownOf(rows), context, links).note!;
    };
    expect(note('en')).toMatch(/[^ ]\. 1 more subject did not change/);
    expect(note('zh')).toMatch(/。另有 1 个科目没有变化/);
  });

  test('opens a subject that has parts, and the source of one that has none', () => {
    const { context, links, went, sources } = opened();
    const panel = changePanel(shownOf(CHANGE_PARTS), context, links);
    for (const pick of ['212', '208', 'rest', 'start']) panel.open(pick);
    expect(went).toEqual([{ subject: '212' }]);
    expect(sources).toEqual([
      '208 社会保障和就业支出 · 2024年',
      '未能归到科目（分科目数与合计不等） · 2024年',
      '合计 · 2024年',
    ]);
  });

  test('has beside each way down what it changed by, which opens its own source', () => {
    const { context, links, went, sources } = opened();
    const [way, ...others] = waysDown(shownOf(CHANGE_PARTS), context, links);
    expect([way!.text, way!.figure.text, others.length]).toEqual(['城乡社区支出', '+25.00', 0]);
    way!.figure.onopen();
    expect([sources, went]).toEqual([['212 城乡社区支出 · 2024年'], []]);
    way!.onfollow();
    expect(went).toEqual([{ subject: '212' }]);
  });
});

test('the source of a part says what it adds to the whole, and of what is left how it was computed', () => {
  const sources = new Sources([], documents, zh);
  const [first, , , rest] = CHANGE_PARTS;
  expect(partSource(first!, sources).computed).toEqual([
    '增减额 = 本年 − 上年 = 65.00 − 40.00 = 25.00',
    '增减率 = 增减额 ÷ |上年| = 25.00 ÷ |40.00| = 62.5%',
    '贡献 = 本部分增减额 ÷ |上年总数| = 25.00 ÷ |100.00| = 25 个百分点',
  ]);
  expect(partSource(rest!, sources).computed[0]).toBe('未归到科目的部分 = 总变动 20.00 − 各科目变动之和 = 3.00');
  const implied = wholeSource(part('212', '20', { whole_prior_basis: 'implied' }), sources);
  expect(implied.sides[1]?.basis).toContain('推得');
  expect(partSource(part('229', '5', { prior_locator: null }), sources).remarks).toEqual([
    '该年的表中没有列出这个科目，按 0 计。',
  ]);
});
