import type { ContradictedFigure } from '../metrics/reconciliation-rows.ts';

/** How many contradictions there are between the numbers of these bodies in a year. */
export function contradictionsOf(
  figures: readonly ContradictedFigure[],
  departments: readonly string[],
  year: number,
): number {
  const ofBodies = figures.filter(
    (figure) => departments.includes(figure.department_id) && figure.fiscal_year === year,
  );
  return new Set(ofBodies.map(({ finding_id }) => finding_id)).size;
}
