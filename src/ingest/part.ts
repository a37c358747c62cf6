import type { Claim, Figure, Indicator, Project, StatementId, UnplacedNumber } from './disclosure.ts';

/** One line of a document as a reader delivers it. */
export interface Line {
  /** From 1, in the file as read. */
  number: number;
  page: number | null;
  text: string;
  /** The cells of a table row (tab-separated in text, found by position elsewhere); one cell for prose. */
  cells: readonly string[];
  /** A row that the reader put together from lines that hold one cell each: see rebuilt-table.ts. */
  isRebuilt?: boolean;
}

/** A stretch of a document that is read by one recogniser. */
export interface Part {
  /** Stable in the document: the statement's id, "narrative-七", "annex-附件4—1", "report-1" … */
  id: string;
  /** Heading as published, spaces inside words removed. */
  title: string;
  kind: 'statement' | 'narrative' | 'annex' | 'other';
  /** Set for statements and annex tables. */
  statement: StatementId | null;
  /** 一 … 十三 for the narrative, 附件4—1 for annexes, null where the document gives none. */
  no: string | null;
  lines: readonly Line[];
}

/** A subject that the document's own statements list. */
export interface Subject {
  code: string;
  name: string;
  level: 1 | 2 | 3;
  parent_code: string | null;
}

/** What a recogniser may know of the rest of the document. */
export interface ReadingContext {
  fiscal_year: number;
  department_id: string;
  department_name: string;
  /** Functional subjects read from the statements. */
  subjects: readonly Subject[];
  /** Id of the body of that name (any spelling), or null; units of the department included. */
  findBody(name: string): string | null;
}

/** What one part yielded. Every number seen is in exactly one of figures, claims, … or `unplaced`. */
export interface Reading {
  figures: Figure[];
  claims: Claim[];
  projects: Project[];
  indicators: Indicator[];
  rows: number;
  numbers_seen: number;
  unplaced: UnplacedNumber[];
}
