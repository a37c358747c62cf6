import type { Comparability, PriorBasis } from '../../metrics/rows.ts';

export type QuotedKind = 'actual' | 'initial_budget' | 'revised_budget' | 'budget' | 'executed';

/** What a quoted sentence says of last year: amounts exact in 万元, the rate in percent. */
export interface QuotedChange {
  prior: string | null;
  basis: PriorBasis | null;
  /** A second, different figure for last year. */
  other: string | null;
  change: string | null;
  change_pct: string | null;
  comparability: Comparability;
}

/** What a sentence says of a figure: amounts exact in 万元, rates in percent, names in the language of the sentence. */
export interface QuoteFacts {
  body: string;
  year: number;
  name: string;
  /** The fund that it is limited to, in words; null where that goes without saying. */
  fund: string | null;
  kind: QuotedKind;
  amount: string | null;
  basis: PriorBasis | null;
  /** A second, different figure for this year. */
  other: string | null;
  contested: boolean;
  change?: QuotedChange | null;
  /** What was budgeted, by the name of that budget, and how much of it the figure is; null where it is no rate. */
  budget?: { name: string; label: string; amount: string; other: string | null; rate: string | null } | null;
  share?: { whole: string; rate: string } | null;
  /** More that is said, in words already. */
  more?: readonly string[];
  /** What the change does to a whole, in words already. */
  effect?: string | null;
}
