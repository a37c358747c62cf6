import type { FigureSource, SourceSide } from '../../components/figure-source.ts';
import type { HeadlineChange } from '../../metrics/rows.ts';
import { quoteOf } from '../quotes/figure-quote.ts';
import { plain, statedRate } from './exact-text.ts';
import { fundToName } from './headline-choice.ts';
import { shownFigure, type ShownFigure, type ShownSide } from './shown-figure.ts';
import type { Sources } from '../sources.ts';

const QUERY = 'queries/metrics/headline_changes.sql';

/** Where a headline figure, last year's of the same kind and their change come from. */
export function headlineSource(row: HeadlineChange, sources: Sources): FigureSource {
  return sourceOfFigure(row, shownFigure(row), sources);
}

/** The same of one kind of figure. */
export function sourceOfFigure(row: HeadlineChange, figure: ShownFigure, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const words = texts.source;
  const of = words.of[figure.kind];
  const year = row.fiscal_year;
  const name = texts.measures[row.measure] ?? row.measure_name;
  const { now, altNow, prior, altPrior } = figure;
  const fund = fundToName(row);
  const written = (label: string, side: ShownSide, basis: string | null, documentYear: number): SourceSide =>
    sources.side({ ...side, label, basis, year: documentYear });
  return {
    title: `${name} · ${texts.year(year)}`,
    value: now === null ? texts.tile.none : texts.withUnit(numbers.amount(now.amount), unit),
    sides: [
      now === null
        ? sources.side({ label: of.side(year), amount: null, basis: null, locator: null, year })
        : // An implied figure stands in the document of the year after.
          written(
            of.side(year),
            now,
            now.basis === 'implied' ? of.impliedLater : words.publishedBasis,
            now.basis === 'implied' ? year + 1 : year,
          ),
      ...(altNow === null ? [] : [written(of.altSide(year), altNow, null, year)]),
      ...(prior === null
        ? []
        : [
            written(
              of.side(year - 1),
              prior,
              prior.basis === 'implied' ? of.implied : words.publishedBasis,
              prior.basis === 'implied' ? year : year - 1,
            ),
          ]),
      ...(altPrior === null ? [] : [written(of.altSide(year - 1), altPrior, null, year)]),
    ],
    computed: formulas(row, figure, sources),
    remarks: remarks(row, figure, sources),
    query: QUERY,
    about: { department: row.department_id, year },
    quote: quoteOf(
      {
        body: row.department_name,
        year,
        name,
        fund: fund === null ? null : (texts.funds[fund] ?? fund),
        kind: figure.kind,
        amount: now?.amount ?? null,
        basis: now?.basis ?? null,
        other: altNow?.amount ?? null,
        contested: figure.contested,
        change: {
          prior: prior?.amount ?? null,
          basis: prior?.basis ?? null,
          other: altPrior?.amount ?? null,
          change: figure.change,
          change_pct: figure.change_pct,
          comparability: figure.comparability,
        },
      },
      sources.voice,
    ),
  };
}

function formulas(row: HeadlineChange, figure: ShownFigure, { voice: { texts } }: Sources): string[] {
  const words = texts.source;
  const { now, prior, change, change_pct, kind } = figure;
  const lines: string[] = [];
  if (now === null || prior === null) return lines;
  if (kind === 'actual' && prior.basis === 'implied' && row.claimed_change !== null)
    lines.push(words.implies(plain(now.amount), plain(row.claimed_change), plain(prior.amount)));
  if (change !== null) {
    lines.push(words.of[kind].change(plain(now.amount), plain(prior.amount), plain(change)));
    if (change_pct !== null) lines.push(words.of[kind].changePct(plain(change), plain(prior.amount), `${change_pct}%`));
  }
  return lines;
}

function remarks(row: HeadlineChange, figure: ShownFigure, { voice: { texts } }: Sources): string[] {
  const words = texts.source;
  const lines: string[] = [];
  if (figure.contested)
    lines.push(figure.altNow !== null || figure.altPrior !== null ? words.contested : texts.contested);
  if (figure.comparability !== 'comparable') lines.push(texts.tile.reasons[figure.kind][figure.comparability]);
  if (figure.kind === 'actual' && (row.claimed_change !== null || row.claimed_change_pct !== null)) {
    const change = row.claimed_change === null ? null : texts.withUnit(plain(row.claimed_change), texts.units['万元']!);
    const rate = row.claimed_change_pct === null ? null : statedRate(row.claimed_change_pct);
    lines.push(words.claimed(words.claimedBoth(change, rate)));
  }
  return lines;
}
