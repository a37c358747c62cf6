import type { BodyYear, Exact, PriorBasis } from './rows.ts';

export type ClaimVerdict = 'agree' | 'rounding' | 'scope_differs' | 'conflict' | 'not_checkable';

/** One stated number, as the query claim_check asks for it. Values are exact text in 万元, percent or a count. */
export interface ClaimQuestion {
  department: string;
  year: number;
  measure: string | null;
  subjectCode: string | null;
  fund: string | null;
  kind: string;
  column: string | null;
  base: string | null;
  value: Exact;
  halfWidth: Exact;
}

/** What the data hold of a stated number, best evidence first. */
export interface ClaimEvidence extends BodyYear {
  position: number;
  /** An amount's role, computed, stated (the document's own words), elsewhere or none. */
  evidence: string;
  /** Measure or code of a subject that the value is of. */
  topic: string;
  value: Exact | null;
  tolerance: Exact | null;
  /** Empty for counts. */
  unit: '万元' | '%' | '';
  basis: PriorBasis | null;
  source: 'table' | 'narrative' | 'units' | 'later' | null;
  /** Of evidence elsewhere: its fund, budget, year, measure or body. */
  scope_detail: string | null;
  part_value: Exact | null;
  whole_value: Exact | null;
  whole_role: string | null;
  locator: string | null;
  part_locator: string | null;
  document_id: string | null;
  verdict: ClaimVerdict;
  reason: string | null;
  /** The same in Chinese words. */
  reason_text: string | null;
  reason_detail: string | null;
  /** The same in every row of a question. */
  overall_verdict: ClaimVerdict;
  /** It agrees with the best evidence while other evidence of the same scope contradicts it. */
  contested: boolean;
}
