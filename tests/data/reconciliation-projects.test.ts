import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../src/engine/data.ts';
import { openDataInNode } from '../../src/engine/data-in-node.ts';
import type { Row } from '../../src/engine/engine.ts';
import { pick } from '../queries/given.ts';

describe('The shipped figures, checked over units, years and evaluations', () => {
  let data: Data;
  let findings: readonly Row[];
  beforeAll(async () => {
    data = await openDataInNode();
    findings = (await data.query('reconciliation', {})).rows;
  });
  afterAll(() => data.close());

  const found = (rule: string, subject: string, ...columns: string[]) =>
    findings
      .filter((row) => row['rule'] === rule && String(row['subject']).includes(subject))
      .map((row) => pick(row, ...columns));
  /** What is not in agreement under a rule, in words, by the alphabet. */
  const notAgreed = (rule: string) =>
    findings
      .filter((row) => row['rule'] === rule && row['verdict'] !== 'agree')
      .map((row) => [row['subject'], row['left_value'], row['right_value'], row['verdict'], row['reason']].join(' '))
      .sort();

  it('the units of 株洲市生态环境局 add up, but for what they list as projects and it as basic expenditure', () => {
    const detail =
      '株洲市生态环境局本级的业务经费 277.92 + 株洲市生态环境保护综合行政执法支队的业务工作经费 100.14 = 378.06';
    expect(found('unit_sum', '基本支出', 'left_value', 'right_value', 'verdict', 'reason', 'reason_detail')).toEqual([
      {
        left_value: '4566',
        right_value: '4187.94',
        verdict: 'scope_differs',
        reason: 'named_part',
        reason_detail: detail,
      },
    ]);
    expect(notAgreed('unit_sum')).toEqual(
      [
        '“三公”经费 45.07 45.08 rounding ',
        '公务用车购置及运行维护费 42.42 42.43 rounding ',
        '公务用车运行维护费 42.42 42.43 rounding ',
        '公用经费 1079.19 978.89 scope_differs named_part',
        '基本支出 4566 4187.94 scope_differs named_part',
        '政府采购支出 2682.19 1218.25 not_checkable procurement_basis',
        '项目支出 1938.45 2316.51 scope_differs named_part',
      ].sort(),
    );
  });

  it('last year differs where the units published 59.43 and this year implies 47.44, and only there', () => {
    expect(notAgreed('prior_year')).toEqual(
      [
        '“三公”经费（上年） 47.44 59.43 conflict ',
        '公务用车购置及运行维护费（上年） 41.98 53.97 conflict ',
        '公务用车运行维护费（上年） 41.98 53.97 conflict ',
        '公用经费（上年） 1189.46 1169.06 not_checkable units_other_scope',
      ].sort(),
    );
    expect(found('prior_year', '公务接待费（上年）', 'left_value', 'right_value', 'verdict')).toEqual([
      { left_value: '5.46', right_value: '5.46', verdict: 'agree' },
    ]);
  });

  it('the budget of 万里街道 for 2024 is what its budget for 2025 compares with', () => {
    const compared = findings.filter(
      (row) => row['rule'] === 'prior_year' && row['document_id'] === 'putuo-wanli-2025-budget',
    );
    expect(compared.length).toBeGreaterThan(8);
    expect(new Set(compared.map((row) => row['verdict']))).toEqual(new Set(['agree']));
  });

  it('the rates of the evaluations follow, but for those cut off and those of other amounts', () => {
    expect(notAgreed('project_rate').map((text) => text.replace(/ .*的执行率/, ''))).toEqual(
      [
        '附件3 93.34 99.6012 scope_differs other_budget',
        '附件4—1 94 94.8532 conflict truncated',
        '附件4—3 0  not_checkable zero_of_zero',
        '附件4—8 96.36 96.3438 conflict other_amount',
        '附件4—9 99.8 99.8579 rounding ',
        '附件4—15 99 99.9327 conflict truncated',
        '附件4—16 99 99.7333 conflict truncated',
        '附件4—25 12 12.7883 conflict truncated',
        '附件4—27 100  not_checkable not_published',
      ].sort(),
    );
    expect(found('project_rate', '财政供养人员控制率', 'left_value', 'verdict')).toEqual(
      expect.arrayContaining([
        { left_value: '92.86', verdict: 'agree' },
        { left_value: '38.41', verdict: 'agree' },
      ]),
    );
  });

  it('six totals of points are not the sum of their parts, and one set of weights does not make 100', () => {
    const conflicts = findings.filter((row) => row['rule'] === 'project_score' && row['verdict'] === 'conflict');
    expect(
      conflicts
        .map((row) => `${String(row['subject']).split(' ')[0]} ${row['left_value']} ${row['right_value']}`)
        .sort(),
    ).toEqual([
      '附件3 95.33 94.33',
      '附件4—14 94 92',
      '附件4—18 97 96',
      '附件4—19 99.67 99.86',
      '附件4—2 95.7 94.7',
      '附件4—20 99.86 99.37',
      '附件4—27 100 95',
    ]);
  });

  it('29 projects are stated and 30 evaluated, one of them twice; their money is told without one part', () => {
    expect(found('project_sum', '项目个数', 'left_value', 'right_value', 'verdict', 'right_locator')).toEqual([
      { left_value: '29', right_value: '29', verdict: 'agree', right_locator: '30 份，其中重复 1 份' },
    ]);
    expect(found('project_sum', '项目涉及资金', 'left_value', 'right_value', 'verdict', 'reason_detail')).toEqual([
      {
        left_value: '2216.37',
        right_value: '2316.51',
        verdict: 'scope_differs',
        reason_detail: '株洲市生态环境保护综合行政执法支队的业务工作经费 100.14',
      },
    ]);
  });

  it('the projects of the enforcement unit add up to 288.48; those of the headquarters differ one by one', () => {
    const total = (name: string) =>
      found('project_sum', `${name}·项目支出`, 'left_value', 'right_value', 'verdict', 'reason');
    expect(total('综合行政执法支队')).toEqual([
      { left_value: '288.48', right_value: '288.48', verdict: 'agree', reason: null },
    ]);
    expect(total('株洲市生态环境局本级')).toEqual([
      { left_value: '2028.03', right_value: '2073.2629', verdict: 'not_checkable', reason: 'parts_differ' },
    ]);
    expect(found('project_sum', '环境污染防治专项', 'left_value', 'right_value', 'verdict', 'reason')).toEqual(
      expect.arrayContaining([
        { left_value: '523.3', right_value: '522.5', verdict: 'conflict', reason: null },
        { left_value: '522.5', right_value: '461.5', verdict: 'scope_differs', reason: 'named_part' },
        { left_value: '523.3', right_value: '461.5', verdict: 'not_checkable', reason: 'part_left_out' },
      ]),
    );
    const shifted = found('project_sum', '附件4—3', 'left_value', 'right_value', 'reason');
    expect(shifted).toHaveLength(3);
    expect(shifted).toEqual(
      expect.arrayContaining([
        { left_value: '0', right_value: '20', reason: 'shifted_rows' },
        { left_value: '0', right_value: '1.76', reason: 'shifted_rows' },
      ]),
    );
  });

  it('what stands in the documents twice is found once', () => {
    const repeated = findings.filter((row) => row['rule'] === 'repeated_item');
    expect(
      repeated.map((row) => [String(row['subject']).split(' ')[0], row['left_value'], row['reason'], row['severity']]),
    ).toEqual(
      expect.arrayContaining([
        ['节能环保（类）污染防治（款）其他污染防治支出（项）（2110399）', '470.19', 'listed_twice', 2],
        ['附件3-3', '0.88', 'listed_twice', 2],
        ['附件4—17', '14.96', 'copied', 2],
        ['附件4—2', '85', 'copied', 2],
        ['附件3-2', '88', 'copied', 2],
      ]),
    );
    expect(repeated).toHaveLength(5);
  });

  it('every comparison has its place and the numbers that it compares', () => {
    const rules = ['unit_sum', 'prior_year', 'project_rate', 'project_score', 'project_sum', 'repeated_item'];
    for (const row of findings.filter(({ rule }) => rules.includes(String(rule)))) {
      expect(row['left_numbers'], String(row['message'])).toMatch(/^\d+(,\d+)*$/);
      expect(row['left_locator'], String(row['message'])).toBeTruthy();
    }
  });
});
