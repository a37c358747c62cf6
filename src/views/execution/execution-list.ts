import { Exact } from '../../money/decimal.ts';
import type { Execution, ProjectExecution } from '../../metrics/rows.ts';
import type { Deviation } from '../../state/exploring.ts';
import { descending } from '../overview/row-order.ts';

const TOTAL = 'total';
const WHOLE = 100;

/** The subjects of one year, by what can be said of them. */
export interface Subjects {
  /** As the query gives it: a ratio of sums. */
  total: Execution | null;
  /** Those with a budget first by their deviation; those without a rate last. */
  budgeted: readonly Execution[];
  /** Spent on with a budget of 0. */
  unbudgeted: readonly Execution[];
}

export function subjectsOf(rows: readonly Execution[], order: Deviation): Subjects {
  const published = rows.filter(
    (row) => row.actual !== null || row.initial_budget !== null || row.revised_budget !== null,
  );
  const subjects = published.filter((row) => row.subject_code !== TOTAL);
  return {
    total: published.find((row) => row.subject_code === TOTAL) ?? null,
    budgeted: byDeviation(
      subjects.filter((row) => row.status !== 'unbudgeted'),
      order,
    ),
    unbudgeted: [...subjects.filter((row) => row.status === 'unbudgeted')].sort((a, b) =>
      descending(a.actual, b.actual),
    ),
  };
}

/** From the furthest off its budget to the nearest, in 万元 or in points off 100 %; those without a rate last. */
export function byDeviation<Row extends Pick<ProjectExecution, 'execution_pct' | 'deviation'>>(
  rows: readonly Row[],
  order: Deviation,
): Row[] {
  const distance = ({ execution_pct, deviation }: Row): string | null => {
    if (order === 'pct') return execution_pct === null ? null : new Exact(execution_pct).minus(WHOLE).abs().toFixed();
    return deviation === null ? null : new Exact(deviation).abs().toFixed();
  };
  return [...rows].sort((a, b) => descending(distance(a), distance(b)));
}

/** Rows with a rate below the limit, both in percent; all where there is no limit. */
export function below<Row extends { execution_pct: string | null }>(rows: readonly Row[], limit: string | null): Row[] {
  if (limit === null) return [...rows];
  return rows.filter(({ execution_pct }) => execution_pct !== null && new Exact(execution_pct).lessThan(limit));
}
