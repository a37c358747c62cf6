import { describe, expect, it } from 'vitest';
import { readOne, readText, table } from './annex-parts.ts';

const PROJECT = '附件 4—1\n\n2024 年度项目支出绩效自评表\n\n';
const HEAD = `项目支出名称|河道整治专项（公共专项）|||||||
主管部门|规划科||||实施单位|湖滨市水务局||
项目资金 （万元）||年初 预算数|全年 预算数|全年 执行数|分值|执行率|得分|`;
const INDICATORS = `年度总体 目标|预期目标|||实际完成情况||||
|完成 12 公里。|||完成。||||
绩效指标|一级指标|二级指标|三级指标|年度 指标值|实际 完成值|分值|得分|偏差原因分析及改进措施
|产出指标 (50 分)|数量指标|整治长度|12|12|30|30|
|||新增面积|104928|54000|20|10.00|下一步加快
|效益指标|社会效益指标|/|/|/|/|/|
||可持续影响指标|长期改善|提升|提升|20|20|
|满意度指标 (20分)|服务对象满意度指标|群众满意度|$\\geq 90\\%$|≥ 95%|20||
|总分|||||100|69.9|`;

const project = (money: string, indicators = INDICATORS) =>
  readOne(PROJECT + table(`${HEAD}\n${money}\n${indicators}`));

const MONEY = `|其中：当年财政拨款|350|350|341.2|10|97.49%|9.75|
|上年结转资金|||||||
|其他资金|||||||
|年度资金总额|350|350|341.2|10|97.49 %|9 . 75|`;

describe('a self-evaluation of a project', () => {
  it('reads the money, the stated rate and the points of the project', () => {
    expect(project(MONEY).projects).toEqual([
      expect.objectContaining({
        annex: '附件4—1',
        department_id: 'lakeside-water-headquarters',
        project_name: '河道整治专项（公共专项）',
        unit_name: '湖滨市水务局',
        initial_budget: '350',
        revised_budget: '350',
        executed: '341.2',
        stated_execution_pct: '97.49',
        execution_score: '9.75',
        score: '69.9',
        outside_department: false,
        place: expect.objectContaining({ row: '年度资金总额', line: 11 }),
      }),
    ]);
  });

  it('keeps every row of money as figures under its own code', () => {
    const figures = project(MONEY).figures.filter(({ row_code }) => row_code === 'current_appropriation');
    expect(figures.map(({ column_key, amount, unit, budget_kind }) => [column_key, amount, unit, budget_kind])).toEqual(
      [
        ['initial_budget', '350', '万元', 'initial'],
        ['revised_budget', '350', '万元', 'revised'],
        ['actual', '341.2', '万元', null],
        ['weight', '10', '分', null],
        ['execution_pct', '97.49', '%', null],
        ['score', '9.75', '分', null],
      ],
    );
  });

  it('reads numbers with spaces inside and keeps them as published', () => {
    const reading = project('|其他资金||4 5|4 5|10|1 0 0 %|1 0|\n|年度资金总额||4 5|4 5|10|1 0 0 %|1 0|');
    expect(reading.projects[0]).toMatchObject({
      initial_budget: null,
      revised_budget: '45',
      stated_execution_pct: '100',
    });
    expect(reading.figures[0]).toMatchObject({ row_code: 'other_funds', amount: '45', published_text: '4 5' });
  });

  it('knows a blank budget from a budget of 0', () => {
    expect(project('|年度资金总额||45|45|10|100%|10|').projects[0]!.initial_budget).toBeNull();
    expect(project('|年度资金总额|0|45|45|10|100%|10|').projects[0]!.initial_budget).toBe('0');
  });

  it('leaves a project without any money without amounts', () => {
    expect(project('|其中：当年财政拨款||||10|100%|10|\n|年度资金总额||||10|100%|10|').projects[0]).toMatchObject({
      initial_budget: null,
      revised_budget: null,
      executed: null,
      stated_execution_pct: '100',
    });
  });

  it('takes the row of the appropriation where the rows were filled in one line off, and says so', () => {
    const shifted = project(`|其中：当年财政拨款|10|10|0.88|10|8.8%|0.88|
|上年结转资金|10|10|0.88|10|8.8%|0.88|
|其他资金|0|0|0|0|0|0|
|年度资金总额|0|0|0|0|0|0|`);
    expect(shifted.projects[0]).toMatchObject({
      initial_budget: '10',
      executed: '0.88',
      place: { row: '当年财政拨款' },
    });
    expect(
      shifted.figures.find(({ row_code, column_key }) => row_code === 'total' && column_key === 'actual')!.amount,
    ).toBe('0');
  });

  it('keeps four decimals where the project has four', () => {
    const reading = project(
      '|其中：当年财政拨款|246.569|108.5729|108.5|10|100%|10|\n|年度资金总额|246.569|108.5729|108.5|10|100%|10|',
    );
    expect(reading.projects[0]).toMatchObject({ initial_budget: '246.569', revised_budget: '108.5729' });
    expect(reading.figures.slice(0, 3).map((figure) => figure.half_width)).toEqual(['0.0005', '0.00005', '0.005']);
  });

  it.each([
    [
      'one empty column more before the amounts',
      '项目资金（万元）|||年初预算数|全年预算数|全年执行数|分值|执行率|得分',
      '|年度资金总额||350|350|341.2|10|97.49%|9.75',
    ],
    [
      'an empty column between the amounts',
      '项目资金（万元）||年初预算数|全年预算数||全年执行数|分值|执行率|得分',
      '|年度资金总额|350|350||341.2|10|97.49%|9.75',
    ],
    [
      'rows pushed one column to the right',
      '项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分|',
      '||年度资金总额|350|350|341.2|10|97.49%|9.75',
    ],
    [
      'a header on two lines',
      '项目资金||年初|全年|全年||||\n（万元）||预算数|预算数|执行数|分值|执行率|得分|',
      '|年度资金总额|350|350|341.2|10|97.49%|9.75|',
    ],
    [
      'a row that lost its empty cells',
      '项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分|',
      '年度资金总额|350|350|341.2|10|97.49%|9.75',
    ],
    [
      'a column that names the sources',
      '项目资金 (万元)|资金来源|年初预算数|全年预算数|全年执行数|分值|执行率|得分|',
      '|年度资金总额|350|350|341.2|10|97.49%|9.75|',
    ],
  ])('reads the same amounts with %s', (_, header, row) => {
    const head = HEAD.split('\n').slice(0, 2).join('\n');
    const reading = readOne(PROJECT + table(`${head}\n${header}\n${row}\n${INDICATORS}`));
    expect(reading.projects[0]).toMatchObject({
      initial_budget: '350',
      revised_budget: '350',
      executed: '341.2',
      stated_execution_pct: '97.49',
      execution_score: '9.75',
    });
    expect(reading.unplaced).toEqual([]);
  });

  it('finds the implementing unit behind an empty cell', () => {
    const head = HEAD.replace('|||实施单位|湖滨市水务局||', '||实施单位||湖滨市水务局||');
    expect(readOne(PROJECT + table(`${head}\n${MONEY}`)).projects[0]!.unit_name).toBe('湖滨市水务局');
  });

  it('keeps what a table cut in the middle still has', () => {
    const reading = readOne(
      PROJECT +
        table(
          `${HEAD}\n${MONEY}\n绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|\n|产出指标|数量指标|整治长度|12`,
        ),
    );
    expect(reading.projects[0]).toMatchObject({ executed: '341.2', score: null });
    expect(reading.indicators).toHaveLength(1);
    expect(reading.unplaced).toEqual([]);
  });

  it('gives an annex that lost its number the one between its neighbours', () => {
    const annexes = ['附件 4—1\n', '', '附件 4—3\n'].map(
      (no) => `${no}\n2024 年度项目支出绩效自评表\n${table(`${HEAD}\n${MONEY}`)}`,
    );
    expect(readText(annexes.join('\n')).map((reading) => reading.projects[0]!.annex)).toEqual([
      '附件4—1',
      '附件4—2',
      '附件4—3',
    ]);
  });
});

describe('the indicators of a self-evaluation', () => {
  const indicators = (rows: string) =>
    project(
      MONEY,
      `绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因\n${rows}`,
    ).indicators.map(({ level_1, level_2, level_3, target, achieved, weight, score }) => [
      level_1,
      level_2,
      level_3,
      target,
      achieved,
      weight,
      score,
    ]);

  it('carries the levels down, takes numbers in targets as words, and "/" or a blank score as not given', () => {
    expect(
      project(MONEY).indicators.map(({ level_1, level_2, target, achieved, weight, score }) => [
        level_1,
        level_2,
        target,
        achieved,
        weight,
        score,
      ]),
    ).toEqual([
      ['产出指标', '数量指标', '12', '12', '30', '30'],
      ['产出指标', '数量指标', '104928', '54000', '20', '10'],
      ['效益指标', '社会效益指标', '/', '/', null, null],
      ['效益指标', '可持续影响指标', '提升', '提升', '20', '20'],
      ['满意度指标', '服务对象满意度指标', '≥ 90%', '≥ 95%', '20', null],
    ]);
    expect(project(MONEY).unplaced).toEqual([]);
  });

  it('puts a row together again that a page break cut', () => {
    expect(indicators('|产出指标|质量指标|水质达|达到Ⅲ类|达到Ⅱ|10|9|\n\n|(40分)||标情况|及以上|类|||')).toEqual([
      ['产出指标', '质量指标', '水质达标情况', '达到Ⅲ类及以上', '达到Ⅱ类', '10', '9'],
    ]);
  });

  it('reads a page whose rows have fewer columns', () => {
    expect(
      indicators(
        '|产出指标|数量指标|排查排口|64个|64个|4|4|\n\n(40分)|工作|左右|全部|||\n|采样次数|30次|31次|6|5|天气原因',
      ),
    ).toEqual([
      ['产出指标', '数量指标', '排查排口工作', '64个左右', '64个全部', '4', '4'],
      ['产出指标', '数量指标', '采样次数', '30次', '31次', '6', '5'],
    ]);
  });

  it('names the rows above a page break after the merged cell printed below it', () => {
    expect(
      indicators('|||安装终端|100|15|4|2|分批\n|||建设平|完成|完成|4|4|\n\n|产出指标 (40分)|数量指标|台|||||'),
    ).toEqual([
      ['产出指标', '数量指标', '安装终端', '100', '15', '4', '2'],
      ['产出指标', '数量指标', '建设平台', '完成', '完成', '4', '4'],
    ]);
  });

  it('reads rows that stand a column to the left or to the right', () => {
    expect(
      indicators(`效益指标 (20分)|经济效益指标|节约成本|降低||已降低|5|5|
|社会效益指标|减少投诉|下降||下降|5|5|
||满意度指标 (10分)|服务对象满意度指标|群众满意率|≥ 90%|≥ 90%|5|5
|企业满意率|≥ 95%||≥ 96%|5|5||`),
    ).toEqual([
      ['效益指标', '经济效益指标', '节约成本', '降低', '已降低', '5', '5'],
      ['效益指标', '社会效益指标', '减少投诉', '下降', '下降', '5', '5'],
      ['满意度指标', '服务对象满意度指标', '群众满意率', '≥ 90%', '≥ 90%', '5', '5'],
      ['满意度指标', '服务对象满意度指标', '企业满意率', '≥ 95%', '≥ 96%', '5', '5'],
    ]);
  });

  it('joins the name of a level that is split over two cells', () => {
    expect(
      indicators('|满意度指标|服务对象|主管部门|90%|90%|3|3|\n||满意度指标|群众|90%|85%|4|3|').map((row) => row[1]),
    ).toEqual(['服务对象满意度指标', '服务对象满意度指标']);
  });

  it('does not take what was achieved for points where the score is missing', () => {
    expect(indicators('|产出指标|数量指标|座数|3|2|5||')).toEqual([
      ['产出指标', '数量指标', '座数', '3', '2', '5', null],
    ]);
  });
});

describe('a self-evaluation of the whole expenditure', () => {
  const overall = (unit: string, kinds: string) =>
    readOne(
      `附件 3\n\n2024 年度部门（单位）整体支出绩效自评表\n\n${table(`市直部门预算单位（包括二级机构）名称|||${unit}|||||
年度预算申请 （万元）|||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额||700|800|790.5|10|98.81%|9.88
${kinds}
|其他资金：|||||||
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
|产出指标|数量指标|整治长度|12 公里|12 公里|90|88|
|总分|||||100|97.88|`)}`,
    );
  const KINDS = `|按收入性质分：||||按支出性质分：|||
|其中：一般公共预算：700||||其中：基本支出：500|||
|政府性基金拨款：100||||项目支出：290.5|||`;

  it('is the own unit of a department that it names, never the department', () => {
    expect(new Set(overall('湖滨市水务局', KINDS).figures.map((figure) => figure.department_id))).toEqual(
      new Set(['lakeside-water-headquarters']),
    );
    expect(overall('湖滨市河道管理所', KINDS).figures[0]!.department_id).toBe('lakeside-water-rivers');
  });

  it('reads the amounts inside words, as the amount of the year that they add up to', () => {
    const kinds = overall('湖滨市水务局', KINDS).figures.filter(({ parent_code }) => parent_code !== null);
    expect(
      kinds.map(({ side, row_code, column_key, fund, amount }) => [side, row_code, column_key, fund, amount]),
    ).toEqual([
      ['revenue', 'general_public_appropriation', 'revised_budget', 'general_public', '700'],
      ['revenue', 'government_fund_appropriation', 'revised_budget', 'government_fund', '100'],
      ['expenditure', 'basic', 'actual', 'all', '500'],
      ['expenditure', 'project', 'actual', 'all', '290.5'],
    ]);
  });

  it('does not guess what parts are that add up to none of the amounts', () => {
    const kinds = overall('湖滨市水务局', KINDS.replace('290.5', '290.4')).figures;
    expect(kinds.find(({ row_code }) => row_code === 'project')).toMatchObject({
      column_key: 'budget',
      budget_kind: 'unlabelled',
    });
  });

  it('keeps the total score and leaves nothing out', () => {
    const reading = overall('湖滨市水务局', KINDS);
    const score = reading.figures.filter(({ row_code }) => row_code === 'total_score');
    expect(score.map(({ column_key, amount }) => [column_key, amount])).toEqual([
      ['weight', '100'],
      ['score', '97.88'],
    ]);
    expect(reading.unplaced).toEqual([]);
    expect(reading.indicators[0]).toMatchObject({ project_name: null, annex: '附件3', score: '88' });
  });
});
