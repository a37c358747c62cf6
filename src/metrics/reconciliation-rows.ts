import type { BodyYear, Exact } from './rows.ts';

/** What came of a comparison, in the order in which a reader wants to know of it. */
export const VERDICTS = ['conflict', 'scope_differs', 'rounding', 'not_checkable', 'agree'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where numbers are published, in the order of the national form: the nine statements, the text, the annexes. */
export const STATEMENTS = [
  'income_expenditure',
  'income',
  'expenditure',
  'fiscal_appropriation',
  'general_public_expenditure',
  'basic_expenditure',
  'government_fund',
  'state_capital',
  'three_public',
  'narrative',
  'performance_base',
  'overall_evaluation',
  'project_evaluation',
  'indicator',
] as const;

/** A comparison of the reconciliation. Values exact in `unit`, where % stands for points in difference and tolerance. */
export interface Finding extends BodyYear {
  document_id: string;
  finding_id: string;
  /** Name of a file in queries/checks. */
  rule: string;
  verdict: Verdict;
  /** Of conflicts: 5 the gravest, 1 the least; else 0. */
  severity: number;
  statement: string;
  subject: string;
  unit: string;
  left_label: string;
  left_value: Exact | null;
  left_locator: string | null;
  right_label: string;
  right_value: Exact | null;
  right_locator: string | null;
  difference: Exact | null;
  tolerance: Exact | null;
  reason: string | null;
  reason_detail: string | null;
  /** finding_id of the conflict that this one only follows from. */
  follows_from: string | null;
  /** One sentence, in Chinese. */
  message: string;
  /** number_id of each published number, by commas. */
  left_numbers: string | null;
  right_numbers: string | null;
}

/** How many numbers of a statement, or of a section of the text, at least one comparison takes in. */
export interface ReconciliationCoverage extends BodyYear {
  document_id: string;
  statement: string;
  section_no: string | null;
  section_title: string | null;
  published: number;
  compared: number;
}

export interface UncheckedNumber extends BodyYear {
  document_id: string;
  number_id: number;
  statement: string;
  section_no: string | null;
  section_title: string | null;
  subject: string | null;
  column_name: string | null;
  claim_kind: string | null;
  published_text: string | null;
  unit: string;
  locator: string | null;
}

/** A published number of a conflict. */
export interface ContradictedFigure extends BodyYear {
  finding_id: string;
  severity: number;
  follows_from: string | null;
  number_id: number;
  side: 'left' | 'right';
  /** Of that side: the number itself, or what was computed from it and others. */
  side_value: Exact | null;
  document_id: string;
  locator: string | null;
  /** Of side_value. */
  unit: string;
}

/** A published number, as its row of a table or its sentence is shown again. */
export interface PublishedNumber extends BodyYear {
  number_id: number;
  /** False for what only stands beside a number that was asked for. */
  is_asked: boolean;
  /** The same for all numbers of one row or sentence. */
  place: number;
  /** claim for numbers of the text; else they stand in a table. */
  record: 'figure' | 'claim' | 'indicator_weight' | 'indicator_score';
  document_id: string;
  statement: string;
  heading: string | null;
  section_no: string | null;
  side: 'revenue' | 'expenditure' | null;
  row_code: string | null;
  row_name: string | null;
  column_key: string | null;
  column_name: string | null;
  subject: string | null;
  claim_kind: string | null;
  amount: Exact;
  unit: string;
  is_blank: boolean;
  published_text: string | null;
  published_unit: string | null;
  locator: string | null;
}

/** A comparison that a published number took part in, seen from that number. */
export interface FigureCheck {
  document_id: string;
  locator: string;
  number_id: number;
  /** The number itself, in number_unit. */
  amount: Exact;
  number_unit: string;
  finding_id: string;
  department_id: string;
  fiscal_year: number;
  /** Name of a file in queries/checks. */
  rule: string;
  verdict: Verdict;
  severity: number;
  subject: string;
  /** Of both values. */
  unit: string;
  side: 'left' | 'right';
  own_label: string;
  /** The number, or what was computed from it and others. */
  own_value: Exact | null;
  other_label: string;
  other_value: Exact | null;
  other_locator: string | null;
  reason: string | null;
}
