/**
 * What the ingest reads out of one published document. Everything is kept as published, each item with its place;
 * nothing here is computed from something else. Names are those of the field (README, glossary).
 */

/** Exact decimal text, e.g. "-565.63". Amounts of money are in 万元, whatever unit the document uses. */
export type ExactDecimal = string;

/** The nine statements of a final account, and the annex tables that carry amounts. */
export type StatementId =
  | 'income_expenditure'
  | 'income'
  | 'expenditure'
  | 'fiscal_appropriation'
  | 'general_public_expenditure'
  | 'basic_expenditure'
  | 'government_fund'
  | 'state_capital'
  | 'three_public'
  /** 整体支出绩效评价基础数据表, one a unit. */
  | 'performance_base'
  /** 整体支出绩效自评表, one a unit. */
  | 'overall_evaluation'
  /** 项目支出绩效自评表, one a project. */
  | 'project_evaluation';

export type Fund = 'all' | 'fiscal' | 'general_public' | 'government_fund' | 'state_capital';
export type BudgetKind = 'initial' | 'revised' | 'unlabelled' | 'mixed';

/** Where a number stands. `line` counts from 1 in the file as read; pages are known for paged formats only. */
export interface Place {
  /** Title of the statement or heading of the section, as published. */
  section: string;
  row: string | null;
  column: string | null;
  line: number;
  page: number | null;
}

/** One amount (or count) of a table cell. */
export interface Figure {
  department_id: string;
  fiscal_year: number;
  statement: StatementId;
  side: 'revenue' | 'expenditure' | null;
  /**
   * Subject code as published or as found by name in the same document; for rows without a code a word of the glossary:
   * total, revenue, expenditure, opening_carryover, closing_carryover, surplus_used, surplus_allocated, personnel,
   * operating, three_public, overseas, vehicles, vehicle_purchase, vehicle_operation, reception, basic, project,
   * procurement, staff, staff_quota …; null where neither exists.
   */
  row_code: string | null;
  row_name: string;
  /** 1 类, 2 款, 3 项 for subjects; null otherwise. */
  level: 1 | 2 | 3 | null;
  parent_code: string | null;
  /**
   * actual, revenue, expenditure, basic, project, initial_budget, revised_budget, budget (kind not labelled),
   * opening_carryover, closing_carryover, fiscal_appropriation, superior_subsidy, operations, business,
   * affiliate_remittance, other_revenue, remitted_to_superior, affiliate_subsidy, score, weight, execution_pct.
   *
   * In a budget document no column is an actual. The whole of a row is initial_budget, its parts are
   * initial_budget_basic, initial_budget_project, initial_budget_personnel, initial_budget_operating,
   * initial_budget_fiscal_appropriation … (initial_budget_ and the word of the final accounts); last year's budget has
   * the same key and last year's fiscal_year; last year's expected outcome (预算执行数) is execution_estimate.
   * In both kinds of document change, change_pct and share_pct are columns that compare (比上年增减, 占比).
   */
  column_key: string;
  column_name: string;
  fund: Fund;
  /** 万元 for money, else the number itself; null where the cell cannot be read as a number. A blank cell is "0". */
  amount: ExactDecimal | null;
  /** What is counted: 万元 · 人 · 辆 · 个 · 人次 · % · 分 … ("万元" for all money, whatever published_unit is). */
  unit: string;
  /** True for a blank cell of a statement that has data: 0 by rule, published as nothing. */
  is_blank: boolean;
  published_text: string;
  published_unit: string;
  /** Half of the last decimal the document works in, in `unit` (0.005 for 万元 to two decimals); "0" for exact counts. */
  half_width: ExactDecimal;
  budget_kind: BudgetKind | null;
  /** Why the kind of an unlabelled budget is taken to be what it is; null where it is labelled. */
  budget_evidence: string | null;
  /** Why the figure is shown and not used (its table is evidently shifted, or rebuilt and not borne out); null for a figure that is used. */
  quarantine: string | null;
  place: Place;
}

export type ClaimKind = 'change' | 'change_pct' | 'execution_pct' | 'share_pct' | 'amount' | 'count';

/** One number that the narrative states. Decreases are negative in `stated_value`. */
export interface Claim {
  department_id: string;
  fiscal_year: number;
  /** Number of the narrative section (一 … 十三) or of the annex. */
  section_no: string;
  section_title: string;
  /** Claims of one sentence share it; unique in the document, in reading order. */
  sentence: number;
  /** Subject as published: "“三公”经费", "一般公共服务（类）…（项）". */
  subject: string;
  /** Measure of the catalogue (total, three_public …) where the sentence speaks of one. */
  measure: string | null;
  /** Functional subject code, resolved by name among the document's own subjects. */
  subject_code: string | null;
  fund: Fund | null;
  kind: ClaimKind;
  /**
   * For amounts: which one (actual, initial_budget, revised_budget, budget, other; of last year prior_actual,
   * prior_initial_budget, and execution_estimate, the 预算执行数 that a budget states). Null for other kinds.
   */
  column_key: string | null;
  /**
   * For rates, changes and amounts with a direction: against what. prior_actual, prior_initial_budget,
   * prior_execution_estimate, initial_budget, revised_budget, budget; for a share the measure or the published name of
   * the whole.
   */
  base: string | null;
  direction: 'increase' | 'decrease' | 'flat' | null;
  stated_text: string;
  stated_value: ExactDecimal;
  unit: string;
  half_width: ExactDecimal;
  /** True for a number in a clause of reasons or of details: kept, but not the headline of its section. */
  is_detail: boolean;
  place: Place;
}

/** The money of one project as its self-evaluation states it, in 万元. */
export interface Project {
  department_id: string;
  fiscal_year: number;
  annex: string;
  project_name: string;
  unit_name: string;
  initial_budget: ExactDecimal | null;
  revised_budget: ExactDecimal | null;
  executed: ExactDecimal | null;
  stated_execution_pct: ExactDecimal | null;
  /** 得分 of the execution row. */
  execution_score: ExactDecimal | null;
  /** 总分. */
  score: ExactDecimal | null;
  /** Money passed on to other bodies: not part of the department's own expenditure. */
  outside_department: boolean;
  outside_evidence: string | null;
  place: Place;
}

/** One indicator row of a self-evaluation. */
export interface Indicator {
  department_id: string;
  fiscal_year: number;
  annex: string;
  project_name: string | null;
  level_1: string;
  level_2: string;
  level_3: string;
  target: string;
  achieved: string;
  weight: ExactDecimal | null;
  score: ExactDecimal | null;
  place: Place;
}

export interface UnplacedNumber {
  text: string;
  line: number;
  section: string;
  reason: string;
}

/** What was read of one part of the document. */
export interface Section {
  id: string;
  title: string;
  kind: 'statement' | 'narrative' | 'annex' | 'other';
  /**
   * empty: published without data; missing: one of the nine that the document does not have; quarantined: figures of it
   * are shown and not used, because the table contradicts itself as a shifted one does, or because it had to be rebuilt
   * and no sum of its own bears them out.
   */
  status: 'data' | 'empty' | 'missing' | 'quarantined';
  line: number;
  rows: number;
  figures: number;
  claims: number;
  numbers_seen: number;
  unplaced: UnplacedNumber[];
}

export interface Body {
  department_id: string;
  name: string;
  body_level: 'department' | 'unit';
  parent_id: string | null;
  /** Administrative region from the province down, "湖南省株洲市". */
  region: string | null;
  administrative_level: AdministrativeLevel | null;
  /** First year of the body's own accounts where it was founded, merged or split then; null where nothing says so. */
  founded_year: number | null;
  /** The words of the document, or of data/bodies.json, that say so. */
  founded_evidence: string | null;
}

/** 中央 · 省级 · 市级 · 区县级 · 乡镇（街道）级. */
export type AdministrativeLevel = 'central' | 'province' | 'city' | 'county' | 'township';

export interface Disclosure {
  document_id: string;
  title: string;
  kind: 'final_accounts' | 'budget';
  fiscal_year: number;
  department_id: string;
  /** How the text was obtained: the document's own text layer, or read off a picture of it by machine. */
  text_origin: 'text_layer' | 'machine_read' | 'unknown';
  source_name: string;
  source_sha256: string;
  source_format: 'text' | 'pdf' | 'html' | 'xlsx' | 'docx';
  bodies: Body[];
  sections: Section[];
  figures: Figure[];
  claims: Claim[];
  projects: Project[];
  indicators: Indicator[];
}
