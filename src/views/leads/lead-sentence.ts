import { directionOf } from '../../language/numbers.ts';
import type { Voice } from '../../language/voice.ts';
import type { Lead } from '../../metrics/explore-rows.ts';
import { decimalsOf, formatAmount } from '../../money/format.ts';

const TOTAL = 'total';

/** What a lead says, in the wording of budgets: actual amounts against last year, budgets against last year's budget. */
export function leadSentence(lead: Lead, voice: Voice): string {
  const { texts, numbers, unit } = voice;
  const words = texts.leads.sentences;
  const { fiscal_year: year, kind } = lead;
  if (kind === 'contradiction')
    return words.contradiction(
      lead.message ?? '',
      lead.subject,
      exactly(lead.amount, texts.tile.none),
      exactly(lead.base_amount, texts.tile.none),
      texts.units[lead.unit] ?? lead.unit,
    );
  const amount = lead.amount === null ? texts.tile.none : numbers.amount(lead.amount);
  const subject = subjectOf(lead, voice);
  if (kind === 'change') return texts.finding.amount(year, subject, amount, unit) + changeClause(lead, 'actual', voice);
  if (kind === 'budget_change')
    return (
      texts.finding.budgetAmount(year, lead.body_level, subject, amount, unit) +
      changeClause(lead, 'initial_budget', voice)
    );
  if (kind === 'driver')
    return (
      (lead.base === 'prior_actual'
        ? words.driver(year, subject, amount, unit) + changeClause(lead, 'actual', voice)
        : words.driverBudget(year, subject, amount, unit) + changeClause(lead, 'initial_budget', voice)) + words.drives
    );
  const budget = lead.base === 'revised_budget' ? 'revised_budget' : 'initial_budget';
  const quoted = lead.subject_id === TOTAL ? subject : words.quoted(subject);
  if (kind === 'unbudgeted') return words.unbudgeted(year, quoted, budget, amount, unit);
  return words.execution(
    year,
    quoted,
    budget,
    {
      amount,
      base: lead.base_amount === null ? texts.tile.none : numbers.amount(lead.base_amount),
      difference: lead.difference === null ? '' : numbers.magnitude(lead.difference),
      rate: lead.difference_pct === null ? null : numbers.rateMagnitude(lead.difference_pct),
    },
    lead.difference !== null && directionOf(lead.difference) > 0,
    unit,
  );
}

/** A measure by its name on the page, a subject as it is published. */
export function subjectOf({ kind, subject_id, subject }: Lead, { texts }: Voice): string {
  if (kind === 'change' || kind === 'budget_change') return texts.measures[subject_id] ?? subject;
  if (kind === 'contradiction') return subject;
  return subject_id === TOTAL ? texts.execution.total : texts.subject(subject_id, subject);
}

function changeClause({ difference, difference_pct }: Lead, kind: 'actual' | 'initial_budget', voice: Voice): string {
  const { texts, numbers, unit } = voice;
  const words = texts.finding.against[kind];
  if (difference === null) return '';
  const direction = directionOf(difference);
  if (direction === 0) return words.flat;
  const clause =
    direction > 0 ? words.up(numbers.magnitude(difference), unit) : words.down(numbers.magnitude(difference), unit);
  if (difference_pct === null) return clause;
  const rate = numbers.rateMagnitude(difference_pct);
  return clause + (direction > 0 ? texts.finding.upRate(rate) : texts.finding.downRate(rate));
}

function exactly(amount: string | null, none: string): string {
  return amount === null ? none : formatAmount(amount, { decimals: decimalsOf(amount) });
}
