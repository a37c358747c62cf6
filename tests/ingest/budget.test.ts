import { describe, expect, it } from 'vitest';
import type { Disclosure, Figure } from '../../src/ingest/disclosure.ts';
import { recogniseText } from './recognise-text.ts';

/** Tables of a budget in the national form: 万元, codes in one column, last year beside this year. */
const NATIONAL = `青川市档案馆
2024年部门预算

第一部分 概况
第二部分 2024年部门预算表

部门收支总表
单位：万元
收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、一般公共预算拨款收入\t100.00\t一、一般公共服务支出\t90.00
二、政府性基金预算拨款收入\t\t二、住房保障支出\t15.00
本年收入合计\t100.00\t本年支出合计\t105.00
上年结转\t5.00\t结转下年\t
收入总计\t105.00\t支出总计\t105.00

部门支出总表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
201\t一般公共服务支出\t90.00\t60.00\t30.00
20126\t档案事务\t90.00\t60.00\t30.00
2012604\t档案馆\t90.00\t60.00\t30.00
221\t住房保障支出\t15.00\t15.00\t
22102\t住房改革支出\t15.00\t15.00\t
2210201\t住房公积金\t15.00\t15.00\t
\t合计\t105.00\t75.00\t30.00

一般公共预算支出表
单位：万元
科目编码\t科目名称\t2023年预算数\t2023年预算执行数\t2024年预算数\t\t\t比上年预算数增减\t
\t\t\t\t小计\t基本支出\t项目支出\t增减额\t增减%
2012604\t档案馆\t80.00\t78.50\t85.00\t60.00\t25.00\t5.00\t6.25%
2210201\t住房公积金\t15.00\t15.00\t15.00\t15.00\t\t0.00\t0.00
\t合计\t95.00\t93.50\t100.00\t75.00\t25.00\t5.00\t5.26%

第三部分 2024年部门预算情况说明
一、收支总体情况
2024年收支总预算105.00万元。
二、支出情况
2024年支出预算105.00万元。
`;

/** The form of Shanghai's districts: 元, codes spelt over three columns, “三公” and 机关运行 in one row in 万元. */
const DISTRICT = `青川市2024年市级部门预算
预算主管部门：青川市档案馆

2024年部门支出预算总表
编制部门：青川市档案馆 单位：元
项目\t\t\t\t支出预算\t\t
功能分类科目编码\t\t\t功能分类科目名称\t合计\t基本支出\t项目支出
类\t款\t项\t\t\t\t
201\t\t\t一般公共服务支出\t900,001\t600,000\t300,001
201\t26\t\t档案事务\t900,001\t600,000\t300,001
201\t26\t4\t档案馆\t900,001\t600,000\t300,001
合计\t\t\t\t900,001\t600,000\t300,001

部门“三公”经费和机关运行经费预算表
单位：万元
2024年“三公”经费预算数\t\t\t\t\t\t2024年机关运行经费预算数
合计\t因公出国(境)费\t公务接待费\t公务用车购置及运行费\t\t\t
\t\t\t小计\t购置费\t运行费\t
47.91\t0\t1.35\t46.56\t25\t21.56\t443.18

其他相关情况说明
一、“三公”经费预算情况说明
2024年“三公”经费预算数为47.91万元。其中：公务接待费1.35万元。
二、机关运行经费预算
2024年机关运行经费预算为443.18万元。
`;

function find(disclosure: Disclosure, where: Partial<Figure>): Array<string | null> {
  return disclosure.figures
    .filter((figure) => Object.entries(where).every(([key, value]) => figure[key as keyof Figure] === value))
    .map(({ amount }) => amount);
}

describe('a budget in the national form', () => {
  const budget = recogniseText(NATIONAL, 'budget.txt');

  it('is known as one, of its body and year', () => {
    expect(budget).toMatchObject({ kind: 'budget', fiscal_year: 2024 });
    expect(budget.bodies[0]!.name).toBe('青川市档案馆');
    expect(budget.document_id).toMatch(/-2024-budget$/);
  });

  it('has no actual in it: every amount is an initial budget, or says what else it is', () => {
    const keys = new Set(budget.figures.map(({ column_key }) => column_key));
    expect([...keys].sort()).toEqual([
      'change',
      'change_pct',
      'execution_estimate',
      'initial_budget',
      'initial_budget_basic',
      'initial_budget_project',
    ]);
    expect(
      budget.figures.every(({ column_key, budget_kind }) => /^initial/.test(column_key) === (budget_kind !== null)),
    );
  });

  it('gives the totals and the parts of each row', () => {
    const of = (where: Partial<Figure>) => find(budget, where);
    expect(of({ statement: 'income_expenditure', row_code: 'total' })).toEqual(['105', '105']);
    expect(of({ statement: 'income_expenditure', row_code: 'opening_carryover' })).toEqual(['5']);
    expect(of({ statement: 'expenditure', row_code: 'total', column_key: 'initial_budget_basic' })).toEqual(['75']);
    expect(of({ statement: 'expenditure', row_code: '2012604', column_key: 'initial_budget_project' })).toEqual(['30']);
  });

  it("tells last year's budget and its expected outcome from this year's budget", () => {
    const row = { statement: 'general_public_expenditure', row_code: '2012604' } as const;
    expect(find(budget, { ...row, column_key: 'initial_budget', fiscal_year: 2023 })).toEqual(['80']);
    expect(find(budget, { ...row, column_key: 'execution_estimate', fiscal_year: 2023 })).toEqual(['78.5']);
    expect(find(budget, { ...row, column_key: 'initial_budget', fiscal_year: 2024 })).toEqual(['85']);
    expect(find(budget, { ...row, column_key: 'change', fiscal_year: 2024 })).toEqual(['5']);
    expect(
      budget.figures.find((figure) => figure.row_code === '2012604' && figure.column_key === 'change_pct'),
    ).toMatchObject({ amount: '6.25', unit: '%', half_width: '0.005' });
  });

  it('leaves no number of a table without a place', () => {
    expect(budget.sections.filter(({ kind }) => kind === 'statement').flatMap(({ unplaced }) => unplaced)).toEqual([]);
  });
});

describe("a budget in the form of a district's offices", () => {
  const budget = recogniseText(DISTRICT, 'district.txt');

  it('takes the body from the cover, not the region that the title names', () => {
    expect(budget.bodies[0]!.name).toBe('青川市档案馆');
  });

  it('spells codes over their columns, with the zero that a number lost', () => {
    const row = { statement: 'expenditure', row_code: '2012604' } as const;
    expect(find(budget, { ...row, column_key: 'initial_budget' })).toEqual(['90.0001']);
    expect(find(budget, { ...row, column_key: 'initial_budget_project' })).toEqual(['30.0001']);
  });

  it('reads a row of components by its headings, and 机关运行经费 beside them', () => {
    const codes = [
      'three_public',
      'overseas',
      'reception',
      'vehicles',
      'vehicle_purchase',
      'vehicle_operation',
      'agency_operation',
    ];
    expect(codes.map((row_code) => find(budget, { statement: 'three_public', row_code })[0])).toEqual([
      '47.91',
      '0',
      '1.35',
      '46.56',
      '25',
      '21.56',
      '443.18',
    ]);
  });
});
