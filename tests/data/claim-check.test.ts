import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../src/engine/data.ts';
import { openDataInNode } from '../../src/engine/data-in-node.ts';
import { understand } from '../../src/ingest/understand.ts';
import type { Subject } from '../../src/ingest/part.ts';
import { createDashboard } from '../../src/metrics/fetch.ts';
import type { Dashboard } from '../../src/metrics/dashboard.ts';

describe('Sentences on the shipped data', () => {
  let data: Data;
  let dashboard: Dashboard;
  let bodies: { id: string; name: string }[];
  let subjects: Subject[];
  beforeAll(async () => {
    data = await openDataInNode();
    dashboard = createDashboard(async (name, parameters) => (await data.query(name, parameters)).rows);
    const headlines = await dashboard.headlineChanges();
    bodies = [...new Map(headlines.map((row) => [row.department_id, row.department_name]))].map(([id, name]) => ({
      id,
      name,
    }));
    subjects = (await dashboard.expenditureStructure()).map((row) => ({
      code: row.subject_code,
      name: row.subject_name,
      level: row.level,
      parent_code: row.parent_code,
    }));
  });
  afterAll(() => data.close());

  /** Each number of the text with its verdict. */
  const check = async (text: string, department = 'zhuzhou-ecology', year = 2024) => {
    const { understood, unclear } = understand(text, { department, year, bodies, subjects });
    const said = unclear.map(({ text: written, reason }) => `${written} ? ${reason}`);
    for (const number of understood) {
      const [best] = await dashboard.claimCheck(number);
      said.push(`${number.text} ${best?.overall_verdict}${best?.contested ? ' contested' : ''}`);
    }
    return said;
  };

  it('“三公” 2024: the amount agrees, the change is contradicted by the units, the rate was divided by the budget', async () => {
    const text = '2024年度“三公”经费支出决算为45.07万元，与上年相比减少2.37万元，下降4.4%';
    expect(await check(text)).toEqual(['45.07万元 agree', '2.37万元 agree contested', '4.4% conflict']);
    const rate = understand(text, { department: 'zhuzhou-ecology', year: 2024, bodies, subjects }).understood[2]!;
    const evidence = await dashboard.claimCheck(rate);
    expect(
      evidence.map(({ evidence: kind, value, reason, reason_detail }) => [kind, value, reason, reason_detail]),
    ).toEqual([
      ['computed', '-4.9958', 'divided_by_budget', '-2.37 ÷ 53.5 = -4.4299%'],
      ['computed', '-24.1629', null, null],
      ['stated', '-4.4', null, null],
    ]);
  });

  it('the same in the words of a story', async () => {
    expect(
      await check('株洲市生态环境局去年三公经费花了45.07万元，比前一年少花2.37万元，降幅5%', 'zhuzhou-ecology', 2025),
    ).toEqual(['45.07万元 agree', '2.37万元 agree contested', '5% agree contested']);
  });

  it('totals of 2024 and their change', async () => {
    expect(await check('2024年度收、支总计6504.45万元。与上年相比，减少565.63万元，减少8%')).toEqual([
      '6504.45万元 agree',
      '565.63万元 agree',
      '8% agree',
    ]);
    expect(await check('总支出6504.45万元，其中基本支出4566万元，占70.2%，项目支出占29.8%')).toEqual([
      '6504.45万元 agree',
      '4566万元 agree',
      '70.2% agree',
      '29.8% agree',
    ]);
  });

  it('subjects by their names', async () => {
    expect(await check('社会保障和就业支出698.5万元，占一般公共预算财政拨款支出的10.7%')).toEqual([
      '698.5万元 agree',
      '10.7% agree',
    ]);
  });

  it('another body named in the sentence than the page shows', async () => {
    expect(await check('普陀区规划和自然资源局2024年三公经费0.39万元，完成预算的13.7%')).toEqual([
      '0.39万元 agree',
      '13.7% agree',
    ]);
  });

  it('a final amount that is the budget, and a body without data', async () => {
    expect(await check('2024年三公经费支出47.82万元')).toEqual(['47.82万元 scope_differs']);
    expect(await check('市教育局三公经费45.07万元')).toEqual(['45.07万元 ? unknown_body']);
    expect(await check('2019年三公经费41.23万元')).toEqual(['41.23万元 not_checkable']);
  });
});
