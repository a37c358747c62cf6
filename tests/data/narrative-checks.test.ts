import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../src/engine/data.ts';
import { openDataInNode } from '../../src/engine/data-in-node.ts';
import type { Row } from '../../src/engine/engine.ts';

const TEXT_RULES = ['narrative_vs_statement', 'stated_rate', 'stated_direction'];

/** Everything in the shipped texts that does not agree, checked by eye against the documents. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  'zhuzhou-ecology-2024-final-accounts': [
    // 十三: 5529.26 is called 全年预算数 and is the initial budget; 1750.11 is one part of the projects.
    'narrative_vs_statement 整体支出 5529.26 6575.16 scope_differs other_budget',
    'narrative_vs_statement 部门决算项目支出 1750.11 1938.45 scope_differs named_part',
    // 七: the text's budgets are the units' added up, the table's are the revised ones.
    'narrative_vs_statement “三公”经费财政拨款支出 53.5 47.82 scope_differs other_budget',
    'narrative_vs_statement 公务用车购置费及运行维护费支出 48 42.5 scope_differs other_budget',
    'narrative_vs_statement 公务用车运行维护费支出 48 42.5 scope_differs other_budget',
    'narrative_vs_statement 公务接待费支出 5.5 5.33 scope_differs other_budget',
    'narrative_vs_statement 节能环保（类）环境保护管理事务（款）其他环境保护管理事务支出（项） 188.34 330.69 conflict same_as_other',
    // The report of the headquarters and its annexes.
    'narrative_vs_statement 预算收入 5164.67 4840.06 conflict -',
    'narrative_vs_statement 公用经费支出 474.53 752.28 conflict -',
    'stated_direction 城乡社区支出（类）其他城乡社区支出（款）其他城乡社区支出（项） 43.69 0 conflict wrong_direction',
    // "增加 0.44 万元 … 决算数小于上年数".
    'stated_direction 公务用车运行维护费支出 42.42 41.98 conflict wrong_direction',
    'stated_rate 住房保障（类）支出 3.8 3.7494 conflict forced_sum',
    'stated_rate 城乡社区支出（类）其他城乡社区支出（款）其他城乡社区支出（项） 87.1 - conflict zero_base',
    'stated_rate “三公”经费财政拨款支出 -4.4 -4.9958 conflict divided_by_budget',
    // 2216.37 is "100 %" of general public expenditure.
    'stated_rate 一般公共预算项目 100 34.0747 conflict -',
  ],
  'putuo-finance-2024-final-accounts': [
    'narrative_vs_statement 财政拨款收入支出总计 0.3 2961.68 conflict -',
    'stated_rate 一般公共服务支出（类） 71.73 71.6539 conflict -',
  ],
  'putuo-planning-2024-final-accounts': [
    'narrative_vs_statement 一般公共预算财政拨款基本支出 5377.64 5364.75 scope_differs other_fund',
    'narrative_vs_statement 人员经费 4896.98 4884.09 conflict -',
    'stated_rate 一般公共预算财政拨款支出 95.45 95.4572 conflict truncated',
    'stated_rate 一般公共预算财政拨款支出 99.86 99.868 conflict truncated',
  ],
  'putuo-social-work-2024-final-accounts': [
    'stated_rate 一般公共预算财政拨款支出 100 - conflict zero_base',
    'stated_rate 一般公共预算财政拨款支出 95.89 - conflict zero_base',
    'stated_rate 住房保障支出（类） 9.55 9.5575 conflict forced_sum',
    'stated_rate 收入支出总计 100 - conflict zero_base',
    'stated_rate 机关运行经费支出 100 - conflict zero_base',
    'stated_rate 财政拨款收入支出总计 100 - conflict zero_base',
  ],
  'putuo-wanli-2024-budget': [
    'narrative_vs_statement 住房保障支出（类）住房改革支出（款）住房公积金（项） 352.67 350.3499 conflict -',
    'stated_rate 住房保障支出（类）住房改革支出（款）住房公积金（项） 0.53 1.1907 conflict other_amount',
    'stated_rate 教育支出（类）其他教育支出（款）其他教育支出（项） 100 - conflict zero_base',
  ],
  'putuo-wanli-2025-budget': [],
};

describe('The shipped texts', () => {
  let data: Data;
  let findings: readonly Row[];
  let claims: readonly Row[];
  beforeAll(async () => {
    data = await openDataInNode();
    ({ rows: findings } = await data.query('reconciliation', {}));
    ({ rows: claims } = await data.query('claims', {}));
  });
  afterAll(() => data.close());

  it.each(Object.entries(FOUND))('of %s hold these contradictions and no others', (document, expected) => {
    const found = findings
      .filter((row) => row.document_id === document && TEXT_RULES.includes(row.rule as string))
      .filter(({ verdict }) => verdict === 'conflict' || verdict === 'scope_differs')
      .map(({ rule, subject, left_value: left, right_value: right, verdict, reason }) =>
        [rule, subject, left, right ?? '-', verdict, reason ?? '-'].join(' '),
      );
    expect([...found].sort()).toEqual([...expected].sort());
  });

  it('say of 2110199 whose amount 188.34 is', () => {
    const finding = findings.find((row) => row.reason === 'same_as_other');
    expect(finding?.reason_detail).toContain('株洲市生态环境保护综合行政执法支队“市级专项资金');
  });

  it('say of the 87.1 % on a budget of 0 where it comes from', () => {
    const finding = findings.find((row) => row.reason === 'zero_base' && row.left_value === '87.1');
    expect(finding?.reason_detail).toContain('与“节能环保（类）污染防治（款）其他污染防治支出（项）”的 87.1% 相同');
  });

  it('fold a rate under the amount that makes it wrong', () => {
    const [amount, rate] = ['narrative_vs_statement', 'stated_rate'].map((rule) =>
      findings.find(
        (row) => row.rule === rule && /住房公积金/.test(row.subject as string) && row.verdict === 'conflict',
      ),
    );
    expect(rate?.follows_from).toBe(amount?.finding_id);
  });

  it('are all told of, sentence by sentence', () => {
    expect(claims).toHaveLength(1012);
    const of = (section: string, text: string) =>
      claims.find(
        (row) => row.department_id === 'zhuzhou-ecology' && row.section === section && row.stated_text === text,
      );
    expect(of('一', '降低8.0%')).toMatchObject({ recomputed_value: '-8.0003', verdict: 'agree', kind: 'change_pct' });
    expect(of('七', '下降4.4%')).toMatchObject({ recomputed_value: '-4.9958', verdict: 'conflict' });
    expect(of('五', '188.34万元')).toMatchObject({ recomputed_value: '330.69', verdict: 'conflict', kind: 'amount' });
    expect(of('五', '97.59%')).toMatchObject({ recomputed_value: '97.5855', verdict: 'agree' });
    expect(of('十二', '10辆')).toMatchObject({ verdict: 'not_checkable', reason: 'not_compared' });
  });
});
