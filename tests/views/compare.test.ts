import { describe, expect, test } from 'vitest';
import { apart, comparedSlopes } from '../../src/charts/compared-slopes.ts';
import { voiceOf } from '../../src/language/voice.ts';
import { apartTable } from '../../src/views/compare/apart-table.ts';
import { dotsPanel, slopePanel, type ComparedContext } from '../../src/views/compare/compared-panels.ts';
import { comparedSource } from '../../src/views/compare/compared-source.ts';
import { comparisonOf, rankable, yearsOf, type Choice } from '../../src/views/compare/compared.ts';
import { reasonText, scopeText, valueText } from '../../src/views/compare/comparison-text.ts';
import { findingOf, firstNamed } from '../../src/views/compare/title.ts';
import { NO_MARKS } from '../../src/views/overview/marks.ts';
import { Sources } from '../../src/views/sources.ts';
import { draw, textsOf } from '../charts/draw.ts';
import { BODIES } from '../fixtures/dashboard-rows.ts';
import { COMPARED, compared } from '../fixtures/exploring-rows.ts';
import { expectExactNumbers } from './exact-cells.ts';

const zh = voiceOf('zh', 'wan');
const CHOICE: Choice = {
  level: 'department',
  bodies: null,
  measure: 'three_public',
  by: 'change_pct',
  basis: 'actual',
  at: '2024',
};
const of = (over: Partial<Choice> = {}, rows = COMPARED) => comparisonOf(rows, { ...CHOICE, ...over });
const ids = (list: readonly { row: { department_id: string } }[]) => list.map(({ row }) => row.department_id);

describe('what the reader left open', () => {
  const OPEN = { measure: true, by: true, at: true };
  const alone = (measure: string, fiscal_year: number, id: string) => compared(id, id, { measure, fiscal_year });
  const none = { comparability: 'no_prior' as const, change: null, change_pct: null };

  test('stays as it is where bodies can be ranked', () => {
    expect(rankable(COMPARED, CHOICE, OPEN)).toEqual(CHOICE);
  });

  test('is another measure first, then amounts, then another year', () => {
    const rows = [
      alone('three_public', 2024, 'a'),
      alone('total', 2024, 'a'),
      alone('total', 2024, 'b'),
      alone('three_public', 2023, 'a'),
      alone('three_public', 2023, 'b'),
    ];
    expect(rankable(rows, CHOICE, OPEN)).toEqual({ ...CHOICE, measure: 'total' });
    expect(rankable(rows, CHOICE, { ...OPEN, measure: false })).toEqual({ ...CHOICE, at: '2023' });
    const unchanged = [
      compared('a', 'a', { measure: 'three_public', ...none }),
      compared('b', 'b', { measure: 'three_public', ...none }),
    ];
    expect(rankable(unchanged, CHOICE, OPEN)).toEqual({ ...CHOICE, by: 'amount' });
  });

  test('is never what the reader chose, and stays where nothing can be ranked', () => {
    const rows = [alone('total', 2023, 'a'), alone('total', 2023, 'b')];
    expect(rankable(rows, CHOICE, { measure: false, by: false, at: false })).toEqual(CHOICE);
    expect(rankable([], CHOICE, OPEN)).toEqual(CHOICE);
  });
});

describe('the comparison of bodies', () => {
  test('places what can be compared, the largest increase first, and everything else apart with its reason', () => {
    const { placed, apart: aside, absent, year } = of();
    expect(ids(placed.actual)).toEqual(['example-water', 'example-parks']);
    expect(placed.initial_budget).toEqual([]);
    expect(aside.map(({ compared: { row }, reason }) => [row.department_id, reason])).toEqual([
      ['example-roads', 'contested'],
      ['example-new', 'zero_base'],
    ]);
    expect(absent.map(({ department_id }) => department_id)).toEqual(['example-street']);
    expect(year).toBe(2024);
  });

  test('sets a body that only has a budget beside other budgets, never beside actual amounts', () => {
    const { placed, year } = of({ at: '-0' });
    expect(ids(placed.actual)).toEqual(['example-water', 'example-parks']);
    expect(ids(placed.initial_budget)).toEqual(['example-street']);
    expect(year).toBeNull();
    expect(placed.actual.every(({ rank }) => rank === null)).toBe(true);
  });

  test('never puts units beside departments', () => {
    expect(ids(of({ level: 'unit' }).placed.actual)).toEqual(['example-parks-nursery']);
    expect(ids(of().placed.actual)).not.toContain('example-parks-nursery');
  });

  test('keeps the ranks of the query when the reader chooses some of the bodies', () => {
    const { placed, ranked } = of({ bodies: ['example-parks', 'example-roads'] });
    expect(placed.actual.map((each) => [each.row.department_id, each.rank, ranked(each)])).toEqual([
      ['example-parks', 2, 2],
    ]);
  });

  test('goes the same number of years back for each body, from its latest published figure', () => {
    const rows = [
      compared('a', '甲局'),
      compared('a', '甲局', { fiscal_year: 2023, actual_basis: 'implied' }),
      compared('b', '乙局', { fiscal_year: 2022 }),
      compared('b', '乙局', { fiscal_year: 2021 }),
    ];
    const yearsBack = (at: Choice['at']) =>
      of({ at }, rows)
        .placed.actual.map(({ row }) => `${row.department_id} ${row.fiscal_year}`)
        .sort();
    expect(yearsBack('-0')).toEqual(['a 2024', 'b 2022']);
    expect(yearsBack('-1')).toEqual(['a 2023', 'b 2021']);
    expect(yearsOf(rows, 'department')).toEqual([2024, 2023, 2022, 2021]);
  });

  test('divides by staff only where staff is published, and never a budget', () => {
    const { placed, apart: aside } = of({ by: 'per_staff', at: '-0' });
    expect(placed.actual.map(({ value }) => value)).toEqual(['0.4']);
    expect(aside.map(({ compared: { row }, reason }) => [row.department_id, reason])).toContainEqual([
      'example-street',
      'budget_per_staff',
    ]);
    expect(aside.map(({ reason }) => reason)).toContain('no_staff');
  });

  test('orders exactly what differs far behind the point', () => {
    const rows = [
      compared('a', '甲局', { actual: '10000000000000000.000001' }),
      compared('b', '乙局', { actual: '10000000000000000.000002' }),
    ];
    expect(ids(of({ by: 'amount' }, rows).placed.actual)).toEqual(['b', 'a']);
  });
});

test('what stands apart is a table to take away: every body with its figures and why, absent ones too', () => {
  const comparison = of();
  const opened: string[] = [];
  const table = apartTable(comparison, zh, ({ row }) => void opened.push(row.department_id));
  expectExactNumbers(table);
  expect(table.columns.map(({ title }) => title)).toEqual([
    '部门或单位',
    '年度',
    '决算数',
    '上年数',
    '增减额',
    '增减率',
    '原因',
    '范围',
  ]);
  expect(table.rows.map(({ key, cells }) => [key, cells.length, cells[6]?.kind])).toEqual(
    ['example-roads', 'example-new', 'example-street'].map((key) => [key, table.columns.length, 'text']),
  );
  expect(table.rows[2]!.cells.slice(2, 6).map(({ kind }) => kind)).toEqual(['none', 'none', 'none', 'none']);
  const amount = table.rows[0]!.cells[2]!;
  if (amount.kind === 'number') amount.onopen();
  expect(opened).toEqual(['example-roads']);
});

describe('the title of the comparison', () => {
  const titled = (over: Partial<Choice>, kind: 'actual' | 'initial_budget' = 'actual', rows = COMPARED) =>
    findingOf(of(over, rows), kind, { ...CHOICE, ...over }, zh);

  test('says who is at the ends, in percent or in 万元', () => {
    expect(titled({})).toBe(
      '2024年“三公”经费决算：降幅最大的是示例市园林局，下降20.0%（减少3.10万元）；增幅最大的是示例市水务局，增长10.0%（增加4.00万元）',
    );
    expect(titled({ by: 'change' })).toBe(
      '2024年“三公”经费决算：减少最多的是示例市园林局，减少3.10万元（下降20.0%）；增加最多的是示例市水务局，增加4.00万元（增长10.0%）',
    );
    expect(titled({ by: 'amount' })).toBe(
      '2024年“三公”经费决算：最多的是示例市水务局，44.00万元；最少的是示例市新设局，0.00万元',
    );
  });

  test('of a budget calls it one, and names the year where the years differ', () => {
    expect(titled({ at: '-0' }, 'initial_budget')).toBe(
      '“三公”经费年初预算：可以排列的只有示例街道办事处（2025年），减少10.00万元（下降20.9%）',
    );
  });

  test('names all that are level, without a number that only one of them has', () => {
    const rows = [
      compared('a', '甲局', { change: '-10', change_pct: '-10' }),
      compared('b', '乙局', { change: '-1', change_pct: '-10' }),
    ];
    expect(titled({}, 'actual', rows)).toBe('2024年“三公”经费决算：降幅最大的是甲局、乙局，下降10.0%；没有增加的');
    const flat = rows.map((row) => ({ ...row, change: '0', change_pct: '0' }));
    expect(titled({}, 'actual', flat)).toBe('2024年“三公”经费决算：与上年持平');
  });

  test('is none where nothing is placed', () => {
    expect(titled({ measure: 'nothing' })).toBeNull();
  });
});

describe('what a row says', () => {
  test('a contradicted figure is told with both numbers', () => {
    const [{ compared: contested, reason }] = of().apart as [ReturnType<typeof of>['apart'][0]];
    expect(reasonText(contested, reason, zh)).toBe('不一致（待核实）：2023年有 47.44 与 59.43 两个数字');
  });

  test('scope and basis stand on the row', () => {
    const comparison = of({ at: '-0' });
    expect(scopeText(comparison.placed.initial_budget[0]!, comparison, zh)).toBe(
      '2025年 · 乡镇、街道 · 示例省示例市 · 年初预算数',
    );
    const sameYear = of();
    expect(scopeText(sameYear.placed.actual[1]!, sameYear, zh)).toBe('市级 · 示例省示例市 · 上年数为推得');
  });

  test('a rate comes with its amount, an amount with its rate', () => {
    const parks = of().placed.actual[1]!;
    expect(valueText(parks, 'change_pct', zh)).toBe('-20.0% · -3.10');
    expect(valueText(parks, 'change', zh)).toBe('-3.10 · -20.0%');
  });

  test('the source names both years, the formula and the query', () => {
    const parks = of().placed.actual[1]!;
    const source = comparedSource(parks, new Sources([], BODIES[0]!.documents, zh));
    expect(source.sides.map(({ label, amount }) => [label, amount])).toEqual([
      ['2024年决算数', '12.4 万元'],
      ['2023年决算数', '15.5 万元'],
      ['2024年末在职人数', '31 人'],
    ]);
    expect(source.computed).toEqual([
      '增减额 = 本年 − 上年 = 12.40 − 15.50 = -3.10',
      '增减率 = 增减额 ÷ |上年| = -3.10 ÷ |15.50| = -20%',
      '每名在职人员 = 决算数 ÷ 在职人数 = 12.40 ÷ 31.00 = 0.40',
      '名次 = 所选排列依据下，在本层级当年全部收录的对象中第 2',
    ]);
    expect(source.query).toBe('queries/metrics/department_comparison.sql');
  });

  test('the source of a contradicted figure names the place of either', () => {
    const parks = of().placed.actual[1]!;
    const locator = '情况说明·第 12 行';
    const row = { ...parks.row, alt_prior_actual: '16', alt_prior_locator: locator, alt_prior_document_id: 'x' };
    const { sides } = comparedSource({ ...parks, row, alt_prior: '16' }, new Sources([], [], zh));
    expect(sides.find(({ amount }) => amount === '16 万元')).toMatchObject({
      label: '2023年决算数（另一处）',
      locators: [locator],
    });
  });
});

test('the body that the finding names first is the one whose source it opens', () => {
  const named = (over: Partial<Choice>) => firstNamed(of(over), 'actual', { ...CHOICE, ...over })?.row.department_name;
  for (const by of ['change_pct', 'change', 'amount'] as const) {
    const name = named({ by });
    const sentence = findingOf(of({ by }), 'actual', { ...CHOICE, by }, zh);
    expect(name).toBeDefined();
    expect(sentence).toMatch(new RegExp(`^[^，]*${name}`));
  }
  expect(firstNamed({ ...of(), placed: { actual: [], initial_budget: [] } }, 'actual', CHOICE)).toBeNull();
});

describe('the charts of the comparison', () => {
  const opened: string[] = [];
  const contextOf = (over: Partial<Choice>, narrow: boolean): ComparedContext => ({
    choice: { ...CHOICE, ...over },
    comparison: of(over),
    voice: zh,
    room: { narrow },
    documents: BODIES.flatMap(({ documents }) => documents),
    marks: NO_MARKS,
    open: ({ row }) => void opened.push(row.department_id),
  });

  test.each([true, false])('are drawn without a warning, with every text (narrow page: %s)', async (narrow) => {
    const context = contextOf({}, narrow);
    const dots = dotsPanel('actual', context)!;
    const slope = slopePanel('actual', context)!;
    expectExactNumbers(dots.table);
    for (const { chart } of [dots, slope]) {
      const { svg, warnings } = await draw(chart, narrow ? 340 : 600);
      expect(warnings).toEqual([]);
      expect(textsOf(svg).join(' ')).toContain('示例市园林局');
      expect(svg).not.toContain('NaN');
    }
    expect(textsOf((await draw(dots.chart)).svg).join(' ')).toContain('第 2 / 2　-20.0% · -3.10');
    // One is of a city, the other of a county.
    expect(textsOf((await draw(dots.chart)).svg).join(' ')).toMatch(/市级.*县（区）级|县（区）级.*市级/);
    expect(slope.title).toBe('与上年相比：1 个减少，1 个增加');
    dots.open('example-parks');
    expect(opened.at(-1)).toBe('example-parks');
  });

  test('texts of a slope chart never stand on each other, and stay inside', () => {
    const places = apart([100, 100, 100, 199, 200], 200);
    const sorted = [...places].sort((a, b) => a - b);
    for (let index = 1; index < sorted.length; index++)
      expect(sorted[index]! - sorted[index - 1]!).toBeGreaterThanOrEqual(20);
    expect(Math.max(...places)).toBeLessThanOrEqual(200);
    expect(comparedSlopes([], ['上年', '本年'], 'actual', { narrow: false }).rows).toEqual([]);
  });
});
