import type { FigureSource } from '../../components/figure-source.ts';
import type { TrendRow } from '../../metrics/analysis-rows.ts';
import { plain } from '../overview/exact-text.ts';
import type { Sources } from '../sources.ts';

/** Where a point comes from, and how its index and its share are computed. */
export function trendSource(row: TrendRow, name: string, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const words = texts.trends;
  const of = texts.source.of[row.amount_kind];
  const year = row.fiscal_year;
  const computed: string[] = [];
  if (row.index_pct !== null && row.first_year !== year)
    computed.push(words.indexFormula(plain(row.amount), plain(row.first_amount), row.first_year, `${row.index_pct}%`));
  if (row.share_pct !== null && row.base_amount !== null && row.share_base !== null)
    computed.push(
      words.shareFormula(
        plain(row.amount),
        plain(row.base_amount),
        texts.measures[row.share_base] ?? row.share_base,
        `${row.share_pct}%`,
      ),
    );
  return {
    title: `${name} · ${texts.year(year)}`,
    value: texts.withUnit(numbers.amount(row.amount), unit),
    sides: [
      sources.side({
        label: of.side(year),
        amount: row.amount,
        basis: row.basis === 'implied' ? words.impliedBasis : texts.source.publishedBasis,
        locator: row.locator,
        document_id: row.document_id,
        year,
      }),
      ...(row.alt_amount === null
        ? []
        : [sources.side({ label: of.altSide(year), amount: row.alt_amount, basis: null, locator: null, year })]),
    ],
    computed,
    remarks: row.contested ? [texts.source.contested] : [],
    query: 'queries/metrics/trends.sql',
  };
}
