import { directionOf } from '../../language/numbers.ts';
import type { Voice } from '../../language/voice.ts';
import type { Execution, ExpenditureStructure, HeadlineChange } from '../../metrics/rows.ts';

/** The sentence a reader would say of one measure: amount, change, rate, or why there is none. */
export function findingSentence(row: HeadlineChange, voice: Voice): string {
  const { texts, numbers, unit } = voice;
  const words = texts.finding;
  const measure = texts.measures[row.measure] ?? row.measure_name;
  if (row.actual === null) return words.budgetAmount(row.fiscal_year, measure) + words.stop;
  return (
    words.amount(row.fiscal_year, measure, numbers.amount(row.actual), unit) +
    changeClause(row, voice) +
    contestedClause(row, voice) +
    words.stop
  );
}

function changeClause(row: HeadlineChange, { texts, numbers, unit }: Voice): string {
  const words = texts.finding;
  if (row.comparability === 'no_prior') return words.no_prior;
  if (row.comparability === 'scope_differs') return words.scope_differs;
  const zeroBase = row.comparability === 'zero_base';
  if (row.change === null) return zeroBase ? words.zero_base_alone : words.not_computed;
  const direction = directionOf(row.change);
  if (direction === 0) return words.flat;
  const amount = numbers.magnitude(row.change);
  const clause = direction > 0 ? words.up(amount, unit) : words.down(amount, unit);
  if (zeroBase) return clause + words.zero_base;
  if (row.change_pct === null) return clause;
  const rate = numbers.rateMagnitude(row.change_pct);
  return clause + (direction > 0 ? words.upRate(rate) : words.downRate(rate));
}

function contestedClause(row: HeadlineChange, { texts, numbers, unit }: Voice): string {
  if (!row.contested) return '';
  const clauses: string[] = [];
  if (row.actual !== null && row.alt_actual !== null)
    clauses.push(texts.finding.contestedActual(numbers.amount(row.actual), numbers.amount(row.alt_actual), unit));
  if (row.prior_actual !== null && row.alt_prior_actual !== null)
    clauses.push(
      texts.finding.contestedPrior(numbers.amount(row.prior_actual), numbers.amount(row.alt_prior_actual), unit),
    );
  return clauses.length > 0 ? clauses.join('') : texts.finding.contested;
}

/** What the lead stands on; each part is left out where its row is. */
export interface LeadRows {
  headline: HeadlineChange;
  executionTotal: Execution | undefined;
  biggestClass: ExpenditureStructure | undefined;
}

/** A sentence of the lead, and which row its numbers come from. */
export interface LeadSentence {
  text: string;
  of: 'headline' | 'execution' | 'structure';
}

/** The sentences under the headline: what "last year" is, how the budget was met, where most went. */
export function leadSentences({ headline, executionTotal, biggestClass }: LeadRows, voice: Voice): LeadSentence[] {
  const { texts, numbers, unit } = voice;
  const sentences: LeadSentence[] = [];
  const say = (of: LeadSentence['of'], text: string) => sentences.push({ of, text });
  if (headline.actual_basis === 'implied') say('headline', texts.lead.actualImplied);
  if (headline.prior_actual !== null) {
    const prior = numbers.amount(headline.prior_actual);
    if (headline.prior_basis === 'implied') say('headline', texts.lead.impliedPrior(prior, unit));
    if (headline.prior_basis === 'published') say('headline', texts.lead.publishedPrior(prior, unit));
  }
  const execution = executionTotal === undefined ? null : executionClause(executionTotal, voice);
  if (execution !== null) say('execution', execution);
  if (biggestClass !== undefined && biggestClass.share_pct !== null) {
    const name = texts.subject(biggestClass.subject_code, biggestClass.subject_name);
    say('structure', texts.lead.biggest(name, numbers.rate(biggestClass.share_pct)));
  }
  return sentences;
}

function executionClause(row: Execution, { texts, numbers, unit }: Voice): string | null {
  const budget = budgetOf(row);
  if (row.execution_pct === null || budget === null) return null;
  return texts.lead.execution(
    texts.budgets[budget.base] ?? budget.base,
    numbers.rate(row.execution_pct),
    numbers.amount(budget.amount),
    unit,
  );
}

/** The budget that a rate of execution stands on: never one called by the other's name. */
export function budgetOf(
  row: Pick<Execution, 'execution_base' | 'initial_budget' | 'revised_budget'>,
): { base: 'initial' | 'revised'; amount: string } | null {
  if (row.execution_base !== 'revised' && row.initial_budget !== null)
    return { base: 'initial', amount: row.initial_budget };
  if (row.execution_base !== 'initial' && row.revised_budget !== null)
    return { base: 'revised', amount: row.revised_budget };
  return null;
}
