import type { Comparability, HeadlineChange, PriorBasis } from '../../metrics/rows.ts';

export type FigureKind = 'actual' | 'initial_budget';

/** One side of a figure: amount exact in 万元, and where it stands. */
export interface ShownSide {
  amount: string;
  basis: PriorBasis | null;
  locator: string | null;
  /** Null: to be told by place and year. */
  document_id: string | null;
}

/** What the page shows of a measure and year, with last year's figure of the same kind. */
export interface ShownFigure {
  kind: FigureKind;
  /** Null: not published. */
  now: ShownSide | null;
  /** A second, different figure. */
  altNow: ShownSide | null;
  prior: ShownSide | null;
  altPrior: ShownSide | null;
  contested: boolean;
  change: string | null;
  change_pct: string | null;
  comparability: Comparability;
}

/**
 * The actual amount, or the initial budget where no actual amount is known. A budget is compared with last year's
 * budget only, and never shown as an actual amount.
 */
export function shownFigure(row: HeadlineChange): ShownFigure {
  return row.actual === null && row.initial_budget !== null ? asBudget(row) : asActual(row);
}

/** The figure of one kind, whether or not it is known. */
export function figureOfKind(row: HeadlineChange, kind: FigureKind): ShownFigure {
  return kind === 'actual' ? asActual(row) : asBudget(row);
}

function asActual(row: HeadlineChange): ShownFigure {
  return {
    kind: 'actual',
    now: side(row.actual, row.actual_basis, row.locator),
    altNow: side(row.alt_actual, null, row.alt_locator),
    prior: side(row.prior_actual, row.prior_basis, row.prior_locator),
    altPrior: side(row.alt_prior_actual, null, row.alt_prior_locator),
    contested: row.contested,
    change: row.change,
    change_pct: row.change_pct,
    comparability: row.comparability,
  };
}

function asBudget(row: HeadlineChange): ShownFigure {
  const altNow = side(row.alt_initial_budget, null, null);
  const altPrior = side(row.alt_prior_initial_budget, null, null);
  return {
    kind: 'initial_budget',
    now: side(row.initial_budget, row.initial_budget_basis, row.initial_budget_locator, row.initial_budget_document_id),
    altNow,
    prior: side(
      row.prior_initial_budget,
      row.prior_initial_budget_basis,
      row.prior_initial_budget_locator,
      row.prior_initial_budget_document_id,
    ),
    altPrior,
    contested: altNow !== null || altPrior !== null,
    change: row.budget_change,
    change_pct: row.budget_change_pct,
    comparability: row.budget_comparability ?? 'no_prior',
  };
}

function side(
  amount: string | null,
  basis: PriorBasis | null,
  locator: string | null,
  document_id: string | null = null,
): ShownSide | null {
  return amount === null ? null : { amount, basis, locator, document_id };
}
