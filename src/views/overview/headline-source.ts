import type { FigureSource } from '../../components/figure-source.ts';
import type { HeadlineChange } from '../../metrics/rows.ts';
import { plain, statedRate } from './exact-text.ts';
import type { Sources } from './sources.ts';

const QUERY = 'queries/metrics/headline_changes.sql';

/** Where a headline figure, last year's and their change come from. */
export function headlineSource(row: HeadlineChange, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const words = texts.source;
  const year = row.fiscal_year;
  const name = texts.measures[row.measure] ?? row.measure_name;
  const sides = [
    sources.side({
      label: words.sides.actual(year),
      amount: row.actual,
      basis: row.actual_basis === 'implied' ? words.impliedLater : words.publishedBasis,
      locator: row.locator,
      // An implied figure stands in the document of the year after.
      year: row.actual_basis === 'implied' ? year + 1 : year,
    }),
  ];
  if (row.alt_actual !== null)
    sides.push(
      sources.side({
        label: words.sides.altActual(year),
        amount: row.alt_actual,
        basis: null,
        locator: row.alt_locator,
        year,
      }),
    );
  if (row.prior_actual !== null)
    sides.push(
      sources.side({
        label: words.sides.prior(year - 1),
        amount: row.prior_actual,
        basis: row.prior_basis === 'implied' ? words.implied : words.publishedBasis,
        locator: row.prior_locator,
        year: row.prior_basis === 'implied' ? year : year - 1,
      }),
    );
  if (row.alt_prior_actual !== null)
    sides.push(
      sources.side({
        label: words.sides.altPrior(year - 1),
        amount: row.alt_prior_actual,
        basis: null,
        locator: row.alt_prior_locator,
        year,
      }),
    );
  return {
    title: `${name} · ${texts.year(year)}`,
    value: row.actual === null ? texts.tile.none : texts.withUnit(numbers.amount(row.actual), unit),
    sides,
    computed: formulas(row, sources),
    remarks: remarks(row, sources),
    query: QUERY,
  };
}

function formulas(row: HeadlineChange, { voice: { texts } }: Sources): string[] {
  const words = texts.source;
  const lines: string[] = [];
  if (row.actual !== null && row.prior_actual !== null) {
    if (row.prior_basis === 'implied' && row.claimed_change !== null)
      lines.push(words.implies(plain(row.actual), plain(row.claimed_change), plain(row.prior_actual)));
    if (row.change !== null) {
      lines.push(words.change(plain(row.actual), plain(row.prior_actual), plain(row.change)));
      if (row.change_pct !== null)
        lines.push(words.changePct(plain(row.change), plain(row.prior_actual), `${row.change_pct}%`));
    }
  }
  return lines;
}

function remarks(row: HeadlineChange, { voice: { texts } }: Sources): string[] {
  const words = texts.source;
  const lines: string[] = [];
  if (row.contested)
    lines.push(row.alt_actual !== null || row.alt_prior_actual !== null ? words.contested : texts.contested);
  if (row.comparability !== 'comparable') lines.push(texts.tile.reasons[row.comparability] ?? row.comparability);
  if (row.claimed_change !== null || row.claimed_change_pct !== null) {
    const change = row.claimed_change === null ? null : texts.withUnit(plain(row.claimed_change), texts.units['万元']!);
    const rate = row.claimed_change_pct === null ? null : statedRate(row.claimed_change_pct);
    lines.push(words.claimed(words.claimedBoth(change, rate)));
  }
  return lines;
}
