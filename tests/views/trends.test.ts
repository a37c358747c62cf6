import { describe, expect, test } from 'vitest';
import { voiceOf } from '../../src/language/voice.ts';
import type { TrendRow } from '../../src/metrics/analysis-rows.ts';
import type { TrendLayout, TrendMode } from '../../src/state/analysis-address.ts';
import { NO_MARKS } from '../../src/views/overview/marks.ts';
import type { PanelContext } from '../../src/views/overview/panel-context.ts';
import { Sources } from '../../src/views/sources.ts';
import { itemsOf, seriesOf, usualItem, yearsOf, type TrendSeries } from '../../src/views/trends/trend-choice.ts';
import { trendSource } from '../../src/views/trends/trend-source.ts';
import { trendsPanel } from '../../src/views/trends/trends-panel.ts';
import { settable } from '../../src/charts/chart.ts';
import { draw } from '../charts/draw.ts';
import { TRENDS, trendRow } from '../fixtures/analysis-rows.ts';
import { BODIES, DEPARTMENT, UNIT } from '../fixtures/dashboard-rows.ts';
import { expectExactNumbers } from './exact-cells.ts';

const opened: string[] = [];
const documents = BODIES[0]!.documents;
function contextIn(unit: 'wan' | 'yi'): PanelContext {
  const voice = voiceOf('zh', unit);
  return {
    year: 2024,
    voice,
    room: { narrow: false },
    documents,
    marks: NO_MARKS,
    open: (write) => void opened.push(write(new Sources([], documents, voice)).title),
  };
}
const own = (...items: string[]): TrendSeries[] => items.flatMap((item) => seriesOf(TRENDS, DEPARTMENT, item) ?? []);
function panel(
  series: TrendSeries[],
  mode: TrendMode = 'absolute',
  layout: TrendLayout = 'together',
  unit: 'wan' | 'yi' = 'wan',
) {
  const context = contextIn(unit);
  return trendsPanel(
    series,
    ({ body, item }) => `${body === UNIT ? '苗圃 ' : ''}${item}`,
    mode,
    layout,
    context,
    () => context.open,
  )!;
}

describe('what is chosen', () => {
  test('is the fund with the most years, the widest of these', () => {
    const rows = [
      trendRow('201', 2024, '9', { fund: 'all' }),
      trendRow('201', 2023, '8', { fund: 'general_public' }),
      trendRow('201', 2024, '9', { fund: 'general_public' }),
    ];
    expect(seriesOf(rows, DEPARTMENT, '201')).toMatchObject({ fund: 'general_public', actual: [{}, {}] });
    expect(seriesOf(rows.slice(0, 1), DEPARTMENT, '201')?.fund).toBe('all');
    expect(seriesOf(rows, DEPARTMENT, 'nothing')).toBeNull();
  });

  test('holds the years between that nothing is known of', () => {
    const series = seriesOf([trendRow('201', 2020, '1'), trendRow('201', 2023, '2')], DEPARTMENT, '201')!;
    expect(yearsOf([series])).toEqual([2020, 2021, 2022, 2023]);
    expect(yearsOf([])).toEqual([]);
  });

  test('begins with the total, and lists measures before subjects', () => {
    expect(usualItem(TRENDS)).toBe('total');
    expect(itemsOf(TRENDS).map(({ item }) => item)).toEqual(['total', 'basic', 'three_public', '212']);
  });
});

test.each([
  ['absolute', 'total：2023年 1,100.50 → 2024年 1,000.00 万元，另有 1 项'],
  ['index', 'total：2024年为2023年的 90.9%，另有 1 项'],
  ['share', 'basic占本年支出合计：2024年 71.43%，另有 1 项'],
] as const)('the title says the first series in %s', (mode, title) => {
  expect(panel(own('total', 'basic'), mode).title).toBe(title);
});

test.each([
  ['absolute', 'total · 2024年'],
  ['index', 'total · 2024年'],
  ['share', 'basic · 2024年'],
] as const)('the title opens the last year that it speaks of in %s', (mode, source) => {
  opened.length = 0;
  panel(own('total', 'basic'), mode).openTitle!();
  expect(opened).toEqual([source]);
});

test('implied and contested values look different and say why', () => {
  const { chart } = panel(own('three_public')).charts[0]!;
  expect(chart.rows.find(({ year }) => year === '2023')).toMatchObject({ implied: true, contested: true });
  const { note, key, table } = panel(own('three_public'));
  expect(note).toContain('不一致（待核实）');
  expect(key.map(({ text }) => text)).toContain('空心：由另一年文件推得');
  expect(table.rows[0]!.cells[1]).toMatchObject({ text: '※ 11.90', implied: true });
});

test('several series stand in one chart or one each, on the same scale', async () => {
  const series = [...own('total', 'basic'), seriesOf(TRENDS, UNIT, 'total')!];
  expect(panel(series).charts).toHaveLength(1);
  const { charts } = panel(series, 'absolute', 'apart');
  expect(charts.map(({ name }) => name)).toEqual(['total', 'basic', '苗圃 total']);
  const scales = charts.map(({ chart }) => settable(chart.spec).values);
  expect(scales.map((values) => [values.get('least'), values.get('greatest')])).toEqual(charts.map(() => [0, 1100.5]));
  for (const { chart } of charts) expect((await draw(chart, 300)).warnings).toEqual([]);
});

test('the axis is in the unit of the page', () => {
  const { chart } = panel(own('total'), 'absolute', 'together', 'yi').charts[0]!;
  expect(chart.rows.find(({ year, dashed }) => year === '2024' && dashed === false)?.value).toBe(0.1);
});

test('says which of the chosen has no share, and where none has', () => {
  expect(panel(own('basic', 'total'), 'share').note).toContain('没有占比：total。');
  expect(panel(own('total'), 'share')).toMatchObject({ known: false, charts: [], openTitle: null });
});

test('remarks are sentences of their own', () => {
  expect(panel(own('three_public')).note).toBe('※ 不一致（待核实）。资金口径：财政拨款。');
});

test('the source of a point says how index and share are computed', () => {
  const sources = new Sources([], documents, voiceOf('zh', 'wan'));
  const row = (item: string, year: number): TrendRow =>
    TRENDS.find((candidate) => candidate.item === item && candidate.fiscal_year === year)!;
  expect(trendSource(row('total', 2024), '收支总计', sources).computed).toEqual([
    '指数 = 本年 ÷ 2023年 = 1000.00 ÷ 1100.50 = 90.8678%',
  ]);
  expect(trendSource(row('basic', 2024), '基本支出', sources).computed).toEqual([
    '占比 = 本项 ÷ 本年支出合计 = 700.00 ÷ 980.00 = 71.4286%',
  ]);
  const told = (source: ReturnType<typeof trendSource>) =>
    source.sides.map(({ label, amount, locators }) => [label, amount, locators.length]);
  expect(told(trendSource(row('total', 2024), '收支总计', sources))).toEqual([
    ['2024年决算数', '1000 万元', 1],
    ['2023年决算数', '1100.5 万元', 1],
  ]);
  expect(told(trendSource(row('basic', 2024), '基本支出', sources))).toEqual([
    ['2024年决算数', '700 万元', 1],
    ['本年支出合计 · 2024年决算数', '980 万元', 1],
  ]);
  const { sides, remarks } = trendSource(row('three_public', 2023), '“三公”经费', sources);
  expect(sides.map(({ amount }) => amount)).toEqual(['11.9 万元', '14.2 万元']);
  expect(remarks).not.toEqual([]);
  opened.length = 0;
  panel(own('total')).open('0 actual 2024');
  expect(opened).toEqual(['total · 2024年']);
});

test.each(['absolute', 'index', 'share'] as const)(
  'numbers of the table have an exact value and a unit (%s)',
  (mode) => {
    expectExactNumbers(panel(own('three_public', '201'), mode, 'together', 'yi').table);
  },
);
