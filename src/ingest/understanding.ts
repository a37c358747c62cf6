import type { ClaimKind, Fund } from './disclosure.ts';
import type { NamedBody } from './mentions.ts';
import type { Subject } from './part.ts';

/** Where a sentence stands: what it leaves unsaid is what the page shows. */
export interface UnderstandingContext {
  department: string;
  year: number;
  bodies: readonly NamedBody[];
  /** Functional subjects of the department's own statements. */
  subjects: readonly Subject[];
}

/** One number of a text that can be held against the data. Offsets are those of the text as given. */
export interface UnderstoodNumber {
  start: number;
  end: number;
  text: string;
  department: string;
  year: number;
  kind: ClaimKind;
  /** What the number is said of, in the words of the text. */
  subject: string;
  measure: string | null;
  subjectCode: string | null;
  fund: Fund | null;
  /** Of amounts. */
  column: 'actual' | 'initial_budget' | 'revised_budget' | 'budget' | null;
  /** prior_actual, prior_initial_budget or a budget; of a share the measure of the whole. */
  base: string | null;
  /** Exact: 万元, percent or count; a decrease is negative. */
  value: string;
  halfWidth: string;
}

/** A number that was seen and cannot be held against anything, with the reason as a word of the catalogue. */
export interface UnclearNumber {
  start: number;
  end: number;
  text: string;
  reason: string;
}

export interface Understanding {
  understood: UnderstoodNumber[];
  unclear: UnclearNumber[];
}
