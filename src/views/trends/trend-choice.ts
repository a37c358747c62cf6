import type { TrendRow } from '../../metrics/analysis-rows.ts';
import { FUNDS } from '../../state/analysis-address.ts';

/** One measure or subject of one body over the years, on one fund. */
export interface TrendSeries {
  body: string;
  item: string;
  fund: string;
  actual: readonly TrendRow[];
  budget: readonly TrendRow[];
}

/** What is opened where the address names no item: the first of these that is known. */
const USUAL = ['total', 'expenditure', 'general_public_expenditure', 'revenue'];

/** The item of the body on the fund with the most years, and among these the widest; null where it is not known. */
export function seriesOf(rows: readonly TrendRow[], body: string, item: string): TrendSeries | null {
  const known = rows.filter((row) => row.department_id === body && row.item === item);
  const years = (fund: string): number =>
    new Set(known.filter((row) => row.fund === fund).map(({ fiscal_year }) => fiscal_year)).size;
  const [fund] = FUNDS.filter((candidate) => years(candidate) > 0).sort((a, b) => years(b) - years(a));
  if (fund === undefined) return null;
  const ofKind = (kind: TrendRow['amount_kind']): TrendRow[] =>
    known.filter((row) => row.fund === fund && row.amount_kind === kind).sort((a, b) => a.fiscal_year - b.fiscal_year);
  return { body, item, fund, actual: ofKind('actual'), budget: ofKind('initial_budget') };
}

/** The items of the bodies, measures in their order, then subjects by code: each once. */
export function itemsOf(rows: readonly TrendRow[]): TrendRow[] {
  const byItem = new Map(rows.map((row) => [row.item, row]));
  return [...byItem.values()].sort(
    (a, b) => Number(a.item_kind === 'subject') - Number(b.item_kind === 'subject') || subjectOrder(a, b),
  );
}

/** What is opened of a body where nothing else is asked for. */
export function usualItem(rows: readonly TrendRow[]): string | null {
  return USUAL.find((item) => rows.some((row) => row.item === item)) ?? rows[0]?.item ?? null;
}

/** All years from the first that is known to the last. */
export function yearsOf(series: readonly TrendSeries[]): number[] {
  const years = series.flatMap(({ actual, budget }) => [...actual, ...budget].map(({ fiscal_year }) => fiscal_year));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => first + at);
}

function subjectOrder(a: TrendRow, b: TrendRow): number {
  if (a.item_kind !== 'subject' || b.item_kind !== 'subject') return 0;
  return a.item < b.item ? -1 : a.item > b.item ? 1 : 0;
}
