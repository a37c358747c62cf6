import type { FigureSource } from '../../components/figure-source.ts';
import type { TrendRow } from '../../metrics/analysis-rows.ts';
import type { PriorBasis } from '../../metrics/rows.ts';
import { fundToName } from '../overview/headline-choice.ts';
import { plain } from '../overview/exact-text.ts';
import { quoteOf } from '../quotes/figure-quote.ts';
import type { Sources } from '../sources.ts';

/** Where a point comes from, and how its index and its share are computed. */
export function trendSource(row: TrendRow, name: string, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const words = texts.trends;
  const of = texts.source.of[row.amount_kind];
  const year = row.fiscal_year;
  const fund = row.item_kind === 'subject' ? null : fundToName({ measure: row.item, fund: row.fund });
  const computed: string[] = [];
  const indexed = row.index_pct !== null && row.first_year !== year;
  if (indexed)
    computed.push(words.indexFormula(plain(row.amount), plain(row.first_amount), row.first_year, `${row.index_pct}%`));
  const shared = row.share_pct !== null && row.base_amount !== null && row.share_base !== null;
  const base = texts.measures[row.share_base ?? ''] ?? row.share_base ?? '';
  if (shared) computed.push(words.shareFormula(plain(row.amount), plain(row.base_amount!), base, `${row.share_pct}%`));
  const basisOf = (basis: PriorBasis | null): string =>
    basis === 'implied' ? words.impliedBasis : texts.source.publishedBasis;
  return {
    title: `${name} · ${texts.year(year)}`,
    value: texts.withUnit(numbers.amount(row.amount), unit),
    sides: [
      sources.side({
        label: of.side(year),
        amount: row.amount,
        basis: basisOf(row.basis),
        locator: row.locator,
        document_id: row.document_id,
        year,
      }),
      ...(row.alt_amount === null
        ? []
        : [sources.side({ label: of.altSide(year), amount: row.alt_amount, basis: null, locator: null, year })]),
      ...(indexed
        ? [
            sources.side({
              label: of.side(row.first_year),
              amount: row.first_amount,
              basis: basisOf(row.first_basis),
              locator: row.first_locator,
              document_id: row.first_document_id,
              year: row.first_year,
            }),
          ]
        : []),
      ...(shared
        ? [
            sources.side({
              label: `${base} · ${of.side(year)}`,
              amount: row.base_amount,
              basis: basisOf(row.base_basis),
              locator: row.base_locator,
              document_id: row.base_document_id,
              year,
            }),
          ]
        : []),
    ],
    computed,
    remarks: row.contested ? [texts.source.contested] : [],
    query: 'queries/metrics/trends.sql',
    about: { department: row.department_id, year },
    quote: quoteOf(
      {
        body: row.department_name,
        year,
        name:
          row.item_kind === 'subject'
            ? texts.quote.subject(row.item, texts.subject(row.item, row.item_name))
            : (texts.measures[row.item] ?? row.item_name),
        fund: fund === null ? null : (texts.funds[fund] ?? fund),
        kind: row.amount_kind,
        amount: row.amount,
        basis: row.basis,
        other: row.alt_amount,
        contested: row.contested,
        share:
          row.share_pct === null || row.share_base === null
            ? null
            : { whole: texts.measures[row.share_base] ?? row.share_base, rate: row.share_pct },
        more:
          row.index_pct === null || row.first_year === year
            ? []
            : [
                texts.quote.index(
                  row.first_year,
                  texts.quote.money(numbers.amount(row.first_amount), texts.quote.unit(unit)),
                  numbers.rate(row.index_pct),
                ),
              ],
      },
      sources.voice,
    ),
  };
}
