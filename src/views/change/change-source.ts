import type { FigureSource, Quote } from '../../components/figure-source.ts';
import { directionOf } from '../../language/numbers.ts';
import type { ChangePart } from '../../metrics/analysis-rows.ts';
import type { Comparability } from '../../metrics/rows.ts';
import { plain } from '../overview/exact-text.ts';
import { quoteOf } from '../quotes/figure-quote.ts';
import type { Sources } from '../sources.ts';

const QUERY = 'queries/metrics/change_parts.sql';

/** Where a part of the change comes from, and what it adds to the whole. */
export function partSource(part: ChangePart, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const words = texts.change;
  const of = texts.source.of[part.amount_kind];
  const year = part.fiscal_year;
  const { prior_amount: before, amount: now, change } = part;
  const computed: string[] = [];
  if (now !== null && before !== null) {
    computed.push(of.change(plain(now), plain(before), plain(change)));
    if (part.change_pct !== null) computed.push(of.changePct(plain(change), plain(before), `${part.change_pct}%`));
  } else computed.push(words.remainderOf(plain(part.whole_change), plain(change)));
  if (part.contribution_pp !== null)
    computed.push(words.contributionOf(plain(change), plain(part.whole_prior_amount), part.contribution_pp));
  const name =
    part.reason !== null
      ? words.bar[part.reason]!
      : `${part.subject_code} ${texts.subject(part.subject_code ?? '', part.subject_name ?? '')}`;
  return {
    title: `${name} · ${texts.year(year)}`,
    value: texts.withUnit(numbers.signed(change), unit),
    sides:
      now === null || before === null
        ? wholeSides(part, sources)
        : [
            side(sources, part, year, now, 'published', part.locator),
            side(sources, part, year - 1, before, part.prior_basis, part.prior_locator),
          ],
    computed,
    remarks: part.reason === null && (part.locator === null || part.prior_locator === null) ? [words.zeroListed] : [],
    query: QUERY,
    about: { department: part.department_id, year },
    quote: now === null || before === null ? remainderQuote(part, sources) : partQuote(part, now, sources),
  };
}

/** Where the change of the whole comes from. */
export function wholeSource(part: ChangePart, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const of = texts.source.of[part.amount_kind];
  const name = part.whole_code === 'total' ? texts.change.total : texts.subject(part.whole_code, part.whole_name);
  return {
    title: `${name} · ${texts.year(part.fiscal_year)}`,
    value: texts.withUnit(numbers.amount(part.whole_amount), unit),
    sides: wholeSides(part, sources),
    computed: [of.change(plain(part.whole_amount), plain(part.whole_prior_amount), plain(part.whole_change))],
    remarks: [],
    query: QUERY,
    about: { department: part.department_id, year: part.fiscal_year },
    quote: quoteOf(
      {
        ...quoted(part, sources),
        name: part.whole_code === 'total' ? texts.execution.total : texts.quote.subject(part.whole_code, name),
        amount: part.whole_amount,
        basis: 'published',
        change: {
          prior: part.whole_prior_amount,
          basis: part.whole_prior_basis,
          other: null,
          change: part.whole_change,
          change_pct: part.whole_change_pct,
          comparability: comparabilityOf(part.whole_prior_amount),
        },
      },
      sources.voice,
    ),
  };
}

function partQuote(part: ChangePart, amount: string, sources: Sources): Quote {
  const { texts, numbers } = sources.voice;
  const code = part.subject_code ?? '';
  return quoteOf(
    {
      ...quoted(part, sources),
      name: texts.quote.subject(code, texts.subject(code, part.subject_name ?? '')),
      amount,
      // A part that the year before or this year does not list counts as 0 there.
      basis: 'published',
      change: {
        prior: part.prior_amount,
        basis: part.prior_basis,
        other: null,
        change: part.change,
        change_pct: part.change_pct,
        comparability: comparabilityOf(part.prior_amount),
      },
      effect:
        part.contribution_pp === null || part.whole_code !== 'total'
          ? null
          : texts.quote.contribution(numbers.signedPoints(part.contribution_pp)),
    },
    sources.voice,
  );
}

/** What cannot be attributed has no amount, only a change. */
function remainderQuote(part: ChangePart, { voice }: Sources): Quote {
  const { texts, numbers, unit } = voice;
  const words = texts.quote;
  const write = part.amount_kind === 'actual' ? words.remainder : words.remainderBudget;
  const money = (amount: string): string => words.money(numbers.signed(amount), words.unit(unit));
  const whole = part.whole_code === 'total' ? texts.execution.total : texts.subject(part.whole_code, part.whole_name);
  const reason = part.reason === null ? '' : texts.change.bar[part.reason]!;
  const { department_name: body, fiscal_year: year } = part;
  return {
    text: write(year, body, whole, reason, money(part.change), money(part.whole_change)),
    end: words.end(unit),
    doubted: [],
  };
}

/** A part that stands here has both amounts. */
function comparabilityOf(prior: string | null): Comparability {
  return prior !== null && directionOf(prior) === 0 ? 'zero_base' : 'comparable';
}

function quoted(part: ChangePart, { voice: { texts } }: Sources) {
  return {
    body: part.department_name,
    year: part.fiscal_year,
    fund: texts.funds[part.fund] ?? null,
    kind: part.amount_kind,
    other: null,
    contested: false,
  };
}

function wholeSides(part: ChangePart, sources: Sources) {
  const year = part.fiscal_year;
  return [
    side(sources, part, year, part.whole_amount, 'published', part.whole_locator),
    side(sources, part, year - 1, part.whole_prior_amount, part.whole_prior_basis, part.whole_prior_locator),
  ];
}

function side(
  sources: Sources,
  part: ChangePart,
  year: number,
  amount: string,
  basis: string | null,
  locator: string | null,
) {
  const words = sources.voice.texts.source;
  const of = words.of[part.amount_kind];
  const implied = basis === 'implied';
  return sources.side({
    label: of.side(year),
    amount,
    basis: implied ? of.implied : words.publishedBasis,
    locator,
    // An implied amount stands in the later year's document.
    year: implied ? part.fiscal_year : year,
  });
}
