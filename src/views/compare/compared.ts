import { Exact } from '../../money/decimal.ts';
import type { DepartmentComparison } from '../../metrics/explore-rows.ts';
import type { Comparability, PriorBasis } from '../../metrics/rows.ts';
import type { Basis, Level, Order, YearOf } from '../../state/exploring.ts';
import { descending } from '../overview/row-order.ts';

/** What the reader compares. */
export interface Choice {
  level: Level;
  /** Ids; null: all of the level. */
  bodies: readonly string[] | null;
  measure: string;
  by: Order;
  basis: Basis;
  /** A year, or years before each body's latest. */
  at: YearOf;
}

/** A body's amounts of one kind. Exact in 万元 and percent. */
export interface Compared {
  row: DepartmentComparison;
  kind: Basis;
  amount: string;
  basis: PriorBasis | null;
  prior: string | null;
  prior_basis: PriorBasis | null;
  alt: string | null;
  alt_prior: string | null;
  contested: boolean;
  change: string | null;
  change_pct: string | null;
  comparability: Comparability;
  /** What the order goes by; null where that is not known. */
  value: string | null;
  /** Among all bodies of the level and year; null where there is none. */
  rank: number | null;
}

export type Reason = 'contested' | 'no_prior' | 'zero_base' | 'scope_differs' | 'no_staff' | 'budget_per_staff';

export interface Comparison {
  /** In order, the most or the largest increase first; kinds never together. */
  placed: Record<Basis, readonly Compared[]>;
  apart: readonly { compared: Compared; reason: Reason }[];
  /** Bodies without such a figure. */
  absent: readonly { department_id: string; department_name: string; year: number | null }[];
  /** How many have a rank, by kind and year. */
  ranked: (compared: Compared) => number;
  /** The year, where it is the same for all. */
  year: number | null;
}

/** Sets the bodies of one level side by side; what is contested or not comparable stands apart, with the reason. */
export function comparisonOf(rows: readonly DepartmentComparison[], choice: Choice): Comparison {
  const level = rows.filter((row) => row.body_level === choice.level);
  const measured = level.filter((row) => row.measure === choice.measure);
  const names = new Map(level.map((row) => [row.department_id, row.department_name]));
  const chosen = [...names].filter(([id]) => choice.bodies === null || choice.bodies.includes(id));
  const placed: Record<Basis, Compared[]> = { actual: [], initial_budget: [] };
  const apart: { compared: Compared; reason: Reason }[] = [];
  const absent: { department_id: string; department_name: string; year: number | null }[] = [];
  const years = new Set<number>();
  for (const [department_id, department_name] of chosen) {
    const year = yearOf(
      measured.filter((row) => row.department_id === department_id),
      choice,
    );
    if (year !== null) years.add(year);
    const row = measured.find((each) => each.department_id === department_id && each.fiscal_year === year);
    const compared = row === undefined ? null : comparedOf(row, choice);
    if (compared === null) {
      absent.push({ department_id, department_name, year });
      continue;
    }
    const reason = reasonOf(compared, choice.by);
    if (reason === null) placed[compared.kind].push(compared);
    else apart.push({ compared, reason });
  }
  const order = (list: readonly Compared[]): Compared[] => [...list].sort((a, b) => descending(a.value, b.value));
  return {
    placed: { actual: order(placed.actual), initial_budget: order(placed.initial_budget) },
    apart,
    absent,
    ranked: ({ kind, row: { fiscal_year } }) =>
      measured.filter((row) => row.fiscal_year === fiscal_year && rankOf(row, kind, choice.by) !== null).length,
    year: years.size === 1 ? [...years][0]! : null,
  };
}

/**
 * The choice, with what the reader left open set to what sets two bodies beside each other: first another measure, then
 * the amounts instead of their changes, then another year. As it was where nothing does.
 */
export function rankable(
  rows: readonly DepartmentComparison[],
  choice: Choice,
  left: { measure: boolean; by: boolean; at: boolean },
): Choice {
  const first = <T>(usual: T, others: readonly T[], open: boolean): T[] =>
    open ? [...new Set([usual, ...others])] : [usual];
  const measures = first(choice.measure, [...new Set(rows.map(({ measure }) => measure))], left.measure);
  const orders = first<Order>(choice.by, ['amount'], left.by);
  const years = yearsOf(rows, choice.level).map((year) => String(year) as YearOf);
  for (const at of first<YearOf>(choice.at, [...years, '-0'], left.at))
    for (const by of orders)
      for (const measure of measures) {
        const { placed } = comparisonOf(rows, { ...choice, at, by, measure });
        if (Math.max(placed.actual.length, placed.initial_budget.length) > 1) return { ...choice, at, by, measure };
      }
  return choice;
}

/** Years that there is anything of, the latest first. */
export function yearsOf(rows: readonly DepartmentComparison[], level: Level): number[] {
  return [...new Set(rows.filter((row) => row.body_level === level).map(({ fiscal_year }) => fiscal_year))].sort(
    (a, b) => b - a,
  );
}

/** Bodies whose value is the highest or the lowest of those given in order; more than one where they are level. */
export function ends(placed: readonly Compared[]): { most: Compared[]; least: Compared[] } {
  const [first, last] = [placed[0], placed.at(-1)];
  const level = (end: Compared | undefined): Compared[] =>
    end === undefined ? [] : placed.filter(({ value }) => new Exact(value!).equals(end.value!));
  return { most: level(first), least: level(last) };
}

/**
 * The year of a body that is compared: that of the choice, or so many years before the body's latest one that is
 * published in the kind it is compared in.
 */
function yearOf(rows: readonly DepartmentComparison[], { at, basis }: Choice): number | null {
  if (!at.startsWith('-')) return Number(at);
  const published = (kind: Basis): number[] =>
    rows
      .filter((row) =>
        kind === 'actual'
          ? row.actual !== null && row.actual_basis === 'published'
          : row.initial_budget !== null && row.initial_budget_basis === 'published',
      )
      .map(({ fiscal_year }) => fiscal_year);
  const actual = basis === 'actual' ? published('actual') : [];
  const years = actual.length > 0 ? actual : published('initial_budget');
  return years.length === 0 ? null : Math.max(...years) - Number(at.slice(1));
}

function comparedOf(row: DepartmentComparison, { basis, by, at }: Choice): Compared | null {
  const kind: Basis = basis === 'actual' && row.actual !== null ? 'actual' : 'initial_budget';
  const amount = kind === 'actual' ? row.actual : row.initial_budget;
  if (amount === null) return null;
  const figures =
    kind === 'actual'
      ? {
          basis: row.actual_basis,
          prior: row.prior_actual,
          prior_basis: row.prior_basis,
          alt: row.alt_actual,
          alt_prior: row.alt_prior_actual,
          contested: row.contested,
          change: row.change,
          change_pct: row.change_pct,
          comparability: row.comparability,
        }
      : {
          basis: row.initial_budget_basis,
          prior: row.prior_initial_budget,
          prior_basis: row.prior_initial_budget_basis,
          alt: row.alt_initial_budget,
          alt_prior: row.alt_prior_initial_budget,
          contested: row.budget_contested ?? false,
          change: row.budget_change,
          change_pct: row.budget_change_pct,
          comparability: row.budget_comparability ?? ('no_prior' as const),
        };
  const { change, change_pct } = figures;
  const perStaff = kind === 'actual' ? row.per_staff : null;
  return {
    row,
    kind,
    amount,
    ...figures,
    value: { amount, change, change_pct, per_staff: perStaff }[by],
    // Bodies of different years have no rank among each other.
    rank: at.startsWith('-') ? null : rankOf(row, kind, by),
  };
}

function rankOf(row: DepartmentComparison, kind: Basis, by: Order): number | null {
  const ranks =
    kind === 'actual'
      ? { amount: row.rank_actual, change: row.rank_change, change_pct: row.rank_change_pct }
      : { amount: row.rank_initial_budget, change: row.rank_budget_change, change_pct: row.rank_budget_change_pct };
  return by === 'per_staff' ? null : ranks[by];
}

function reasonOf(compared: Compared, by: Order): Reason | null {
  if (compared.contested) return 'contested';
  if (by === 'per_staff')
    return compared.kind === 'initial_budget' ? 'budget_per_staff' : compared.value === null ? 'no_staff' : null;
  if (by === 'amount') return null;
  return compared.comparability === 'comparable' ? null : compared.comparability;
}
