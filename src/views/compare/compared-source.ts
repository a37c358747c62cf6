import type { FigureSource } from '../../components/figure-source.ts';
import { fundToName } from '../overview/headline-choice.ts';
import { plain } from '../overview/exact-text.ts';
import { quoteOf } from '../quotes/figure-quote.ts';
import type { Sources } from '../sources.ts';
import type { Compared } from './compared.ts';

const QUERY = 'queries/metrics/department_comparison.sql';

/** Where a body's amount, last year's of the same kind and their change come from. */
export function comparedSource(compared: Compared, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const words = texts.source;
  const { row, kind, amount, basis, prior, prior_basis, alt, alt_prior, change, change_pct } = compared;
  const of = words.of[kind];
  const year = row.fiscal_year;
  const isActual = kind === 'actual';
  const fund = fundToName(row);
  const computed: string[] = [];
  if (change !== null && prior !== null) {
    computed.push(of.change(plain(amount), plain(prior), plain(change)));
    if (change_pct !== null) computed.push(of.changePct(plain(change), plain(prior), `${change_pct}%`));
  }
  if (isActual && row.per_staff !== null && row.staff !== null)
    computed.push(texts.compare.source.perStaff(plain(amount), plain(row.staff), plain(row.per_staff)));
  if (compared.rank !== null) computed.push(texts.compare.source.rank(compared.rank));
  const side = (
    label: string,
    value: string,
    told: string | null,
    locator: string | null,
    of: number,
    document: string | null,
  ) => sources.side({ label, amount: value, basis: told, locator, year: of, document_id: document });
  return {
    title: `${row.department_name} · ${texts.measures[row.measure] ?? row.measure_name} · ${texts.year(year)}`,
    value: texts.withUnit(numbers.amount(amount), unit),
    sides: [
      side(
        of.side(year),
        amount,
        basis === 'implied' ? of.impliedLater : words.publishedBasis,
        isActual ? row.locator : row.initial_budget_locator,
        basis === 'implied' ? year + 1 : year,
        isActual ? row.document_id : row.initial_budget_document_id,
      ),
      ...(alt === null
        ? []
        : [
            side(
              of.altSide(year),
              alt,
              null,
              isActual ? row.alt_locator : row.alt_initial_budget_locator,
              year,
              isActual ? row.alt_document_id : row.alt_initial_budget_document_id,
            ),
          ]),
      ...(prior === null
        ? []
        : [
            side(
              of.side(year - 1),
              prior,
              prior_basis === 'implied' ? of.implied : words.publishedBasis,
              isActual ? row.prior_locator : row.prior_initial_budget_locator,
              prior_basis === 'implied' ? year : year - 1,
              isActual ? null : row.prior_initial_budget_document_id,
            ),
          ]),
      ...(alt_prior === null
        ? []
        : [
            side(
              of.altSide(year - 1),
              alt_prior,
              null,
              isActual ? row.alt_prior_locator : row.alt_prior_initial_budget_locator,
              year,
              isActual ? row.alt_prior_document_id : row.alt_prior_initial_budget_document_id,
            ),
          ]),
      ...(!isActual || row.per_staff === null || row.staff === null
        ? []
        : [
            {
              ...sources.side({
                label: texts.compare.source.staff(year),
                amount: null,
                basis: words.publishedBasis,
                locator: row.staff_locator,
                year,
                document_id: row.document_id,
              }),
              amount: texts.compare.persons(plain(row.staff).replace(/\.0+$/, '')),
            },
          ]),
    ],
    computed,
    remarks: [
      ...(compared.contested ? [words.contested] : []),
      ...(compared.comparability === 'comparable' ? [] : [texts.tile.reasons[kind][compared.comparability]]),
    ],
    query: QUERY,
    about: { department: row.department_id, year },
    quote: quoteOf(
      {
        body: row.department_name,
        year,
        name: texts.measures[row.measure] ?? row.measure_name,
        fund: fund === null ? null : (texts.funds[fund] ?? fund),
        kind,
        amount,
        basis,
        other: alt,
        contested: compared.contested,
        change: {
          prior,
          basis: prior_basis,
          other: alt_prior,
          change,
          change_pct,
          comparability: compared.comparability,
        },
        more:
          isActual && row.per_staff !== null && row.staff !== null
            ? [
                texts.quote.perStaff(
                  plain(row.staff).replace(/\.0+$/, ''),
                  texts.quote.money(numbers.amount(row.per_staff), texts.quote.unit(unit)),
                ),
              ]
            : [],
      },
      sources.voice,
    ),
  };
}
