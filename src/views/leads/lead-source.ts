import type { FigureSource } from '../../components/figure-source.ts';
import type { Lead } from '../../metrics/explore-rows.ts';
import { plain } from '../overview/exact-text.ts';
import type { Sources } from '../sources.ts';
import { leadSentence, subjectOf } from './lead-sentence.ts';

const QUERY = 'queries/metrics/leads.sql';

/** Where the two numbers of a lead stand, and their difference. */
export function leadSource(lead: Lead, sources: Sources): FigureSource {
  const { voice } = sources;
  const { texts } = voice;
  const words = texts.leads;
  const { fiscal_year: year, kind, base } = lead;
  const isBudget = base === 'prior_initial_budget';
  const isPrior = isBudget || base === 'prior_actual';
  const money = lead.unit === '万元';
  const side = (label: string, amount: string | null, locator: string | null, of: number) => {
    const found = sources.side({ label, amount, basis: null, locator, year: of });
    return money || amount === null ? found : { ...found, amount: `${amount} ${lead.unit}`, value: null };
  };
  const against = side(words.sides[base](year), lead.base_amount, lead.base_locator, isPrior ? year - 1 : year);
  const first = kind === 'contradiction' ? words.sides.one : (isBudget ? words.sides.budget : words.sides.amount)(year);
  return {
    title: `${lead.department_name} · ${subjectOf(lead, voice)} · ${texts.year(year)}`,
    value: leadSentence(lead, voice),
    sides: [side(first, lead.amount, lead.locator, year), against],
    computed: [
      ...(lead.amount !== null && lead.base_amount !== null && lead.difference !== null && money
        ? [words.difference(plain(lead.amount), plain(lead.base_amount), plain(lead.difference))]
        : []),
      ...(lead.weight_pct === null ? [] : [words.weight(`${lead.weight_pct}%`)]),
    ],
    remarks: kind === 'contradiction' ? [texts.source.contested] : [],
    query: QUERY,
    about: { department: lead.department_id, year },
    quote: {
      text:
        texts.quote.ofBody(lead.department_name, leadSentence(lead, voice)) +
        (against.implied && lead.base_amount !== null && kind !== 'contradiction'
          ? texts.quote.against.actual.implied(
              texts.quote.money(voice.numbers.amount(lead.base_amount), texts.quote.unit(voice.unit)),
            )
          : ''),
      end: texts.quote.stop,
      doubted: kind === 'contradiction' ? [first, words.sides[base](year)] : [],
    },
  };
}
