import { expect, test } from 'vitest';
import { voiceOf } from '../../src/language/voice.ts';
import type { FigureSource } from '../../src/components/figure-source.ts';
import { NO_MARKS } from '../../src/views/overview/marks.ts';
import type { PanelContext } from '../../src/views/overview/panel-context.ts';
import { Sources } from '../../src/views/sources.ts';
import { costsPanel } from '../../src/views/three-public/costs-panel.ts';
import { partsPanel } from '../../src/views/three-public/parts-panel.ts';
import { draw } from '../charts/draw.ts';
import { UNIT_COSTS, unitCost } from '../fixtures/analysis-rows.ts';
import { BODIES, THREE_PUBLIC } from '../fixtures/dashboard-rows.ts';
import { expectExactNumbers } from './exact-cells.ts';

const documents = BODIES[0]!.documents;
const opened: FigureSource[] = [];
function contextIn(language: 'zh' | 'en'): PanelContext {
  const voice = voiceOf(language, 'wan');
  return {
    year: 2024,
    voice,
    room: { narrow: false },
    documents,
    marks: NO_MARKS,
    open: (write) => void opened.push(write(new Sources([], documents, voice))),
  };
}
const before = THREE_PUBLIC.filter(({ component }) => component === 'three_public').map((row) => ({
  ...row,
  fiscal_year: 2023,
  actual: '11.9',
  actual_basis: 'implied' as const,
  alt_actual: '14.2',
  revised_budget: null,
  execution_pct: null,
}));

test('the parts that cost something have a chart each, and those that did not are named', () => {
  const panel = partsPanel([...THREE_PUBLIC, ...before], contextIn('zh'))!;
  expect(panel.title).toBe('2024年“三公”经费 12.40 万元，较上年增加 0.50 万元；与文件其他数字不一致（待核实）');
  expect(panel.charts.map(({ name }) => name)).toEqual([
    '“三公”经费',
    '公务用车购置及运行维护费',
    '公务用车运行维护费',
    '公务接待费',
  ]);
  expect(panel.note).toContain('各年均为 0：因公出国（境）费、公务用车购置费。');
});

test('a budget stands in the column of its kind, implied and contested amounts look different', () => {
  const { table } = partsPanel([...THREE_PUBLIC, ...before], contextIn('zh'))!;
  expect(table.columns.map(({ title }) => title)).toEqual(['组成', '年度', '全年预算', '决算数', '完成率', '较上年']);
  expect(table.rows[1]!.cells[3]).toMatchObject({ text: '※ 11.90', implied: true });
});

test.each(['zh', 'en'] as const)('the charts are drawn without a warning (%s)', async (language) => {
  const context = contextIn(language);
  const charts = [
    ...partsPanel([...THREE_PUBLIC, ...before], context)!.charts,
    ...costsPanel(UNIT_COSTS, context)!.charts,
  ];
  for (const { chart } of charts) expect((await draw(chart, 320)).warnings).toEqual([]);
});

test('a unit cost is said in yuan, and its source in both units with the division', () => {
  const panel = costsPanel(UNIT_COSTS, contextIn('zh'))!;
  expect(panel.title).toBe('每辆公务用车运行维护费 27,500 元，每位来宾接待费 200 元');
  panel.open('vehicle 2024');
  expect(opened.at(-1)).toMatchObject({
    value: '27,500 元 = 2.75 万元',
    computed: ['金额 ÷ 数量 = 11.00 ÷ 4 = 2.75 万元'],
    query: 'queries/metrics/three_public_unit_costs.sql',
  });
});

test('the titles open the total of the year, and the cost that is named first', () => {
  const titles = (year: number) => {
    opened.length = 0;
    const context = { ...contextIn('zh'), year };
    partsPanel([...THREE_PUBLIC, ...before], context)!.openTitle?.();
    costsPanel(UNIT_COSTS, context)!.openTitle?.();
    return opened.map(({ title }) => title);
  };
  expect(titles(2024)).toEqual(['“三公”经费 · 2024年', '每辆公务用车运行维护费 · 2024年']);
  expect(titles(2099)).toEqual([]);
});

test('nothing is divided where the amount is contradicted or the number is 0, and nothing shown where none is published', () => {
  const contested = costsPanel([unitCost('guest', '70', { alt_actual: '2' })], contextIn('zh'))!;
  expect(contested).toMatchObject({ known: false, charts: [], note: '金额有两个说法，不一致（待核实），不作除法。' });
  expect(contested.table.rows[0]!.cells[4]).toEqual({ kind: 'none', text: '—' });
  expect(costsPanel([], contextIn('zh'))).toBeNull();
  expect(partsPanel([], contextIn('zh'))).toBeNull();
});

test('numbers of the tables have an exact value and a unit', () => {
  expectExactNumbers(partsPanel([...THREE_PUBLIC, ...before], contextIn('zh'))!.table);
  expectExactNumbers(costsPanel(UNIT_COSTS, contextIn('zh'))!.table);
});
