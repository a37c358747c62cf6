import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../src/engine/data.ts';
import { openDataInNode } from '../../src/engine/data-in-node.ts';
import type { Row } from '../../src/engine/engine.ts';
import { pick } from '../queries/given.ts';

describe('The shipped figures of the departments of 普陀区', () => {
  let data: Data;
  let rows: readonly Row[];
  beforeAll(async () => {
    data = await openDataInNode();
    ({ rows } = await data.query('headline_changes', {}));
  });
  afterAll(() => data.close());

  const headline = (department: string, year: number, measure: string): Row | undefined =>
    rows.find((row) => row.department_id === department && row.fiscal_year === year && row.measure === measure);

  it('规划资源局 2024: 9859.38 in total, 1062.85 or 12.0826 % more than implied', () => {
    expect(pick(headline('putuo-planning', 2024, 'total'), 'actual', 'change', 'change_pct', 'comparability')).toEqual({
      actual: '9859.38',
      change: '1062.85',
      change_pct: '12.0826',
      comparability: 'comparable',
    });
    const amounts = ['expenditure', 'basic', 'project'].map(
      (measure) => headline('putuo-planning', 2024, measure)?.actual,
    );
    expect(amounts).toEqual(['9759.38', '5377.64', '4381.74']);
  });

  it('规划资源局 2024: 0.39 of 2.85 on the “三公”', async () => {
    const trend = await data.query('three_public_trend', { department: 'putuo-planning', year: 2024 });
    const whole = trend.rows.find(({ component }) => component === 'three_public');
    expect(pick(whole, 'actual', 'initial_budget')).toEqual({ actual: '0.39', initial_budget: '2.85' });
  });

  it('财政局 2024: 2995.39 in total with carry-over in and out, nothing of 0.95 spent on the “三公”', async () => {
    const amounts = ['total', 'opening_carryover', 'closing_carryover', 'three_public'].map(
      (measure) => headline('putuo-finance', 2024, measure)?.actual,
    );
    expect(amounts).toEqual(['2995.39', '49.14', '55.34', '0']);
    expect(headline('putuo-finance', 2024, 'three_public')?.initial_budget).toBe('0.95');
  });

  it('社会工作部, founded in 2024, is compared with nothing and never shows 100 %', () => {
    const own = rows.filter(({ department_id }) => department_id === 'putuo-social-work');
    expect(own.find(({ measure }) => measure === 'total')?.actual).toBe('307.82');
    expect(own.map(({ fiscal_year }) => fiscal_year).every((year) => year === 2024)).toBe(true);
    for (const row of own)
      expect(pick(row, 'comparability', 'change_pct')).toEqual({ comparability: 'scope_differs', change_pct: null });
  });

  it('万里街道: the budget rises from 15621.11 to 18976.76, and 2025 restates 2024 as it was', () => {
    const total = headline('putuo-wanli', 2025, 'total');
    expect(
      pick(
        total,
        'actual',
        'initial_budget',
        'prior_initial_budget',
        'alt_prior_initial_budget',
        'budget_change',
        'budget_comparability',
      ),
    ).toEqual({
      actual: null,
      initial_budget: '18976.7551',
      prior_initial_budget: '15621.1123',
      alt_prior_initial_budget: null,
      budget_change: '3355.6428',
      budget_comparability: 'comparable',
    });
    const restated = headline('putuo-wanli', 2025, 'general_public_expenditure');
    expect(pick(restated, 'prior_initial_budget_basis', 'alt_prior_initial_budget')).toEqual({
      prior_initial_budget_basis: 'published',
      alt_prior_initial_budget: null,
    });
  });

  it('万里街道: the 类 add up to the change of the budget, 其他城乡社区 foremost', async () => {
    const structure = await data.query('expenditure_structure', { department: 'putuo-wanli', year: 2025 });
    const classes = structure.rows.filter((row) => row.level === 1 && row.fund === 'all');
    const cents = (text: unknown): bigint => {
      const [whole = '', part = ''] = String(text).split('.');
      return BigInt(whole + part.padEnd(6, '0'));
    };
    const sum = classes.reduce((total, row) => total + cents(row.budget_change), 0n);
    expect(sum).toBe(cents('3355.6428'));
    const largest = classes.toSorted((a, b) => Number(cents(b.budget_change) - cents(a.budget_change)))[0];
    expect(largest?.subject_code).toBe('212');
  });
});
