import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline } from '../../src/ingest/outline.ts';
import type { Line } from '../../src/ingest/part.ts';
import { read, told } from './narrative-part.ts';

const lines = (text: string): Line[] =>
  text.split('\n').map((line, index) => ({ number: index + 1, page: 1, text: line, cells: line.split('\t') }));
const narratives = (text: string) =>
  outline(lines(text))
    .filter((part) => part.kind === 'narrative')
    .map((part) => `${part.id} ${part.title}`);
const EXPLANATION = '2025年部门预算编制说明';

describe('where the narrative stands', () => {
  it('is told by a division title over two lines', () => {
    const body =
      '一、收入支出决算总体情况说明\n收支总计 8 万元。\n二、收入决算情况说明\n收入 8 万元。\n第四部分 名词解释';
    const want = ['narrative-一 收入支出决算总体情况说明', 'narrative-二 收入决算情况说明'];
    expect(narratives(`第三部分 湖滨市档案局 2024 年度部门决算\n情况说明\n${body}`)).toEqual(want);
    expect(narratives(`第三部分湖滨市档案局2024年度部门决算情况\n说明\n${body}`)).toEqual(want);
    expect(narratives(`第三部分\t湖滨市档案局2024年度部门决算情况\n说明\n${body}`)).toEqual(want);
  });

  it('is the explanation of a budget without sections, up to its tables, and the sections after them', () => {
    const text = [
      EXPLANATION,
      '2025年，收入预算 8 万元。支出预算 8 万元。',
      '财政拨款支出主要内容如下。',
      '2025年部门某某预算汇集表',
      '科目\t8',
      '其他相关情况说明',
      '一、2025年“三公”经费预算情况说明',
      '“三公”经费预算数为 3 万元。其中：',
      '（一）公务接待费 3 万元。',
      '项目经费情况说明',
      '一、项目概况',
      '项目 9 万元。面积 400 平方米。',
    ].join('\n');
    expect(narratives(text)).toEqual([`narrative-说明 ${EXPLANATION}`, 'narrative-一 2025年“三公”经费预算情况说明']);
  });
});

describe('a budget', () => {
  it('states two totals, and a subject by its full name also where its code is not certain', () => {
    const { claims } = read(
      EXPLANATION,
      '2025年，湖滨市档案局收入预算 8.00 万元，其中：事业单位经营收入 0.00 万元。\n支出预算 8.00 万元，比2024年预算增加 1.50 万元。\n1. “一般公共服务支出（类）财政事务（款）查账（项）”科目 2.00 万元，主要用于查账。',
      { fiscal_year: 2025 },
    );
    expect(told(claims)).toEqual([
      'amount initial_budget 8万元 of revenue',
      'amount initial_budget 0万元 of business',
      'amount initial_budget 8万元 of expenditure',
      'change 1.5万元 of expenditure against prior_initial_budget',
      'amount initial_budget 2万元 of 一般公共服务支出（类）财政事务（款）查账（项）',
    ]);
    expect(claims.at(-1)!.subject_code).toBeNull();
  });

  it("keeps last year's expected outcome apart from budget and actual, whatever the amounts", () => {
    const amount = fc.integer({ min: 0, max: 9_999_999 });
    const written = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
    const exact = (value: number) => written(value).replace(/\.?0+$/, '');
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.boolean(),
        fc.constantFrom('2024年', '上年'),
        (a, b, rate, grows, year) => {
          const change = rate === 0 ? '持平' : `${grows ? '增加' : '减少'}${written(rate)}%`;
          const { claims, unplaced } = read(
            EXPLANATION,
            `1. “一般公共服务支出（类）财政事务（款）行政运行（项）”${written(a)}万元，主要用于行政运行。${year}当年预算执行数为${written(b)}万元，2025年预算安排${written(a)}万元，比${year}预算执行数${change}。`,
            { fiscal_year: 2025 },
          );
          expect(unplaced).toEqual([]);
          expect(claims.map((c) => [c.kind, c.column_key ?? c.base, c.stated_value, c.subject_code])).toEqual([
            ['amount', 'initial_budget', exact(a), '2010601'],
            ['amount', 'execution_estimate', exact(b), '2010601'],
            ['amount', 'initial_budget', exact(a), '2010601'],
            [
              rate === 0 ? 'change' : 'change_pct',
              'prior_execution_estimate',
              (grows || rate === 0 ? '' : '-') + exact(rate),
              '2010601',
            ],
          ]);
        },
      ),
      { numRuns: 150, seed: 20240901 },
    );
  });

  it('counts bodies under their own names', () => {
    const { claims } = read(
      '机关运行经费预算',
      '2025年本部门下属1家机关和2家参公事业单位财政拨款的机关运行经费预算为 4.64 万元。',
      {
        fiscal_year: 2025,
      },
    );
    expect(told(claims)).toEqual([
      'count 1家 of 机关',
      'count 2家 of 参公事业单位',
      'amount initial_budget 4.64万元 of agency_operation',
    ]);
  });
});
