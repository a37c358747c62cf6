import type { BodyYear, BudgetChange, Change, Comparability, Exact, PriorBasis } from './rows.ts';

/** A body beside the others in one measure; ranks are among all bodies of its level and year. */
export interface DepartmentComparison extends BodyYear, Change, BudgetChange {
  measure: string;
  measure_name: string;
  fund: string;
  body_level: 'department' | 'unit';
  administrative_level: string | null;
  region: string | null;
  actual: Exact | null;
  actual_basis: PriorBasis | null;
  alt_actual: Exact | null;
  /** 1 = largest; null where contested. */
  rank_actual: number | null;
  /** 1 = largest increase; null where not comparable or contested. */
  rank_change: number | null;
  rank_change_pct: number | null;
  /** Persons in post at the end of the year. */
  staff: Exact | null;
  per_staff: Exact | null;
  initial_budget_basis: PriorBasis | null;
  alt_initial_budget: Exact | null;
  prior_initial_budget_basis: PriorBasis | null;
  alt_prior_initial_budget: Exact | null;
  budget_contested: boolean | null;
  budget_comparability: Comparability | null;
  rank_initial_budget: number | null;
  rank_budget_change: number | null;
  rank_budget_change_pct: number | null;
  locator: string | null;
  prior_locator: string | null;
  staff_locator: string | null;
  document_id: string | null;
  initial_budget_document_id: string | null;
  prior_initial_budget_document_id: string | null;
  alt_locator: string | null;
  alt_document_id: string | null;
  alt_prior_locator: string | null;
  alt_prior_document_id: string | null;
  alt_initial_budget_locator: string | null;
  alt_initial_budget_document_id: string | null;
  alt_prior_initial_budget_locator: string | null;
  alt_prior_initial_budget_document_id: string | null;
}

export type LeadKind = 'change' | 'budget_change' | 'driver' | 'unbudgeted' | 'execution' | 'contradiction';

/** What stands out. Amounts exact in `unit`, where % stands for points in the difference. */
export interface Lead extends BodyYear {
  body_level: 'department' | 'unit';
  kind: LeadKind;
  /** Measure, subject code, or finding_id of a contradiction. */
  subject_id: string;
  subject: string;
  amount: Exact | null;
  base_amount: Exact | null;
  difference: Exact | null;
  difference_pct: Exact | null;
  base: 'prior_actual' | 'prior_initial_budget' | 'initial_budget' | 'revised_budget' | 'other_number';
  unit: string;
  /** Percent of the body's total. */
  weight_pct: Exact | null;
  severity: number | null;
  /** One sentence of a contradiction, in Chinese. */
  message: string | null;
  locator: string | null;
  base_locator: string | null;
}
