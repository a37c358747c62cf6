import type { ExpenditureStructure, PriorBasis } from '../../metrics/rows.ts';
import type { FigureKind } from './shown-figure.ts';

/** A functional subject with amounts of one kind, exact in 万元; null = not known. */
export interface ShownSubject extends Pick<
  ExpenditureStructure,
  'fund' | 'subject_code' | 'subject_name' | 'level' | 'parent_code'
> {
  /** What the subject was read from. */
  row: ExpenditureStructure;
  kind: FigureKind;
  amount: string;
  basic: string | null;
  project: string | null;
  share_pct: string | null;
  /** What `share_pct` is a share of. */
  total: { amount: string; locator: string | null } | null;
  change: string | null;
  /** Percentage points of last year's total that the change makes. */
  contribution_pp: string | null;
  prior: { amount: string; basis: PriorBasis; locator: string | null } | null;
  locator: string | null;
}

/** The subject with its actual amounts, or with its initial budget; null where that kind is not known. */
export function shownSubject(row: ExpenditureStructure, kind: FigureKind): ShownSubject | null {
  const { fund, subject_code, subject_name, level, parent_code } = row;
  const subject = { fund, subject_code, subject_name, level, parent_code, kind, row };
  if (kind === 'actual') {
    if (row.actual === null) return null;
    return {
      ...subject,
      amount: row.actual,
      basic: row.basic,
      project: row.project,
      share_pct: row.share_pct,
      total: row.total_actual === null ? null : { amount: row.total_actual, locator: row.total_locator },
      change: row.change,
      contribution_pp: row.contribution_pp,
      prior:
        row.prior_actual === null
          ? null
          : { amount: row.prior_actual, basis: row.prior_basis ?? 'published', locator: row.prior_locator },
      locator: row.locator,
    };
  }
  if (row.initial_budget === null) return null;
  return {
    ...subject,
    amount: row.initial_budget,
    basic: row.initial_budget_basic,
    project: row.initial_budget_project,
    share_pct: row.budget_share_pct,
    total:
      row.total_initial_budget === null
        ? null
        : { amount: row.total_initial_budget, locator: row.total_initial_budget_locator },
    change: row.budget_change,
    contribution_pp: row.budget_contribution_pp,
    prior:
      row.prior_initial_budget === null
        ? null
        : { amount: row.prior_initial_budget, basis: 'published', locator: row.prior_initial_budget_locator },
    locator: row.initial_budget_locator,
  };
}
