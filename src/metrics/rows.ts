/**
 * Rows of the queries, as the contract fixes them. Amounts are exact decimal text in 万元, percentages exact decimal
 * text in percent to four decimals; null is "not known", never 0.
 */
export type Exact = string;
export type Comparability = 'comparable' | 'no_prior' | 'zero_base' | 'scope_differs';
export type PriorBasis = 'published' | 'implied';
export type ExecutionBase = 'initial' | 'revised';

export interface BodyYear {
  department_id: string;
  department_name: string;
  fiscal_year: number;
}

/** Columns of change. */
export interface Change {
  prior_actual: Exact | null;
  prior_basis: PriorBasis | null;
  /** A second, different figure for last year. */
  alt_prior_actual: Exact | null;
  /** True where this or last year's amount is contradicted. */
  contested: boolean;
  change: Exact | null;
  change_pct: Exact | null;
  comparability: Comparability;
}

/** Initial budgets of this year and the last; all null where no budget is known. */
export interface BudgetChange {
  initial_budget: Exact | null;
  prior_initial_budget: Exact | null;
  budget_change: Exact | null;
  budget_change_pct: Exact | null;
  initial_budget_locator: string | null;
  prior_initial_budget_locator: string | null;
}

export interface HeadlineChange extends BodyYear, Change, BudgetChange {
  measure: string;
  measure_name: string;
  body_level: 'department' | 'unit';
  parent_id: string | null;
  /** First year of the body as it is, with the words that say so; null where nothing does. */
  founded_year: number | null;
  founded_evidence: string | null;
  fund: string;
  actual: Exact | null;
  /** published; implied for years known only through a later document's comparison. */
  actual_basis: PriorBasis | null;
  /** A second, different figure for this year. */
  alt_actual: Exact | null;
  claimed_change: Exact | null;
  claimed_change_pct: Exact | null;
  locator: string | null;
  alt_locator: string | null;
  document_id: string | null;
  prior_locator: string | null;
  alt_prior_locator: string | null;
  /** implied for years known only through the change that the next year's budget states. */
  initial_budget_basis: PriorBasis | null;
  /** A second, different figure for this year's budget. */
  alt_initial_budget: Exact | null;
  prior_initial_budget_basis: PriorBasis | null;
  initial_budget_document_id: string | null;
  prior_initial_budget_document_id: string | null;
  /** A second, different figure for last year's budget. */
  alt_prior_initial_budget: Exact | null;
  /** Null where no budget is known. */
  budget_comparability: Comparability | null;
}

export interface ExpenditureStructure extends BodyYear, Change, BudgetChange {
  fund: string;
  subject_code: string;
  subject_name: string;
  level: 1 | 2 | 3;
  parent_code: string | null;
  actual: Exact | null;
  basic: Exact | null;
  project: Exact | null;
  share_pct: Exact | null;
  /** The fund's expenditure, which `share_pct` is a share of. */
  total_actual: Exact | null;
  total_locator: string | null;
  contribution_pp: Exact | null;
  initial_budget_basic: Exact | null;
  initial_budget_project: Exact | null;
  /** Percent of the fund's initial budget of expenditure. */
  budget_share_pct: Exact | null;
  total_initial_budget: Exact | null;
  total_initial_budget_locator: string | null;
  /** Percentage points of last year's total budget that the change makes. */
  budget_contribution_pp: Exact | null;
  /** What the text says instead. */
  alt_actual: Exact | null;
  locator: string | null;
  alt_locator: string | null;
  prior_locator: string | null;
  document_id: string;
}

export interface EconomicStructure extends BodyYear, Change {
  subject_code: string;
  subject_name: string;
  level: 1 | 2;
  parent_code: string | null;
  actual: Exact | null;
  share_pct: Exact | null;
  /** Basic expenditure, which `share_pct` is a share of: a sum of what stands at several places. */
  total_actual: Exact | null;
  total_locator: string | null;
  prior_locator: string | null;
  /** The cell was published blank: 0 by rule. */
  is_blank: boolean;
  locator: string | null;
  document_id: string;
  initial_budget: Exact | null;
  initial_budget_locator: string | null;
}

export type ThreePublicComponent =
  'three_public' | 'overseas' | 'vehicles' | 'vehicle_purchase' | 'vehicle_operation' | 'reception';

export interface ThreePublicTrend extends BodyYear, Change {
  component: ThreePublicComponent;
  component_name: string;
  initial_budget: Exact | null;
  /** "unlabelled" where the text gives a budget without its kind and it is inferred to be the initial one. */
  initial_budget_kind: 'initial' | 'unlabelled' | null;
  revised_budget: Exact | null;
  /** A budget whose kind nothing tells. */
  unlabelled_budget: Exact | null;
  actual: Exact | null;
  actual_basis: PriorBasis | null;
  alt_actual: Exact | null;
  claimed_change: Exact | null;
  claimed_change_pct: Exact | null;
  budget_locator: string | null;
  prior_locator: string | null;
  alt_prior_locator: string | null;
  execution_pct: Exact | null;
  execution_base: ExecutionBase | null;
  stated_execution_pct: Exact | null;
  locator: string | null;
  /** What the year's budget says instead of initial_budget. */
  alt_initial_budget: Exact | null;
  alt_budget_locator: string | null;
}

export type ExecutionStatus = 'under' | 'within' | 'over' | 'unbudgeted' | 'contested' | 'not_known';

export interface Execution extends BodyYear {
  /** A subject of level 3, or 'total'. */
  subject_code: string;
  subject_name: string;
  initial_budget: Exact | null;
  revised_budget: Exact | null;
  actual: Exact | null;
  execution_pct: Exact | null;
  execution_base: ExecutionBase | null;
  /** actual − budget of execution_base. */
  deviation: Exact | null;
  status: ExecutionStatus;
  stated_execution_pct: Exact | null;
  contested: boolean;
  alt_actual: Exact | null;
  locator: string | null;
  alt_locator: string | null;
  budget_locator: string | null;
  /** What the year's budget says instead of initial_budget. */
  alt_initial_budget: Exact | null;
  alt_budget_locator: string | null;
}

export interface ProjectExecution extends BodyYear {
  parent_id: string | null;
  unit_name: string;
  project_name: string;
  initial_budget: Exact | null;
  revised_budget: Exact | null;
  executed: Exact | null;
  execution_pct: Exact | null;
  execution_base: ExecutionBase | null;
  /** executed − budget of execution_base. */
  deviation: Exact | null;
  stated_execution_pct: Exact | null;
  execution_score: Exact | null;
  score: Exact | null;
  annex: string;
  outside_department: boolean;
  outside_evidence: string | null;
  /** Annex of which this one repeats the money, or null. */
  repeated_of: string | null;
  locator: string | null;
}

export interface StoredFigure extends BodyYear {
  statement: string;
  side: 'revenue' | 'expenditure' | null;
  row_code: string | null;
  row_name: string;
  level: number | null;
  column_key: string;
  fund: string | null;
  amount: Exact | null;
  unit: string;
  budget_kind: string | null;
  /** Why the figure is shown and nothing is computed from it; null for a figure that is used. */
  quarantine: string | null;
  basis: PriorBasis;
  published_text: string | null;
  published_unit: string | null;
  document_id: string;
  locator: string | null;
}
