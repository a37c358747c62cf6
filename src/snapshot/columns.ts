/**
 * The columns of a snapshot. One Parquet file holds everything read out of one document: `record` says what a row is
 * (document · body · section · unplaced · figure · claim · project · indicator), columns that a record does not have are
 * null. Raising FORMAT_VERSION is needed whenever a column changes its name, type or meaning.
 */
export const FORMAT_VERSION = 2;

/** Exact amounts: 26 digits before the point, 元 to the cent (0.000001 万元) behind it. */
export const AMOUNT = 'DECIMAL(32,6)';
/** Half-widths go one digit and more below: half a cent is 0.0000005 万元. */
export const HALF_WIDTH = 'DECIMAL(32,8)';

export const COLUMNS = {
  record: 'VARCHAR',
  /** Order in the document, from 1, over all records. */
  ordinal: 'INTEGER',
  document_id: 'VARCHAR',
  department_id: 'VARCHAR',
  fiscal_year: 'INTEGER',

  // document
  /** FORMAT_VERSION, for a snapshot that comes without its manifest. */
  format_version: 'INTEGER',
  document_title: 'VARCHAR',
  /** final_accounts · budget */
  document_kind: 'VARCHAR',
  text_origin: 'VARCHAR',
  source_name: 'VARCHAR',
  source_sha256: 'VARCHAR',
  /** text · pdf · html · xlsx · docx */
  source_format: 'VARCHAR',

  // body
  body_name: 'VARCHAR',
  body_level: 'VARCHAR',
  parent_id: 'VARCHAR',
  region: 'VARCHAR',
  /** central · province · city · county · township */
  administrative_level: 'VARCHAR',
  founded_year: 'INTEGER',
  founded_evidence: 'VARCHAR',

  // section; its unplaced numbers are rows of their own (record = 'unplaced')
  section_id: 'VARCHAR',
  section_title: 'VARCHAR',
  section_kind: 'VARCHAR',
  section_status: 'VARCHAR',
  row_count: 'INTEGER',
  figure_count: 'INTEGER',
  claim_count: 'INTEGER',
  number_count: 'INTEGER',
  unplaced_text: 'VARCHAR',
  unplaced_reason: 'VARCHAR',

  // figure (and what claim and figure share)
  statement: 'VARCHAR',
  side: 'VARCHAR',
  row_code: 'VARCHAR',
  row_name: 'VARCHAR',
  level: 'INTEGER',
  parent_code: 'VARCHAR',
  column_key: 'VARCHAR',
  column_name: 'VARCHAR',
  fund: 'VARCHAR',
  amount: AMOUNT,
  unit: 'VARCHAR',
  is_blank: 'BOOLEAN',
  published_text: 'VARCHAR',
  published_unit: 'VARCHAR',
  half_width: HALF_WIDTH,
  budget_kind: 'VARCHAR',
  budget_evidence: 'VARCHAR',
  quarantine: 'VARCHAR',

  // claim
  section_no: 'VARCHAR',
  sentence: 'INTEGER',
  subject: 'VARCHAR',
  measure: 'VARCHAR',
  subject_code: 'VARCHAR',
  claim_kind: 'VARCHAR',
  base: 'VARCHAR',
  direction: 'VARCHAR',
  stated_text: 'VARCHAR',
  stated_value: AMOUNT,
  is_detail: 'BOOLEAN',

  // project, indicator
  annex: 'VARCHAR',
  project_name: 'VARCHAR',
  unit_name: 'VARCHAR',
  initial_budget: AMOUNT,
  revised_budget: AMOUNT,
  executed: AMOUNT,
  stated_execution_pct: AMOUNT,
  execution_score: AMOUNT,
  score: AMOUNT,
  outside_department: 'BOOLEAN',
  outside_evidence: 'VARCHAR',
  level_1: 'VARCHAR',
  level_2: 'VARCHAR',
  level_3: 'VARCHAR',
  target: 'VARCHAR',
  achieved: 'VARCHAR',
  weight: AMOUNT,

  // place, of every record
  place_section: 'VARCHAR',
  place_row: 'VARCHAR',
  place_column: 'VARCHAR',
  line: 'INTEGER',
  page: 'INTEGER',
  /** The place in one line of Chinese, for people: "公开05表…，行…，列…，第 300 行". */
  locator: 'VARCHAR',
} as const;

export type ColumnName = keyof typeof COLUMNS;
/** All cells as exact text; the writer casts them to the types above. */
export type SnapshotRow = Partial<Record<ColumnName, string | null>>;
