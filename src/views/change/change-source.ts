import type { FigureSource } from '../../components/figure-source.ts';
import type { ChangePart } from '../../metrics/analysis-rows.ts';
import { plain } from '../overview/exact-text.ts';
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
