import { NO_MARKS } from '../../src/views/overview/marks.ts';
import { describe, expect, test } from 'vitest';
import type { FigureSource, SourceSide } from '../../src/components/figure-source.ts';
import { voiceOf } from '../../src/language/voice.ts';
import type {
  EconomicStructure,
  ExpenditureStructure,
  HeadlineChange,
  ThreePublicTrend,
} from '../../src/metrics/rows.ts';
import { economicPanel } from '../../src/views/overview/economic-panel.ts';
import { executionPanel, executionRows } from '../../src/views/overview/execution-panel.ts';
import { headlineSource } from '../../src/views/overview/headline-source.ts';
import type { PanelContext } from '../../src/views/overview/panel-context.ts';
import { Sources } from '../../src/views/sources.ts';
import { biggestClass, structurePanel, structureSource } from '../../src/views/overview/structure-panel.ts';
import { threePublicPanel } from '../../src/views/overview/three-public-panel.ts';
import { totalsPanel } from '../../src/views/overview/totals-panel.ts';
import { draw, textsOf } from '../charts/draw.ts';
import {
  BODIES,
  DEPARTMENT,
  ECONOMIC,
  EXECUTION,
  FIGURES,
  headline,
  HEADLINES,
  STRUCTURE,
  THREE_PUBLIC,
} from '../fixtures/dashboard-rows.ts';

const pickOf = ({ label, amount, places }: SourceSide) => ({
  label,
  amount,
  rows: places.map((place) => (typeof place === 'string' ? place : place.row)),
});
const opened: string[] = [];
const documents = BODIES[0]!.documents;
const contextIn = (language: 'zh' | 'en', narrow = false): PanelContext => {
  const voice = voiceOf(language, 'wan');
  const sources = new Sources(FIGURES, documents, voice);
  return {
    year: 2024,
    voice,
    room: { narrow },
    documents,
    marks: NO_MARKS,
    open: (write) => void opened.push(write(sources).title),
  };
};
const own = HEADLINES.filter((row) => row.department_id === DEPARTMENT);
const panelsIn = (context: PanelContext) => ({
  totals: totalsPanel(own, context),
  structure: structurePanel(STRUCTURE, context),
  threePublic: threePublicPanel(THREE_PUBLIC, context),
  execution: executionPanel(EXECUTION, context),
  economic: economicPanel(ECONOMIC, context),
});

test('titles state the finding of the rows', () => {
  const panels = panelsIn(contextIn('zh'));
  expect(Object.values(panels).map((panel) => panel?.title)).toEqual([
    '2024年收支总计较上年减少 100.50 万元（下降 9.1%）',
    '城乡社区支出 740.00 万元，占支出 75.5%',
    '“三公”经费 12.40 万元，为全年预算的 82.7%',
    '支出决算为年初预算的 115.3%，1 个不到 90%，1 个没有预算',
    '工资福利支出 560.00 万元，占基本支出 80.0%',
  ]);
});

test('a title opens the source of the figure that it speaks of', () => {
  const opens = Object.values(panelsIn(contextIn('zh'))).map((panel) => {
    opened.length = 0;
    panel!.openTitle?.();
    return [...opened];
  });
  expect(opens).toEqual([
    ['收支总计 · 2024年'],
    ['212 城乡社区支出 · 2024年'],
    ['“三公”经费 · 2024年'],
    ['支出合计 · 2024年'],
    ['301 工资福利支出 · 2024年'],
  ]);
});

test('a title without a figure opens nothing', () => {
  const context = contextIn('zh');
  const withoutTotal = EXECUTION.filter(({ subject_code }) => subject_code !== 'total');
  const withoutShare = STRUCTURE.map((row) => ({ ...row, share_pct: null }));
  const partsOnly = THREE_PUBLIC.filter(({ component }) => component !== 'three_public');
  const panels = [
    executionPanel(withoutTotal, context),
    structurePanel(withoutShare, context),
    threePublicPanel(partsOnly, context),
    totalsPanel(own, { ...context, year: 2099 }),
  ];
  for (const panel of panels) {
    expect(panel!.title).not.toMatch(/[0-9]\.[0-9]/);
    expect(panel!.openTitle, panel!.title).toBeNull();
  }
});

test('nothing published gives no panel rather than zeros', () => {
  const context = contextIn('zh');
  expect([
    totalsPanel([], context),
    structurePanel([], context),
    threePublicPanel([], context),
    executionPanel([], context),
    economicPanel([], context),
    executionPanel(EXECUTION, { ...context, year: 1999 }),
  ]).toEqual([null, null, null, null, null, null]);
});

describe.each(['zh', 'en'] as const)('the charts of the overview in %s', (language) => {
  test.each([false, true])('are drawn without a warning (narrow page: %s)', async (narrow) => {
    for (const panel of Object.values(panelsIn(contextIn(language, narrow)))) {
      const { warnings } = await draw(panel!.chart, narrow ? 340 : 640);
      expect(warnings).toEqual([]);
    }
  });

  test('carry the words of that language and Chinese only where a name is published in it', async () => {
    const panels = panelsIn(contextIn(language));
    const published = [...STRUCTURE, ...ECONOMIC, ...EXECUTION].map((row) => row.subject_name);
    for (const panel of Object.values(panels)) {
      const words = [
        panel!.title,
        panel!.note ?? '',
        ...panel!.key.map(({ text }) => text),
        ...textsOf((await draw(panel!.chart)).svg),
      ];
      const chinese = words.filter((text) => /\p{Script=Han}/u.test(text) && !published.includes(text));
      if (language === 'en') expect(chinese).toEqual([]);
      else expect(chinese.length).toBeGreaterThan(0);
    }
  });
});

test('every mark and every number of a table opens its own source', () => {
  for (const panel of Object.values(panelsIn(contextIn('zh')))) {
    for (const row of panel!.chart.rows) {
      opened.length = 0;
      panel!.open(String(row.pick));
      expect(opened, `mark ${String(row.pick)}`).toHaveLength(1);
    }
    for (const cell of panel!.table.rows.flatMap(({ cells }) => cells)) {
      if (cell.kind !== 'number') continue;
      opened.length = 0;
      cell.onopen();
      expect(opened).toHaveLength(1);
    }
  }
});

test('the description says every amount of the chart', () => {
  const { structure } = panelsIn(contextIn('zh'));
  for (const amount of ['740.00', '120.50', '60.00', '59.50']) expect(structure!.description).toContain(amount);
});

test('execution lists the total first, then by rate, then what has none', () => {
  expect(executionRows(EXECUTION, 2024).map((row) => row.subject_code)).toEqual([
    'total',
    '2210201',
    '2080505',
    '2101101',
    '2120501',
    '2080801',
  ]);
});

test('subjects of one name stay apart in the chart', () => {
  const twin = EXECUTION[5]!;
  const panel = executionPanel([...EXECUTION, { ...twin, subject_code: '2210299' }], contextIn('zh'));
  const names = panel!.chart.rows.map((row) => row.name);
  expect(new Set(names).size).toBe(names.length);
});

test('a budget whose kind nothing tells is not called by one', () => {
  const rows = THREE_PUBLIC.map((row) => ({
    ...row,
    revised_budget: null,
    unlabelled_budget: '15',
    execution_base: null,
    execution_pct: null,
  }));
  const panel = threePublicPanel(rows, contextIn('zh'));
  expect(panel!.title).toBe('“三公”经费 12.40 万元');
  expect(panel!.table.columns[1]!.title).toBe('预算（未标明年初或全年）');
});

describe('the source of a figure', () => {
  const row = own.find(({ measure, fiscal_year }) => measure === 'total' && fiscal_year === 2024)!;
  const sources = new Sources(FIGURES, documents, voiceOf('zh', 'wan'));

  test('shows the published text, its place, the document and the formula', () => {
    const source = headlineSource(row, sources);
    expect(source.sides[0]).toMatchObject({
      amount: '1000 万元',
      published: '1,000.00 万元',
      locators: [row.locator],
      document: { title: '示例市园林局2024年度部门决算', origin: '由机器从版面识别，个别字形可能误读' },
    });
    expect(source.computed).toEqual([
      '上年 = 本年 − 文件所写增减额 = 1000.00 − (-100.50) = 1100.50',
      '增减额 = 本年 − 上年 = 1000.00 − 1100.50 = -100.50',
      '增减率 = 增减额 ÷ |上年| = -100.50 ÷ |1100.50| = -9.1322%',
    ]);
    expect(source.query).toBe('queries/metrics/headline_changes.sql');
  });

  test('finds the published text of what is told of a whole row, where its cells of that amount are written alike', () => {
    const at = (column: string) => `附件4—1 某项目·行「年度资金总额」·列「${column}」·第 1884 行`;
    const stored = (column: string, text: string) => ({
      ...FIGURES[0]!,
      amount: '865',
      published_text: text,
      locator: at(column),
    });
    const published = (figures: typeof FIGURES) =>
      new Sources(figures, documents, voiceOf('zh', 'wan')).side({
        label: '全年执行数',
        amount: '865',
        basis: null,
        locator: '附件4—1 某项目·行「年度资金总额」·第 1884 行',
        year: 2024,
      }).published;
    expect(published([stored('全年执行数', '865')])).toBe('865 万元');
    expect(published([stored('全年执行数', '865'), stored('全年预算数', '865')])).toBe('865 万元');
    expect(published([stored('全年执行数', '865'), stored('全年预算数', '865.00')])).toBeNull();
  });

  test('shows both sides with their places where it is contested', () => {
    const contested = own.find(({ measure }) => measure === 'three_public')!;
    const source = headlineSource(contested, sources);
    expect(source.sides.map(({ amount }) => amount)).toEqual(['12.4 万元', '11.9 万元', '14.2 万元']);
    expect(source.sides[2]!.locators).toEqual([contested.alt_prior_locator]);
    expect(source.remarks[0]).toBe('两处数字不一致（待核实），两处都照录。');
  });

  test('says of a document that the reader added when that was, in the source and under the panels', () => {
    const added = documents.map((document) => ({ ...document, added_at: new Date(2026, 10, 25, 9).toISOString() }));
    const words = '由你于 2026-11-25 添加，仅存于本浏览器';
    const source = headlineSource(row, new Sources(FIGURES, added, voiceOf('zh', 'wan')));
    expect(source.sides[0]!.document!.added).toBe(words);
    expect(headlineSource(row, sources).sides[0]!.document!.added).toBeNull();
    const panel = structurePanel(STRUCTURE, { ...contextIn('zh'), documents: added });
    expect(panel!.source).toContain(`示例市园林局2024年度部门决算（${words}）`);
  });

  test('names what a share is a share of, with its places', () => {
    const whole = (figure: FigureSource) => ({
      ...pickOf(figure.sides.at(-1)!),
      computed: figure.computed.at(-1),
    });
    expect(whole(structureSource(biggestClass(STRUCTURE, 2024)!, sources))).toEqual({
      label: '2024年支出合计（决算数）',
      amount: '980 万元',
      rows: ['合计'],
      computed: '占比 = 本科目 ÷ 支出合计 = 740.00 ÷ 980.00 = 75.5102%',
    });
    const written: FigureSource[] = [];
    economicPanel(ECONOMIC, { ...contextIn('zh'), open: (write) => void written.push(write(sources)) })!.openTitle!();
    expect(whole(written[0]!)).toEqual({
      label: '2024年基本支出合计（人员经费 + 公用经费）',
      amount: '700 万元',
      rows: ['人员经费合计', '公用经费合计'],
      computed: '占比 = 本科目 ÷ 基本支出合计 = 560.00 ÷ 700.00 = 80%',
    });
  });

  test('takes no text from a place whose figure is another amount', () => {
    const side = sources.side({ label: '', amount: '999', basis: null, locator: row.locator, year: 2024 });
    expect(side.published).toBeNull();
  });
});

test('every query named in a source is a file of the project', async () => {
  const { existsSync } = await import('node:fs');
  const sources = new Sources(FIGURES, documents, voiceOf('zh', 'wan'));
  const queries = new Set<string>();
  const context: PanelContext = { ...contextIn('zh'), open: (write) => void queries.add(write(sources).query) };
  for (const panel of Object.values(panelsIn(context))) panel!.open(String(panel!.chart.rows[0]!.pick));
  expect(queries.size).toBe(5);
  for (const query of queries) expect(existsSync(new URL(`../../${query}`, import.meta.url)), query).toBe(true);
});

describe('where only budgets are known', () => {
  const structure = STRUCTURE.map((row): ExpenditureStructure => ({
    ...row,
    actual: null,
    basic: null,
    project: null,
    share_pct: null,
    locator: null,
    initial_budget: row.actual,
    initial_budget_basic: row.basic,
    initial_budget_project: row.project,
    budget_share_pct: row.share_pct,
    total_initial_budget: row.total_actual,
    total_initial_budget_locator: '支出预算总表·行「合计」·列「预算数」·第 3 行',
    prior_initial_budget: '50',
    budget_change: '9.5',
    budget_contribution_pp: '1.0204',
    initial_budget_locator: '支出预算总表',
    prior_initial_budget_locator: '上年支出预算总表',
  }));
  const economic = ECONOMIC.map((row): EconomicStructure => ({
    ...row,
    actual: null,
    share_pct: null,
    locator: null,
    initial_budget: row.actual,
    initial_budget_locator: '基本支出预算表',
  }));

  test('the classes stand by their budgets, with share, change and contribution', () => {
    const panel = structurePanel(structure, contextIn('zh'))!;
    expect(panel.title).toBe('城乡社区支出预算 740.00 万元，占支出预算 75.5%');
    expect(panel.table.columns.map(({ title }) => title)).toEqual([
      '功能分类（类）',
      '年初预算数',
      '占比',
      '基本支出',
      '项目支出',
      '比上年预算',
      '拉动总额（百分点）',
    ]);
    const housing = panel.table.rows.find(({ key }) => key === '221')!;
    expect(housing.cells.map(({ text }) => text).slice(1)).toEqual(['59.50', '6.1%', '59.50', '0.00', '+9.50', '+1.0']);
    expect(panel.source).toContain('支出预算总表');
  });

  test('one actual amount by class keeps the budgets out of the panel', () => {
    const panel = structurePanel([...structure, STRUCTURE[0]!], contextIn('zh'))!;
    expect(panel.table.columns[1]!.title).toBe('决算数');
    expect(panel.table.rows.map(({ key }) => key)).toEqual(['208']);
  });

  test('the source of a class names the budgets of both years', () => {
    const source = structureSource(biggestClass(structure, 2024)!, new Sources([], documents, voiceOf('zh', 'wan')));
    expect(source.sides.map(({ label, locators }) => [label, locators.join()])).toEqual([
      ['2024年年初预算数', '支出预算总表'],
      ['2023年年初预算数', '上年支出预算总表'],
      ['2024年支出预算合计（年初预算数）', '支出预算总表·行「合计」·列「预算数」·第 3 行'],
    ]);
    expect(source.computed[0]).toBe('占比 = 本科目预算 ÷ 支出预算合计 = 740.00 ÷ 980.00 = 75.5102%');
    expect(source.computed[1]).toBe('增减额 = 本年预算 − 上年预算 = 740.00 − 50.00 = 9.50');
  });

  test('basic expenditure stands by its budget, and without a share that is not known', () => {
    const panel = economicPanel(economic, contextIn('zh'))!;
    expect(panel.title).toBe('工资福利支出预算 560.00 万元');
    expect(panel.table.columns.map(({ title }) => title)).toEqual(['经济分类', '年初预算数']);
  });

  test('“三公” stands by its budget alone', async () => {
    const rows = THREE_PUBLIC.map((row): ThreePublicTrend => ({
      ...row,
      actual: null,
      actual_basis: null,
      execution_pct: null,
      budget_locator: '“三公”经费预算表',
    }));
    const panel = threePublicPanel(rows, contextIn('zh'))!;
    expect(panel.title).toBe('“三公”经费全年预算 15.00 万元');
    opened.length = 0;
    panel.openTitle!();
    expect(opened).toEqual(['“三公”经费 · 2024年']);
    expect(panel.table.columns.map(({ title }) => title)).toEqual(['组成', '全年预算']);
    expect(textsOf((await draw(panel.chart)).svg)).toContain('12.00');
    expect(
      threePublicPanel(
        rows.map((row) => ({ ...row, revised_budget: null })),
        contextIn('zh'),
      ),
    ).toBeNull();
  });

  const budget = (fiscal_year: number, amount: string, over: Partial<HeadlineChange> = {}) =>
    headline('total', null, { fiscal_year, initial_budget: amount, initial_budget_basis: 'published', ...over });

  test('the columns over the years are budgets, and say so', () => {
    const compared = { budget_change: '100', budget_change_pct: '10', budget_comparability: 'comparable' as const };
    const panel = totalsPanel([budget(2023, '1000'), budget(2024, '1100', compared)], contextIn('zh'))!;
    expect(panel.title).toBe('2024年预算收支总计比上年预算增加 100.00 万元（增长 10.0%）');
    expect(panel.key.map(({ text }) => text)).toEqual(['收支总计（年初预算）']);
    expect(panel.chart.rows.map((row) => [row.year, row.label])).toEqual([
      ['2023', '1,000.00'],
      ['2024', '1,100.00'],
    ]);
  });

  test('budgets and actual amounts never stand side by side over the years', () => {
    const both = { actual: '990', actual_basis: 'published' as const };
    const rows = [budget(2023, '1000', both), budget(2024, '1100')];
    const labels = (year: number) =>
      totalsPanel(rows, { ...contextIn('zh'), year })!.chart.rows.map((row) => row.label);
    expect(labels(2024)).toEqual(['1,000.00', '1,100.00']);
    expect(labels(2023)).toEqual(['990.00']);
  });
});
