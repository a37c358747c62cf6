import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/ingest/disclosure.ts';
import { readOne, readText, table } from './annex-parts.ts';

const REPORT = '2024 年度湖滨市水务局整体支出 绩效自评报告\n\n';
const report = (text: string) => readOne(REPORT + text);
/** Claims in one line each. */
const told = (claims: readonly Claim[]) =>
  claims.map(
    ({ subject, measure, column_key, kind, stated_value, unit, is_detail }) =>
      `${measure ?? subject} ${column_key ?? kind} ${stated_value}${unit}${is_detail ? ' (detail)' : ''}`,
  );

describe('a self-evaluation report in prose', () => {
  it('reads staff and keeps the groups beside it as details', () => {
    expect(
      told(report('共有编制人数 80 人，实有人数 64 人（其中：提前离岗人员 1 人）、退休人员 30 人。').claims),
    ).toEqual([
      'staff_quota count 80人',
      'staff count 64人',
      '提前离岗人员 count 1人 (detail)',
      '退休人员 count 30人 (detail)',
    ]);
  });

  it('reads what the unit as a whole was given and spent, a label without 万元 included', () => {
    const claims = report(`二、一般公共预算支出情况

（一）基本支出情况

2024 年预算收入 800 万元，其中年初预算 700.5，调整追加 99.5 万元。

2024 年支出 790.5 万元，其中基本支出 500 万元，项目支出 290.5 万元。

2024 年“三公经费”支出 15.25 万元，其中：公务用车购置及运行维护费 14 万元（公务用车购置费 0 万元）；公务接待费 1.25 万元；出国（境）费用 0 万元。`).claims;
    expect(told(claims)).toEqual([
      'revenue revised_budget 800万元',
      'revenue initial_budget 700.5万元',
      'revenue adjustment 99.5万元',
      'expenditure actual 790.5万元',
      'basic actual 500万元',
      'project actual 290.5万元',
      'three_public actual 15.25万元',
      'vehicles actual 14万元',
      'vehicle_purchase actual 0万元',
      'reception actual 1.25万元',
      'overseas actual 0万元',
    ]);
    expect(new Set(claims.map(({ department_id, fund }) => `${department_id} ${fund}`))).toEqual(
      new Set(['lakeside-water-headquarters general_public']),
    );
  });

  it('reads budget, adjustment and spending of a project under its heading', () => {
    const claims = report(`（三）项目支出绩效情况

1. 河道整治专项经费

年初预算 540 万元，年中执行调增（减）0 万元，实际支出 522.5 万元（其中：机关支出 461.5 万元，转移支付 61 万元），结余结转 17.5 万元。

2. “公共专项”年初预算 540 万元，年中执行调减 343.52 万元，实际支出 196.48 万元。`).claims;
    expect(told(claims)).toEqual([
      '河道整治专项经费 initial_budget 540万元',
      '河道整治专项经费 adjustment 0万元',
      '河道整治专项经费 actual 522.5万元',
      '机关 actual 461.5万元 (detail)',
      '转移支付 actual 61万元 (detail)',
      '河道整治专项经费 other 17.5万元 (detail)',
      '“公共专项” initial_budget 540万元',
      '“公共专项” adjustment -343.52万元',
      '“公共专项” actual 196.48万元',
    ]);
    expect(claims.map(({ direction }) => direction).filter((direction) => direction !== null)).toEqual(['decrease']);
    expect(claims.every(({ measure }) => measure === null)).toBe(true);
  });

  it('tells contract values and other years from what was spent this year', () => {
    expect(
      told(
        report(
          '（三）项目支出绩效情况\n\n1. 排口排查项目\n\n项目合同金额 96.585 万元，2023 年已支付 16.585 万元，2024 年度支付 80 万元。',
        ).claims,
      ),
    ).toEqual([
      '排口排查项目 other 96.585万元 (detail)',
      '排口排查项目 other 16.585万元 (detail)',
      '排口排查项目 actual 80万元',
    ]);
  });

  it('takes the amount of a heading for the heading, also where its unit is missing or stands on the next line', () => {
    expect(
      told(
        report(
          '（三）项目支出绩效情况\n\n（1）监测专项 29.95 万元，主要用于以下项目。\n\n（2）4.2 版本升级项目 110.77\n\n①三套系统运维项目\n\n20.51 万元\n\n②风险评估 108.57 万（2022 年结转资金）',
        ).claims,
      ),
    ).toEqual([
      '监测专项 other 29.95万元',
      '4.2版本升级项目 other 110.77万元',
      '三套系统运维项目 other 20.51万元',
      '风险评估 other 108.57万元',
    ]);
  });

  it('reads a sentence that a page cut and gives each number its own line', () => {
    const { claims } = report(
      '（三）项目支出绩效情况\n\n①平台运行维护项目\n\n该项目由市级财政安排经费，合同经核定之后于本年度分两次付清，2024\n\n年支付 2.42 万元。',
    );
    expect(told(claims)).toEqual(['平台运行维护项目 actual 2.42万元']);
    expect(claims[0]!.place).toMatchObject({
      line: 9,
      section: '2024年度湖滨市水务局整体支出绩效自评报告 › 项目支出绩效情况 › 平台运行维护项目',
    });
  });

  it('counts no achievements: cases, people, percentages of things and unit prices are no amounts of account', () => {
    expect(
      report(
        '6. 群众举报 2650 件，同比下降 22.8%，拆解 57.5 万台，累计 138.7 万人次，“三同时”执行率 100%，PM2.5 浓度 36 微克/立方米，住宿按 240 元/间报销。',
      ).numbers_seen,
    ).toBe(0);
  });

  it('lists an amount that the text calls rough instead of taking it for exact', () => {
    const reading = report('立案 267 起，罚款金额 1211 万余元，投入300多万元。');
    expect(reading.claims).toEqual([]);
    expect(reading.unplaced.map(({ text, line }) => [text, line])).toEqual([
      ['1211 万余元', 3],
      ['300多万元', 3],
    ]);
  });

  it('converts 亿元 and 元, with the uncertainty of each', () => {
    const { claims } = report(
      '2024 年中央资金共下达 3.2621 亿元，支出 0.7491 亿元，执行率仅为 23%。发放奖金 8800 元。',
    );
    expect(claims.map(({ stated_value, half_width, kind }) => [stated_value, half_width, kind])).toEqual([
      ['32621', '0.5', 'amount'],
      ['7491', '0.5', 'amount'],
      ['23', '0.5', 'execution_pct'],
      ['0.88', '0.00005', 'amount'],
    ]);
  });

  it('gives the claims of one sentence one number and those of another line a different one', () => {
    const { claims } = report('2024 年支出 3 万元，其中基本支出 1 万元。项目支出 2 万元。\n\n2024 年支出 3 万元。');
    const [first, second, third, fourth] = claims.map(({ sentence }) => sentence);
    expect(first).toBe(second);
    expect(new Set([second, third, fourth]).size).toBe(3);
  });

  it('gives a table of base data to the unit that the report before it names', () => {
    const base = `2024 年度部门（单位）整体支出绩效评价基础数据表\n\n${table('经费控制情况（万元）|2023 年决算数|2024 年决算数\n三公经费|2|1')}`;
    const readings = readText(
      `${REPORT}2024 年支出 3 万元。\n附件 1\n\n${base}\n2024 年度湖滨市河道管理所整体支出绩效自评报告\n\n2024 年支出 2 万元。\n附件 1\n\n${base}`,
    );
    expect(readings.map(({ figures, claims }) => (figures[0] ?? claims[0])!.department_id)).toEqual([
      'lakeside-water-headquarters',
      'lakeside-water-headquarters',
      'lakeside-water-rivers',
      'lakeside-water-rivers',
    ]);
  });
});
