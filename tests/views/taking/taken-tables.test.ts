import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { FigureMark } from '../../../src/components/figure-mark.ts';
import { csvOf } from '../../../src/exports/csv.ts';
import { voiceOf } from '../../../src/language/voice.ts';
import type { HeadlineChange } from '../../../src/metrics/rows.ts';
import { NO_MARKS, type Marks } from '../../../src/views/overview/marks.ts';
import { executionPanel } from '../../../src/views/overview/execution-panel.ts';
import { economicPanel } from '../../../src/views/overview/economic-panel.ts';
import type { PanelModel } from '../../../src/views/overview/panel-model.ts';
import { structurePanel } from '../../../src/views/overview/structure-panel.ts';
import { threePublicPanel } from '../../../src/views/overview/three-public-panel.ts';
import { totalsPanel } from '../../../src/views/overview/totals-panel.ts';
import { Sources } from '../../../src/views/sources.ts';
import { SourceCollector } from '../../../src/views/taking/collected.ts';
import { bytesOf, takeAwayOf } from '../../../src/views/taking/take-away.ts';
import { takenTables } from '../../../src/views/taking/taken-tables.ts';
import { takenOf } from '../../../src/views/taking/taken.ts';
import type { Taking } from '../../../src/views/taking/taking.ts';
import { textsOf } from '../../charts/draw.ts';
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
} from '../../fixtures/dashboard-rows.ts';
import { expectExactNumbers } from '../exact-cells.ts';

const body = BODIES[0]!;
const ADDRESS = 'https://example.org/?department=example-parks&year=2024';
const opened: unknown[] = [];
const conflict: FigureMark = { finding: 'f1', text: '不一致（待核实）', hint: '', onopen: () => undefined };

function panelsWith(
  marks: Marks = NO_MARKS,
  unit: 'wan' | 'yi' = 'wan',
  headlines: readonly HeadlineChange[] = HEADLINES,
) {
  const voice = voiceOf('zh', unit);
  const collector = new SourceCollector();
  const taking: Taking = {
    voice,
    mode: 'light',
    narrow: false,
    body,
    documents: body.documents,
    address: (panel) => ADDRESS + (panel === null ? '' : `&embed=${panel}`),
    sources: async () => new Sources(FIGURES, body.documents, voice, marks),
  };
  const context = {
    year: 2024,
    voice,
    room: { narrow: false },
    documents: body.documents,
    marks,
    open: (write: Parameters<typeof collector.takes>[0]) => {
      if (!collector.takes(write)) opened.push(write);
    },
  };
  const own = headlines.filter((row) => row.department_id === DEPARTMENT);
  const panels = {
    totals: totalsPanel(own, context)!,
    structure: structurePanel(STRUCTURE, context)!,
    threePublic: threePublicPanel(THREE_PUBLIC, context)!,
    execution: executionPanel(EXECUTION, context)!,
    economic: economicPanel(ECONOMIC, context)!,
  };
  const taken = (model: PanelModel) =>
    takenOf(model, { id: 'totals', body: body.name, measure: '收支总计', unitNote: '单位：万元' });
  return { panels, taking, collect: collector.collect, taken };
}

describe('the numbers of a panel as a table', () => {
  test.each(['wan', 'yi'] as const)('are exact in 万元 whatever unit the page shows (%s)', async (unit) => {
    const { panels, taking, collect, taken } = panelsWith(NO_MARKS, unit);
    for (const model of Object.values(panels)) expectExactNumbers(model.table);
    const { flat } = await takenTables(taken(panels.totals), taking, collect);
    expect(flat.columns.slice(0, 3)).toEqual(['年度', '收支总计（万元）', '本年支出合计（万元）']);
    expect(flat.rows.map((row) => row.slice(0, 2))).toEqual([
      ['2024年', { exact: '1000' }],
      ['2023年', { exact: '1100.5' }],
    ]);
  });

  test('say of each row its document, its place, both checksums and the address of the view', async () => {
    const { panels, taking, collect, taken } = panelsWith();
    const { flat } = await takenTables(taken(panels.structure), taking, collect);
    const [first] = flat.rows.map((row) => Object.fromEntries(flat.columns.map((head, at) => [head, row[at]])));
    expect(first).toMatchObject({
      文件: '示例市园林局2024年度部门决算',
      文件名: 'example-parks-2024.txt',
      '文件 sha256': '0f'.repeat(32),
      '快照 sha256': 'a1'.repeat(32),
      本页地址: ADDRESS,
    });
    expect(first!['位置']).toMatch(/公开\d+表/);
    for (const row of flat.rows) expect(row).toHaveLength(flat.columns.length);
  });

  test('say in words what is implied, what is contested and what has no budget', async () => {
    const { panels, taking, collect, taken } = panelsWith();
    const totals = await takenTables(taken(panels.totals), taking, collect);
    const basis = totals.flat.columns.indexOf('数据性质');
    expect(totals.flat.rows.map((row) => row[basis])).toEqual([
      expect.stringContaining('公布数'),
      expect.stringMatching(/推/),
    ]);
    const { flat } = await takenTables(taken(panels.execution), taking, collect);
    const written = csvOf(flat);
    expect(written).toContain('两处数字不一致（待核实）');
    expect(written).toContain('无预算');
  });

  test('carry the marks of contradicted figures', async () => {
    const marks: Marks = { of: ({ amount }) => (amount === '1000' ? conflict : null) };
    const { panels, taking, collect, taken } = panelsWith(marks);
    const { flat, sheets } = await takenTables(taken(panels.totals), taking, collect);
    const mark = flat.columns.indexOf('核对');
    expect(flat.rows[0]![mark]).toContain('不一致（待核实）');
    expect(flat.rows[1]![mark]).toBeNull();
    expect(sheets[2]!.rows.map(([, content]) => content)).toContain('2024年 收支总计：不一致（待核实）');
  });

  test('open nothing while they are taken', async () => {
    const { panels, taking, collect, taken } = panelsWith();
    opened.length = 0;
    for (const model of Object.values(panels)) await takenTables(taken(model), taking, collect);
    expect(opened).toEqual([]);
    panels.totals.open('total 2024');
    expect(opened).toHaveLength(1);
  });

  test('keep an amount of 17 digits to the cent, in CSV as it stands and in a workbook as text', async () => {
    const huge = '999999999999999.87';
    const { panels, taking, collect, taken } = panelsWith(NO_MARKS, 'wan', [headline('total', huge)]);
    const csv = new TextDecoder().decode(await bytesOf('csv', taken(panels.totals), taking, collect));
    expect(csv).toContain(`2024年,${huge},`);
    const { sheets } = await readXlsx(await bytesOf('xlsx', taken(panels.totals), taking, collect));
    expect(sheets.map(({ name }) => name)).toEqual(['数据', '出处', '说明']);
    expect(sheets[0]!.rows[1]![1]).toBe(huge);
  });

  test('stand in a workbook as numbers, with the source of every row on the second sheet', async () => {
    const { panels, taking, collect, taken } = panelsWith();
    const { sheets } = await readXlsx(await bytesOf('xlsx', taken(panels.structure), taking, collect));
    const [data, sources, about] = sheets;
    expect(typeof data!.rows[1]![1]).toBe('number');
    expect(data!.rows).toHaveLength(panels.structure.table.rows.length + 1);
    for (const row of data!.rows.slice(1))
      expect(sources!.rows.some(([of]) => String(of).startsWith(String(row[0])))).toBe(true);
    expect(sources!.rows[1]).toContain('queries/metrics/expenditure_structure.sql');
    expect(about!.rows.flat()).toEqual(expect.arrayContaining([ADDRESS, panels.structure.title]));
  });

  test('fail with what the data said, rather than without their sources', async () => {
    const { panels, taking, collect, taken } = panelsWith();
    const failing: Taking = { ...taking, sources: () => Promise.reject(new Error('引擎停了')) };
    await expect(takenTables(taken(panels.totals), failing, collect)).rejects.toThrow('引擎停了');
  });
});

describe('a panel', () => {
  test('as a picture says body, measure, years, finding, source, address and its contradictions', async () => {
    const marks: Marks = { of: ({ amount }) => (amount === '1000' ? conflict : null) };
    const { panels, taking, collect, taken } = panelsWith(marks);
    const svg = new TextDecoder().decode(await bytesOf('svg', taken(panels.totals), taking, collect));
    const said = textsOf(svg).join('\n');
    expect(said).toContain('示例市园林局 · 收支总计 · 2023–2024 年');
    expect(said).toContain(panels.totals.title);
    expect(said).toContain('2024年 收支总计：不一致（待核实）');
    expect(said).toContain('示例市园林局2024年度部门决算');
    expect(said.replaceAll('&amp;', '&')).toContain(ADDRESS);
  });

  test('is embedded by an address of its own, with its title quoted', () => {
    const { panels, taking, collect, taken } = panelsWith();
    const away = takeAwayOf({ ...taken(panels.totals), title: '“a" <b>' }, taking, collect);
    expect(away.link).toBe(ADDRESS);
    expect(away.embed!(300.2)).toBe(
      `<iframe src="${ADDRESS.replace('&', '&amp;')}&amp;embed=totals" title="“a&quot; &lt;b&gt;" width="100%" height="301" loading="lazy" style="border:0"></iframe>`,
    );
  });

  test('without a chart gives its data only', () => {
    const { panels, taking, collect, taken } = panelsWith();
    const away = takeAwayOf({ ...taken(panels.totals), charts: [] }, taking, collect);
    expect(away.kinds).toEqual(['csv', 'xlsx']);
    expect(away.embed).toBeNull();
  });
});
