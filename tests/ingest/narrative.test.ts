import { describe, expect, it } from 'vitest';
import { read, sectionOf, told, CONTEXT } from './narrative-part.ts';
import { readNarrative } from '../../src/ingest/narrative.ts';

const TOTAL = '收入支出决算总体情况说明';
const REVENUE = '收入决算情况说明';
const EXPENDITURE = '支出决算情况说明';
const GENERAL = '一般公共预算财政拨款支出决算情况说明';
const BASIC = '一般公共预算财政拨款基本支出决算情况说明';
const THREE = '财政拨款“三公”经费支出决算情况说明';

describe('the change against last year', () => {
  it("is negative for a decrease and belongs to the section's measure", () => {
    const { claims } = read(TOTAL, '2024年度收、支总计 812.40 万元。与上年相比，减少 35.6 万元，降低 4.2%。');
    expect(told(claims)).toEqual([
      'amount actual 812.4万元 of total',
      'change -35.6万元 of total against prior_actual',
      'change_pct -4.2% of total against prior_actual',
    ]);
    expect(claims.map((claim) => claim.direction)).toEqual([null, 'decrease', 'decrease']);
    expect(claims.map((claim) => claim.fund)).toEqual(['all', 'all', 'all']);
    expect(new Set(claims.map((claim) => claim.sentence)).size).toBe(1);
  });

  it.each([
    ['比上年增加 1.5 万元', '1.5', 'prior_actual'],
    ['较上年决算数减少 1.5 万元', '-1.5', 'prior_actual'],
    ['比2023年度下降 1.5 万元', '-1.5', 'prior_actual'],
    ['与2023年相比，收、支总计各增加 1.5 万元', '1.5', 'prior_actual'],
    ['同比增长 1.5 万元', '1.5', 'prior_actual'],
    ['较上一年度减少1.5万元', '-1.5', 'prior_actual'],
    ['比上年多 1.5 万元', '1.5', 'prior_actual'],
    ['比上年增加（减少）-1.5 万元', '-1.5', 'prior_actual'],
    ['比上年增减额为 -1.5 万元', '-1.5', 'prior_actual'],
    ['比上年减少 -1.5 万元', '-1.5', 'prior_actual'],
    ['比年初预算减少 1.5 万元', '-1.5', 'initial_budget'],
    ['较调整预算数增加 1.5 万元', '1.5', 'revised_budget'],
    ['比2023年预算增加 1.5 万元', '1.5', 'prior_initial_budget'],
  ])('is understood as "%s"', (words, value, base) => {
    const { claims } = read(TOTAL, `2024年度收入支出总计 812.40 万元，${words}。`);
    expect(claims[1]).toMatchObject({ kind: 'change', measure: 'total', stated_value: value, base });
  });

  it('is 0 and flat for 持平 against last year, and nothing for 基本持平', () => {
    const flat = read(TOTAL, '本年收入支出总计 8.00 万元。与2023年度相比，收入支出总计持平。');
    expect(flat.claims[1]).toMatchObject({ kind: 'change', stated_value: '0', direction: 'flat', stated_text: '持平' });
    expect(flat.numbers_seen).toBe(2);
    const nearly = read(TOTAL, '本年收入支出总计 8.00 万元。与2023年度相比，收入支出总计基本持平。');
    expect(nearly.claims).toHaveLength(1);
  });

  it('takes its sign from the amount where a template kept both words', () => {
    const { claims } = read(THREE, '“三公”经费支出决算数比 2023 年度减少 0.15 万元，下降（增长）27.78%。');
    expect(claims[1]).toMatchObject({ kind: 'change_pct', stated_value: '-27.78', direction: 'decrease' });
  });

  it('reads a rate that lost its percent sign', () => {
    const { claims } = read(TOTAL, '本年收入支出总计 90.00 万元，比上年增加 10.00 万元，增长 12.5。');
    expect(claims[2]).toMatchObject({ kind: 'change_pct', stated_value: '12.5', unit: '%', half_width: '0.05' });
  });

  it('goes back to the whole after its parts were listed', () => {
    const { claims } = read(
      EXPENDITURE,
      '本年支出合计 10 万元，其中：基本支出 6 万元，占 60%；项目支出 4 万元，占 40%。与上年相比，减少 2 万元。',
    );
    expect(told(claims).at(-1)).toBe('change -2万元 of expenditure against prior_actual');
  });

  it('is a detail with a subject of its own inside the reasons', () => {
    const { claims } = read(
      TOTAL,
      '2024年度收、支总计 812.40 万元。与上年相比，减少 35.6 万元，主要是因为退休 3 人；公用经费减少 9.27 万元；未拨付库房建设款 20 万元。',
    );
    expect(told(claims).slice(1)).toEqual([
      'change -35.6万元 of total against prior_actual',
      'count 3人 of 退休 (detail)',
      'change -9.27万元 of operating against prior_actual (detail)',
      'amount other 20万元 of 未拨付库房建设款 (detail)',
    ]);
  });

  it('takes the subject that the clause before announces', () => {
    const { claims } = read(
      TOTAL,
      '收入支出总计增加 5.00 万元。主要原因：项目支出增加，较上年增加 7.10 万元，主要由于装修。',
    );
    expect(told(claims)[1]).toBe('change 7.1万元 of project against prior_actual (detail)');
  });
});

describe('shares', () => {
  it("are of the section's whole where none is named", () => {
    const { claims } = read(
      REVENUE,
      '本年收入合计 20 万元，其中：财政拨款收入 15 万元，占75%；其他收入 5 万元，占 25.00%。',
    );
    expect(told(claims)).toEqual([
      'amount actual 20万元 of revenue',
      'amount actual 15万元 of fiscal_appropriation',
      'share_pct 75% of fiscal_appropriation against revenue',
      'amount actual 5万元 of other_revenue',
      'share_pct 25% of other_revenue against revenue',
    ]);
    expect(claims[2]!.half_width).toBe('0.5');
    expect(claims[4]!.half_width).toBe('0.005');
  });

  it('keep the whole that the text names, measure or name', () => {
    const { claims } = read(
      '政府采购支出说明',
      '政府采购支出总额 80 万元，其中：政府采购货物支出 80 万元、政府采购工程支出 0 万元、政府采购服务支出 0 万元。授予中小企业合同金额 60 万元，占政府采购支出总额的 75%，其中：授予小微企业合同金额 6 万元，占授予中小企业合同金额的 10%。货物采购授予中小企业合同金额占货物支出金额的 75%。',
    );
    expect(told(claims)).toEqual([
      'amount actual 80万元 of procurement',
      'amount actual 80万元 of procurement_goods',
      'amount actual 0万元 of procurement_works',
      'amount actual 0万元 of procurement_services',
      'amount other 60万元 of 授予中小企业合同金额',
      'share_pct 75% of 授予中小企业合同金额 against procurement',
      'amount other 6万元 of 授予小微企业合同金额',
      'share_pct 10% of 授予小微企业合同金额 against 授予中小企业合同金额',
      'share_pct 75% of 货物采购授予中小企业合同金额 against procurement_goods',
    ]);
  });

  it('survive a list of what the money was for', () => {
    const { claims } = read(
      BASIC,
      '一般公共预算财政拨款基本支出 50 万元。其中：人员经费 40 万元，主要包括：基本工资、医疗费；公用经费 10 万元，占基本支出的20%，主要包括办公费。',
    );
    expect(told(claims)).toEqual([
      'amount actual 50万元 of basic',
      'amount actual 40万元 of personnel',
      'amount actual 10万元 of operating',
      'share_pct 20% of operating against basic',
    ]);
    expect(claims.every((claim) => claim.fund === 'general_public')).toBe(true);
  });
});

describe('the items of the expenditure', () => {
  const ITEMS = [
    '（三）一般公共预算财政拨款支出决算具体情况',
    '2024 年度财政拨款支出年初预算数为 500.00 万元，支出决算数为 550.5 万元，完成年初预算的 110.1%，其中：',
    '1、社会保障和就业（类）行政事业单位养老（款）机关事',
    '',
    '业单位基本养老保险缴费（项）。',
    '年初预算为 3 0.72 万元，支出决算为 28.02 万元，完成年初预算',
    '',
    '的 91.21%，决算数小于年初预算数的主要原因是：年中增加 11 名退休人员。',
    '2、节能环保支出（类）环境保护管理事务（款）行政运行（项）。',
    '年初预算为 0 万元，支出决算为 9.17 万元，决算数大于年初预算数的主要原因是：年中追加“三线一单”专项。',
  ].join('\n');
  const { claims } = read(GENERAL, ITEMS);

  it('state the total with their own code', () => {
    expect(told(claims.slice(0, 3))).toEqual([
      'amount initial_budget 500万元 of general_public_expenditure',
      'amount actual 550.5万元 of general_public_expenditure',
      'execution_pct 110.1% of general_public_expenditure against initial_budget',
    ]);
    expect(claims.slice(0, 3).every((claim) => claim.subject_code === 'total')).toBe(true);
  });

  it('are found across page breaks inside words and numbers, each number on its line', () => {
    const item = claims.filter((claim) => claim.place.row === '第1项');
    expect(told(item)).toEqual([
      'amount initial_budget 30.72万元 of 2080505',
      'amount actual 28.02万元 of 2080505 against initial_budget',
      'execution_pct 91.21% of 2080505 against initial_budget',
      'count 11名 of 退休人员 (detail)',
    ]);
    expect(item[0]!.subject).toBe('社会保障和就业（类）行政事业单位养老（款）机关事业单位基本养老保险缴费（项）');
    expect(item.map((claim) => claim.place.line)).toEqual([6, 6, 8, 8]);
  });

  it('tell whether the actual is above or below the budget as the text says', () => {
    expect(claims.filter((c) => c.place.row === '第1项').map((c) => c.direction)).toEqual([
      null,
      'decrease',
      'decrease',
      'increase',
    ]);
    expect(claims.filter((c) => c.place.row === '第2项').map((c) => c.direction)).toEqual([null, 'increase']);
  });

  it('tell what the actual is said to be above or below: the budget named or stated last, or last year', () => {
    const standing = (text: string) =>
      read(GENERAL, `一般公共服务（类）财政事务（款）行政运行（项）${text}`).claims.map((c) =>
        [c.kind, c.direction, c.base].join(' '),
      );
    expect(standing('年初预算为 0 万元，支出决算为 2 万元，决算数大于年初预算数的主要原因是：追加。')).toEqual([
      'amount  ',
      'amount increase initial_budget',
    ]);
    expect(standing('全年预算为 5 万元，支出决算为 2 万元。决算数小于预算数的主要原因是：节约。')).toEqual([
      'amount  ',
      'amount decrease revised_budget',
    ]);
    // What stands against last year does not push out what stands against the budget.
    expect(
      standing(
        '预算为 4 万元，支出决算为 3 万元，完成预算的 75%；与上年相比增加 1 万元。决算数小于预算数的主要原因是节约。决算数大于上年数的主要原因是维修。',
      ),
    ).toEqual([
      'amount  ',
      'amount increase prior_actual',
      'execution_pct decrease budget',
      'change increase prior_actual',
    ]);
    expect(standing('预算为 4 万元，支出决算为 3 万元。决算数小于预算数。决算数大于 2023 年度决算数。')).toEqual([
      'amount  ',
      'amount decrease budget',
    ]);
  });

  it.each([
    ['一般公共服务（类）财政事务（款）行政运行（项）', '2010601'],
    ['节能环保支出（类）环境保护管理事务（款）行政运行（项）', '2110101'],
    // A 款 that the document misnames, and one character too many.
    ['住房保障支出（类）住房保障支出（款）住房公积金（项）', '2210201'],
    ['社会保障和就业（类）行政事业单位养老（款）机关事业单位职业年金的缴费（项）', '2080506'],
    ['节能环保（类）污染防治（款）大 气（项）', '2110301'],
    ['节能环保（类）污染防治（款）水体（项）', null],
    ['教育支出（类）财政事务（款）', '20106'],
  ])('find the code of %s', (name, code) => {
    const { claims } = read(GENERAL, `1.${name}。年初预算为 1 万元，支出决算为 2 万元。`);
    expect(claims.map((claim) => claim.subject_code)).toEqual([code, code]);
  });

  it('may stand in one sentence, without numbers, in budgets of another kind', () => {
    const { claims } = read(
      GENERAL,
      '一般公共服务支出（类）财政事务（款）事业运行（项）全年预算为 17.68 万元，支出决算为 11.31 万元，完成全年预算数的 63.97%。决算数小于全年预算数的主要原因：人员变动。',
    );
    expect(told(claims)).toEqual([
      'amount revised_budget 17.68万元 of 2010650',
      'amount actual 11.31万元 of 2010650 against revised_budget',
      'execution_pct 63.97% of 2010650 against revised_budget',
    ]);
    expect(claims[2]!.direction).toBe('decrease');
  });

  it('carry the code of their 类 in the structure, with or without its mark', () => {
    const { claims } = read(
      GENERAL,
      '（二）一般公共预算财政拨款支出决算结构情况\n2024年度财政拨款支出 60 万元，主要用于以下方面：一般公共服务（类）支出 45 万元，占 75%；节能环保支出 15 万元，占25%。',
    );
    expect(told(claims)).toEqual([
      'amount actual 60万元 of general_public_expenditure',
      'amount actual 45万元 of 201',
      'share_pct 75% of 201 against general_public_expenditure',
      'amount actual 15万元 of 211',
      'share_pct 25% of 211 against general_public_expenditure',
    ]);
  });
});

describe('the three public expenses', () => {
  it('state an unlabelled budget, the actual, the rate and the change of the whole and each part', () => {
    const { claims, unplaced } = read(
      THREE,
      [
        '（一）“三公”经费财政拨款支出决算总体情况说明',
        '2024 年度“三公”经费财政拨款支出预算为 9.5 万元，支出决算为 8.07 万元，完成预算的 84.9%；与上年相比减少 2.37 万元，下降 22.7%。决算数小于预算数的主要原因是厉行节约。',
        '（二）“三公”经费财政拨款支出决算具体情况说明',
        '1. 因公出国（境）费支出预算为 0 万元，支出决算为 0 万元。',
        '2. 公务用车购置费及运行维护费支出预算为 8 万元，支出决算为 7.42 万元；与上年相比增加 0.44 万元。其中：',
        '公务用车购置费支出预算为 0 万元，支出决算为 0 万元，更新公务用车 0 辆。',
        '公务用车运行维护费支出预算为 8 万元，支出决算为 7.42 万元，主要是燃油、维修等开支，完成预算的 92.8%。截止 2024 年 12 月 31 日，我单位开支财政拨款的公务用车保有量为 6 辆。',
        '3. 公务接待费支出预算为 1.5 万元，支出决算为 0.65 万元。2024 年度共接待来访团组 2 个、来宾 13 人次，主要是检查。',
      ].join('\n'),
    );
    expect(unplaced).toEqual([]);
    expect(told(claims)).toEqual([
      'amount budget 9.5万元 of three_public',
      'amount actual 8.07万元 of three_public against budget',
      'execution_pct 84.9% of three_public against budget',
      'change -2.37万元 of three_public against prior_actual',
      'change_pct -22.7% of three_public against prior_actual',
      'amount budget 0万元 of overseas',
      'amount actual 0万元 of overseas',
      'amount budget 8万元 of vehicles',
      'amount actual 7.42万元 of vehicles',
      'change 0.44万元 of vehicles against prior_actual',
      'amount budget 0万元 of vehicle_purchase',
      'amount actual 0万元 of vehicle_purchase',
      'count 0辆 of vehicles_bought',
      'amount budget 8万元 of vehicle_operation',
      'amount actual 7.42万元 of vehicle_operation',
      'execution_pct 92.8% of vehicle_operation against budget',
      'count 6辆 of vehicles_kept',
      'amount budget 1.5万元 of reception',
      'amount actual 0.65万元 of reception',
      'count 2个 of reception_batches',
      'count 13人次 of reception_people',
    ]);
    expect(claims.every((claim) => claim.fund === 'fiscal')).toBe(true);
  });

  it('say of whom a later sentence speaks', () => {
    const { claims } = read(
      THREE,
      '“三公”经费财政拨款支出年初预算为 2 万元，支出决算为 1 万元，完成预算的 50%，其中：公务接待费支出决算为 1 万元，完成预算的100%。2024 年度“三公”经费支出决算数小于预算数的主要原因：节约。',
    );
    expect(claims.map((claim) => [claim.measure, claim.kind, claim.direction])).toEqual([
      ['three_public', 'amount', null],
      ['three_public', 'amount', 'decrease'],
      ['three_public', 'execution_pct', 'decrease'],
      ['reception', 'amount', null],
      ['reception', 'execution_pct', null],
    ]);
    // 完成预算 in a sentence that stated the initial budget is against that budget.
    expect(claims[2]!.base).toBe('initial_budget');
  });
});

describe('numbers and units', () => {
  it('are in 万元 to the cent whatever unit a sentence uses', () => {
    const { claims } = read(
      TOTAL,
      '本年收入支出总计 12,345,678.90 元，其中：基本支出 1.25 亿元，项目支出 0.39 万（含尾款 0.10 万元）。',
    );
    expect(claims.map((claim) => [claim.stated_value, claim.unit, claim.half_width])).toEqual([
      ['1234.56789', '万元', '0.0000005'],
      ['12500', '万元', '50'],
      ['0.39', '万元', '0.005'],
      ['0.1', '万元', '0.005'],
    ]);
  });

  it('stand for the precision of the document, and for more decimals only where they were published', () => {
    const { claims } = read('一般性支出情况说明', '会议费 0.472 万元，培训费 4566 万元，差旅费 698.5 万元。');
    expect(claims.map((claim) => claim.half_width)).toEqual(['0.0005', '0.005', '0.005']);
    expect(claims.map((claim) => claim.measure)).toEqual(['conference', 'training', null]);
  });

  it('keep more digits than a float has', () => {
    const { claims } = read(TOTAL, '本年收入支出总计 12345678901234567.89 万元。');
    expect(claims[0]!.stated_value).toBe('12345678901234567.89');
  });

  it('are not dates, ordinals, names, titles or limits', () => {
    const reading = read(
      '关于国有资产占用情况说明',
      '截至 2024 年 12 月 31 日，根据《关于 10 条措施的通知》（财预〔2023〕15号）、附件2 第3 款和“12345”热线，2022-2024年 PM2.5 连续 3 年改善，单位共有车辆 5 辆；单位价值 100 万元（含）以上设备（不含车辆）0 台（套）。',
    );
    expect(told(reading.claims)).toEqual([
      'count 5辆 of vehicles_kept',
      'count 0台（套） of 单位价值100万元（含）以上设备（不含车辆）',
    ]);
    expect(reading.unplaced).toEqual([]);
  });

  it('are listed with a reason where they state nothing exact', () => {
    const reading = read(
      '预算绩效情况说明',
      '解决问题 400 余个，罚款 1211 万余元，占比提高 2.5 个百分点，优良率 87.2%，装机 240 万千瓦，合计 77，约 21 条。\n结余 1,23 万元。',
    );
    expect(reading.claims).toEqual([]);
    expect(reading.unplaced.map(({ text, line }) => [text, line])).toEqual([
      ['400', 1],
      ['1211', 1],
      ['2.5', 1],
      ['87.2%', 1],
      ['240', 1],
      ['77', 1],
      ['21条', 1],
      ['1,23万元', 2],
    ]);
    expect(reading.unplaced.every(({ reason }) => reason !== '')).toBe(true);
    expect(reading.numbers_seen).toBe(8);
  });
});

describe('sections', () => {
  it('are told by their words wherever they stand', () => {
    const { claims } = read(
      '其他重要事项的情况说明',
      '（一）机关运行经费支出情况\n机关运行经费支出 8.65 万元，比 2023 年度增加 2.55 万元，增长 41.8%。\n（二）政府采购支出情况\n湖滨市档案局2024年度政府采购金额（以合同签订为准）为 25.25 万元，其中：货物采购金额 4.79 万元、工程采购金额0万元、服务采购金额20.46万元。',
    );
    expect(told(claims)).toEqual([
      'amount actual 8.65万元 of agency_operation',
      'change 2.55万元 of agency_operation against prior_actual',
      'change_pct 41.8% of agency_operation against prior_actual',
      'amount actual 25.25万元 of procurement',
      'amount actual 4.79万元 of procurement_goods',
      'amount actual 0万元 of procurement_works',
      'amount actual 20.46万元 of procurement_services',
    ]);
  });

  it('of a budget state initial budgets', () => {
    const { claims } = read(
      '“三公”经费预算情况说明',
      '2025年“三公”经费预算数为 37.91 万元，比2024年预算减少 10 万元。其中：\n（一）因公出国（境）费 0 万元，比2024年预算持平。',
      { fiscal_year: 2025 },
    );
    expect(told(claims)).toEqual([
      'amount initial_budget 37.91万元 of three_public',
      'change -10万元 of three_public against prior_initial_budget',
      'amount initial_budget 0万元 of overseas',
      'change 0万元 of overseas against prior_initial_budget',
    ]);
  });

  it('of performance keep projects, money and scores', () => {
    const { claims } = read(
      '关于 2024 年度预算绩效情况的说明',
      '（一）绩效评价工作开展情况。涉及项目 9 个，共涉及资金 16.37 万元。其中，一般公共预算项目 9 个 16.37 万元（含部门决算项目支出 10.11 万元），占一般公共预算支出总额的 100%。\n（二）绩效评价结果。2024 年度本部门（单位）整体支出全年预算数 29.26 万元，执行数 35.11 万元，完成预算的 120%，绩效自评得分 95.33 分，评价等级为“优”。',
    );
    expect(told(claims)).toEqual([
      'count 9个 of 涉及项目',
      'amount other 16.37万元 of 涉及资金',
      'count 9个 of 一般公共预算项目',
      'amount other 16.37万元 of 一般公共预算项目',
      'amount actual 10.11万元 of project (detail)',
      'share_pct 100% of 一般公共预算项目 against general_public_expenditure',
      'amount revised_budget 29.26万元 of expenditure',
      'amount actual 35.11万元 of expenditure',
      'execution_pct 120% of expenditure against revised_budget',
      'count 95.33分 of 绩效自评得分',
    ]);
  });

  it('keep the people of each meeting as details under its name', () => {
    const { claims } = read(
      '一般性支出情况说明',
      '本部门开支会议费 0.47 万元，用于召开档案开放会议，人数 35 人，内容为部署工作；年鉴座谈会，人数 13 人。\n开支培训费 5.97 万元，用于开展修复培训，人数 59 人，内容为讲课，经费支出为 1.52 万元。',
    );
    expect(told(claims)).toEqual([
      'amount actual 0.47万元 of conference',
      'count 35人 of 档案开放会议 (detail)',
      'count 13人 of 年鉴座谈会 (detail)',
      'amount actual 5.97万元 of training',
      'count 59人 of 修复培训 (detail)',
      'amount actual 1.52万元 of 修复培训 (detail)',
    ]);
  });

  it('know an amount of last year for what it is', () => {
    const { claims } = read(THREE, '2024年“三公”经费支出决算为 8.07 万元，2023年“三公”经费支出决算为 9.10 万元。');
    expect(told(claims)).toEqual([
      'amount actual 8.07万元 of three_public',
      'amount prior_actual 9.1万元 of three_public',
    ]);
  });

  it('keep their topic under headings that only divide them', () => {
    const { claims } = read(
      GENERAL,
      '（二）支出决算结构情况。\n2024年度一般公共预算财政拨款支出 20 万元，主要用于以下方面：教育（类）支出 20 万元，占 100%。',
    );
    expect(claims.map((claim) => claim.fund)).toEqual(['general_public', 'general_public', 'general_public']);
  });

  it('of another fund keep its carry-over and spending apart', () => {
    const { claims } = read(
      '政府性基金预算财政拨款收入支出决算情况说明',
      '政府性基金预算财政拨款年初结转和结余 1 万元，本年收入 2 万元，本年支出 3 万元，年末结转和结余 0 万元。',
    );
    expect(claims.map((claim) => [claim.measure, claim.fund])).toEqual([
      ['opening_carryover', 'government_fund'],
      ['revenue', 'government_fund'],
      ['expenditure', 'government_fund'],
      ['closing_carryover', 'government_fund'],
    ]);
  });

  it('do not take the money of guests for the whole', () => {
    const { claims } = read(
      THREE,
      '国内公务接待 20 批次，接待人数 150 人（其中：外事接待 2 批次，接待人数 9 人），支出 3 万元。',
    );
    expect(told(claims)).toEqual([
      'count 20批次 of reception_batches',
      'count 150人 of reception_people',
      'count 2批次 of 外事接待 (detail)',
      'count 9人 of 外事接待人数 (detail)',
      'amount actual 3万元 of 国内公务接待',
    ]);
  });

  it('hand the budget of the whole on to the parts listed in the next sentence', () => {
    const { claims } = read(
      THREE,
      '“三公”经费支出全年预算为 4 万元，支出决算为 3 万元。其中，公务接待费支出决算 3 万元，完成预算的 75%。',
    );
    expect(told(claims).at(-1)).toBe('execution_pct 75% of reception against revised_budget');
  });

  it('without numbers state nothing', () => {
    const reading = read(
      '政府性基金预算收入支出决算情况',
      '本单位没有政府性基金预算收入，也没有使用政府性基金预算安排的支出。',
    );
    expect(reading).toMatchObject({ claims: [], unplaced: [], numbers_seen: 0, rows: 0 });
  });
});

describe('places', () => {
  it('name section, row, column, line and page', () => {
    const part = sectionOf(TOTAL, '一、收入支出决算总体情况说明\n\n收入支出总计 8 万元，比上年减少 1\n\n2.5 万元。', 7);
    const { claims } = readNarrative(part, CONTEXT);
    expect(claims.map((claim) => claim.place)).toEqual([
      { section: TOTAL, row: '收入支出总计', column: '决算数', line: 3, page: 7 },
      { section: TOTAL, row: '收入支出总计', column: '比上年增减额', line: 3, page: 7 },
    ]);
    expect(claims[1]!.stated_value).toBe('-12.5');
    expect(claims[1]!.stated_text).toBe('减少12.5万元');
  });

  it('leave page numbers out of the text', () => {
    const dashed = read(TOTAL, '收入支出总计 8 万元，比上年\n\n— 12 —\n\n减少 1.5 万元。');
    expect(told(dashed.claims)).toEqual([
      'amount actual 8万元 of total',
      'change -1.5万元 of total against prior_actual',
    ]);
    const bare = read(TOTAL, '收入支出总计 8 万元，比上年\n\n12\n\n减少 1.5 万元。');
    expect(told(bare.claims)).toEqual(told(dashed.claims));
    expect(bare.unplaced.map(({ text }) => text)).toEqual(['12']);
  });

  it('give every sentence a number of its own in reading order', () => {
    const { claims } = read(TOTAL, '收入支出总计 8 万元。基本支出 5 万元。\n项目支出 3 万元。');
    const numbers = claims.map((claim) => claim.sentence);
    expect(new Set(numbers).size).toBe(3);
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
  });
});
