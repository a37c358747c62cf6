import { describe, expect, test } from 'vitest';
import { voiceOf } from '../../src/language/voice.ts';
import type { Execution } from '../../src/metrics/rows.ts';
import { below, byDeviation, subjectsOf } from '../../src/views/execution/execution-list.ts';
import { projectsTable, subjectsTable, type TablesContext } from '../../src/views/execution/execution-tables.ts';
import { executionTitle } from '../../src/views/execution/execution-title.ts';
import { projectSource } from '../../src/views/execution/project-source.ts';
import { projectsPanel } from '../../src/views/execution/projects-panel.ts';
import { NO_MARKS } from '../../src/views/overview/marks.ts';
import { Sources } from '../../src/views/sources.ts';
import { BODIES, EXECUTION } from '../fixtures/dashboard-rows.ts';
import { PROJECTS } from '../fixtures/exploring-rows.ts';
import { expectExactNumbers } from './exact-cells.ts';

const zh = voiceOf('zh', 'wan');
const names = (rows: readonly { project_name: string }[]) => rows.map(({ project_name }) => project_name);

describe('the list of projects', () => {
  test('below 70 % holds exactly those with a lower rate, whichever budget it is of', () => {
    expect(names(below(PROJECTS, '70'))).toEqual(['绿道建设', '绿道建设（分项）', '古树名木保护']);
    expect(names(below(PROJECTS, '69.4737'))).toEqual(['绿道建设', '绿道建设（分项）']);
    expect(below(PROJECTS, null)).toEqual(PROJECTS);
    expect(below([{ execution_pct: null }], '70')).toEqual([]);
  });

  test('comes by the deviation in 万元 or by the points off 100 %, without a rate last', () => {
    const rows = [
      { project_name: 'small', execution_pct: '8.8', deviation: '-9.12' },
      { project_name: 'unknown', execution_pct: null, deviation: null },
      { project_name: 'large', execution_pct: '96.9', deviation: '-16.7' },
      { project_name: 'over', execution_pct: '112', deviation: '12' },
    ];
    expect(names(byDeviation(rows, 'amount'))).toEqual(['large', 'over', 'small', 'unknown']);
    expect(names(byDeviation(rows, 'pct'))).toEqual(['small', 'over', 'large', 'unknown']);
  });
});

describe('the list of subjects', () => {
  test('keeps the total, which is the query’s, and spending without a budget apart', () => {
    const { total, budgeted, unbudgeted } = subjectsOf(EXECUTION, 'amount');
    expect(total?.subject_code).toBe('total');
    expect(unbudgeted.every(({ status }) => status === 'unbudgeted')).toBe(true);
    expect(unbudgeted).toHaveLength(EXECUTION.filter(({ status }) => status === 'unbudgeted').length);
    expect(budgeted.map(({ status }) => status)).not.toContain('unbudgeted');
    expect(budgeted.length + unbudgeted.length + 1).toBe(EXECUTION.length);
  });
});

describe('the title', () => {
  const subjects = subjectsOf(EXECUTION, 'amount');
  test('says how the budget was met, or how many are under the limit', () => {
    expect(executionTitle(subjects, PROJECTS, null, '甲局', 2024, zh)).toMatch(/^支出决算为年初预算的 115\.3%/);
    expect(executionTitle(subjects, PROJECTS, '70', '甲局', 2024, zh)).toMatch(/^完成率低于 70%：3 个项目，/);
    expect(executionTitle(subjects, PROJECTS, '1', '甲局', 2024, zh)).toBe('完成率低于 1%：没有项目，没有项级科目');
  });

  test('of nothing says that nothing is published, and of projects alone speaks of projects alone', () => {
    const none = subjectsOf([], 'amount');
    expect(executionTitle(none, [], '70', '甲局', 2024, zh)).toBe('甲局2024年没有公布预算与决算的对照');
    expect(executionTitle(none, PROJECTS, '70', '甲局', 2024, zh)).toBe('完成率低于 70%：3 个项目');
    expect(executionTitle(none, PROJECTS, null, '甲局', 2024, zh)).toBe('4 个项目公布了预算与执行数');
  });
});

describe('the tables', () => {
  const opened: string[] = [];
  const context: TablesContext = {
    voice: zh,
    marks: NO_MARKS,
    open: (department, write) =>
      void opened.push(`${department} ${write(new Sources([], BODIES[0]!.documents, zh)).title}`),
  };
  const textsOf = (table: ReturnType<typeof projectsTable>, row: number) =>
    table.rows[row]!.cells.map(({ text }) => text);

  test('of projects say of which budget the rate is, set the scores beside it, and say what is counted twice', () => {
    const table = projectsTable(PROJECTS, '项目', context);
    expectExactNumbers(table);
    expect(textsOf(table, 3)).toEqual([
      '古树名木保护',
      '示例市园林局机关',
      '9.50',
      '—',
      '6.60',
      '69.5%',
      '年初预算',
      '-2.90',
      '9.9',
      '97.5',
      '',
    ]);
    expect(textsOf(table, 2).at(-1)).toBe('与附件2为同一笔钱');
    expect(new Set(table.rows.map(({ key }) => key)).size).toBe(PROJECTS.length);
    const executed = table.rows[0]!.cells[4]!;
    if (executed.kind === 'number') executed.onopen();
    expect(opened.at(-1)).toBe('example-parks 公园养护 · 附件1 · 2024年');
  });

  test('sort by exact values, not by what is shown', () => {
    const [values] = projectsTable(PROJECTS.slice(3), '项目', context).rows.map((row) => row.values);
    expect(values!.slice(2, 8)).toEqual(['9.5', null, '6.6', '69.4737', '年初预算', '-2.9']);
  });

  test('of subjects give rows of the same name keys of their own, and no rate to what is contested', () => {
    const twice = [EXECUTION[1]!, EXECUTION[1]!];
    expect(new Set(subjectsTable(twice, '科目', context).rows.map(({ key }) => key)).size).toBe(2);
    const contested: Execution = {
      ...EXECUTION[1]!,
      status: 'contested',
      contested: true,
      execution_pct: null,
      deviation: null,
    };
    expect(textsOf(subjectsTable([contested], '科目', context), 0).slice(4)).toEqual([
      '—',
      '',
      '—',
      expect.any(String),
      '不一致（待核实）',
    ]);
  });

  test('the source of a project shows both budgets, the formula and the scores', () => {
    const source = projectSource(PROJECTS[0]!, new Sources([], BODIES[0]!.documents, zh));
    expect(source.sides.map(({ label, amount }) => [label, amount])).toEqual([
      ['全年执行数', '118.8 万元'],
      ['全年预算', '120 万元'],
      ['年初预算', '100 万元'],
    ]);
    expect(source.computed).toEqual([
      '完成率 = 全年执行数 ÷ 全年预算 = 118.80 ÷ 120.00 = 99%',
      '差额 = 全年执行数 − 全年预算 = 118.80 − 120.00 = -1.20',
    ]);
    expect(source.remarks).toContain('执行得分 9.9，自评总分 97.5');
  });
});

describe('the chart of the projects', () => {
  const opened: string[] = [];
  const panel = (rows: Parameters<typeof projectsPanel>[0]) =>
    projectsPanel(rows, {
      voice: zh,
      year: 2024,
      room: { narrow: false },
      documents: [],
      marks: NO_MARKS,
      open: (write) => opened.push(write(new Sources([], [], zh, NO_MARKS)).title),
    });
  const listed = byDeviation(below(PROJECTS, '70'), 'amount');

  test('has a row for each listed project with a rate, and opens its source', () => {
    const model = panel(listed)!;
    expect(model.chart.rows.map(({ name }) => name)).toEqual(names(listed));
    expect(model.table.rows).toHaveLength(listed.length);
    model.open(String(model.chart.rows[0]!.pick));
    expect(opened.at(-1)).toContain(listed[0]!.project_name);
  });

  test('names the one furthest off, and says which of the listed its count leaves out', () => {
    const model = panel(listed)!;
    const own = listed.filter((row) => row.repeated_of === null && !row.outside_department);
    expect(own.length).toBeLessThan(listed.length);
    expect(model.title).toContain(own[0]!.project_name);
    if (own.length > 1) expect(model.title).toMatch(new RegExp(`^${own.length} 个项目中`));
    expect(model.note).toMatch(/重复列示同一笔钱/);
    model.openTitle!();
    expect(opened.at(-1)).toContain(own[0]!.project_name);
    expect(panel(own.concat(own).map((row) => ({ ...row, deviation: '0' })))!.openTitle).toBeNull();
  });

  test('draws twelve and counts the rest; there is none without a rate', () => {
    const many = Array.from({ length: 15 }, (_, at) => ({
      ...PROJECTS[0]!,
      annex: `附件${at}`,
      locator: `第 ${at} 行`,
    }));
    const model = panel(many)!;
    expect(model.chart.rows).toHaveLength(12);
    expect(new Set(model.chart.rows.map(({ name }) => name)).size).toBe(12);
    expect(model.note).toContain('另有 3 个项目见下表');
    expect(panel(many.map((row) => ({ ...row, execution_pct: null })))).toBeNull();
  });
});
