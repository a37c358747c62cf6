import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../src/engine/data.ts';
import { openDataInNode } from '../../src/engine/data-in-node.ts';
import type { Row } from '../../src/engine/engine.ts';

describe('The statements of the shipped documents', () => {
  let data: Data;
  let rows: readonly Row[];
  beforeAll(async () => {
    data = await openDataInNode();
    const rules = ['children_sum', 'parts_sum', 'cross_statement'];
    const all = (await data.query('reconciliation', {})).rows;
    rows = all.filter((row) => rules.includes(String(row['rule'])));
  });
  afterAll(() => data.close());

  const of = (rule: string, verdict: string) =>
    rows.filter((row) => row['rule'] === rule && row['verdict'] === verdict).length;

  it('contradict themselves in one place: the parts of 公用经费 come to more than 公用经费', () => {
    const conflicts = rows.filter((row) => !['agree', 'rounding'].includes(String(row['verdict'])));
    expect(
      conflicts.map((row) => [
        row['verdict'],
        row['rule'],
        row['department_id'],
        row['left_value'],
        row['right_value'],
      ]),
    ).toEqual([['conflict', 'parts_sum', 'zhuzhou-ecology-headquarters', '752.28', '760.39']]);
  });

  it('are compared in every statement', () => {
    expect(of('children_sum', 'agree')).toBeGreaterThan(1000);
    expect(of('parts_sum', 'agree')).toBeGreaterThan(800);
    expect(of('cross_statement', 'agree')).toBeGreaterThan(100);
  });

  it('of 普陀区规划和自然资源局 give 城乡社区支出 twice, a cent apart, and not against another fund', () => {
    const urban = rows.filter(
      (row) =>
        row['rule'] === 'cross_statement' &&
        row['department_id'] === 'putuo-planning' &&
        String(row['subject']).startsWith('城乡社区支出（') &&
        row['statement'] === 'expenditure',
    );
    expect(urban.map((row) => [row['verdict'], row['left_value'], row['right_value']])).toEqual([
      ['rounding', '3845.24', '3845.25'],
    ]);
  });
});
