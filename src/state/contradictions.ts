import type { ContradictedFigure } from '../metrics/reconciliation-rows.ts';

/** How many contradictions a body has in a year. */
export function contradictionsOf(figures: readonly ContradictedFigure[], department: string, year: number): number {
  const ofBody = figures.filter((figure) => figure.department_id === department && figure.fiscal_year === year);
  return new Set(ofBody.map(({ finding_id }) => finding_id)).size;
}
