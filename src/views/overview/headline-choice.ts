import type { HeadlineChange } from '../../metrics/rows.ts';
import type { FigureKind } from './shown-figure.ts';

const FUND_ORDER = ['all', 'fiscal', 'general_public', 'government_fund', 'state_capital'];

/** Measures whose name says nothing of the fund: where it is not all money, the page says so. */
const FUND_IS_NEWS = new Set([
  'total',
  'revenue',
  'expenditure',
  'basic',
  'project',
  'personnel',
  'operating',
  'opening_carryover',
  'closing_carryover',
]);

/**
 * The row of a measure and year on the widest fund that has an actual amount, else a budget; undefined where nothing is
 * published.
 */
export function headlineOf(
  rows: readonly HeadlineChange[],
  year: number,
  measure: string,
  kinds: readonly FigureKind[] = ['actual', 'initial_budget'],
): HeadlineChange | undefined {
  const candidates = rows
    .filter((row) => row.fiscal_year === year && row.measure === measure)
    .sort((a, b) => FUND_ORDER.indexOf(a.fund) - FUND_ORDER.indexOf(b.fund));
  for (const kind of kinds) {
    const known = candidates.find((row) => row[kind] !== null);
    if (known !== undefined) return known;
  }
  return candidates[0];
}

/** Fund to be named beside the figure, or null where it goes without saying. */
export function fundToName(row: Pick<HeadlineChange, 'fund' | 'measure'>): string | null {
  return row.fund !== 'all' && FUND_IS_NEWS.has(row.measure) ? row.fund : null;
}

/** The widest fund among the rows. */
export function widestFund(funds: Iterable<string>): string | null {
  const present = new Set(funds);
  return FUND_ORDER.find((fund) => present.has(fund)) ?? null;
}
