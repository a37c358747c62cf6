import type { BodyYear, Exact, PriorBasis } from './rows.ts';

/** A measure or functional subject in one year. */
export interface TrendRow extends BodyYear {
  /** Measure, or code of a subject. */
  item: string;
  item_name: string;
  item_kind: 'measure' | 'subject';
  level: 1 | 2 | 3 | null;
  fund: string;
  amount_kind: 'actual' | 'initial_budget';
  amount: Exact;
  basis: PriorBasis;
  alt_amount: Exact | null;
  contested: boolean;
  first_year: number;
  first_amount: Exact;
  first_basis: PriorBasis;
  first_locator: string | null;
  first_document_id: string | null;
  /** Percent of the amount of first_year; null where that was 0. */
  index_pct: Exact | null;
  /** Measure that share_pct is a share of. */
  share_base: string | null;
  base_amount: Exact | null;
  base_basis: PriorBasis | null;
  base_locator: string | null;
  base_document_id: string | null;
  share_pct: Exact | null;
  locator: string | null;
  document_id: string | null;
}

/** What a vehicle kept, a reception party or a guest cost. */
export interface UnitCost extends BodyYear {
  per: 'vehicle' | 'batch' | 'guest';
  component: 'vehicle_operation' | 'reception';
  actual: Exact | null;
  alt_actual: Exact | null;
  counted: Exact;
  /** 万元 each; null where the amount is not known or contradicted, or the number is 0. */
  per_unit: Exact | null;
  /** 元 each; likewise. */
  per_unit_yuan: Exact | null;
  locator: string | null;
  counted_locator: string | null;
  document_id: string;
}

/** Why a part of a change cannot be attributed to a subject. */
export type UnattributedReason = 'no_parts' | 'no_prior_detail' | 'some_prior_missing' | 'sums_differ';

/** A part of what a change from last year to this is made of; the parts of a whole sum to its change exactly. */
export interface ChangePart extends BodyYear {
  fund: string;
  amount_kind: 'actual' | 'initial_budget';
  /** 'total', or the subject whose parts these are. */
  whole_code: string;
  whole_name: string;
  whole_prior_amount: Exact;
  whole_prior_basis: PriorBasis;
  whole_amount: Exact;
  whole_change: Exact;
  whole_change_pct: Exact | null;
  whole_locator: string | null;
  whole_prior_locator: string | null;
  /** Null: what cannot be attributed. */
  subject_code: string | null;
  subject_name: string | null;
  level: 1 | 2 | 3 | null;
  prior_amount: Exact | null;
  prior_basis: PriorBasis | null;
  amount: Exact | null;
  change: Exact;
  change_pct: Exact | null;
  /** Percentage points of the whole's last year's amount; null where that was 0. */
  contribution_pp: Exact | null;
  locator: string | null;
  prior_locator: string | null;
  /** Null for a part that has a subject. */
  reason: UnattributedReason | null;
}
