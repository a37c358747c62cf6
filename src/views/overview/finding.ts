import { directionOf } from '../../language/numbers.ts';
import type { Voice } from '../../language/voice.ts';
import type { Execution, HeadlineChange } from '../../metrics/rows.ts';
import { shownFigure, type ShownFigure } from './shown-figure.ts';
import type { ShownSubject } from './shown-subject.ts';

/** The sentence a reader would say of one measure: amount, change, rate, or why there is none. */
export function findingSentence(row: HeadlineChange, voice: Voice): string {
  const { texts, numbers, unit } = voice;
  const words = texts.finding;
  const measure = texts.measures[row.measure] ?? row.measure_name;
  const figure = shownFigure(row);
  if (figure.now === null) return words.unpublished(row.fiscal_year, measure) + words.stop;
  const amount = numbers.amount(figure.now.amount);
  return (
    (figure.kind === 'actual'
      ? words.amount(row.fiscal_year, measure, amount, unit)
      : words.budgetAmount(row.fiscal_year, row.body_level, measure, amount, unit)) +
    changeClause(figure, voice) +
    contestedClause(figure, voice) +
    words.stop
  );
}

function changeClause(figure: ShownFigure, { texts, numbers, unit }: Voice): string {
  const words = texts.finding.against[figure.kind];
  if (figure.comparability === 'no_prior') return words.no_prior;
  if (figure.comparability === 'scope_differs') return words.scope_differs;
  const zeroBase = figure.comparability === 'zero_base';
  if (figure.change === null) return zeroBase ? words.zero_base_alone : words.not_computed;
  const direction = directionOf(figure.change);
  if (direction === 0) return words.flat;
  const amount = numbers.magnitude(figure.change);
  const clause = direction > 0 ? words.up(amount, unit) : words.down(amount, unit);
  if (zeroBase) return clause + words.zero_base;
  if (figure.change_pct === null) return clause;
  const rate = numbers.rateMagnitude(figure.change_pct);
  return clause + (direction > 0 ? texts.finding.upRate(rate) : texts.finding.downRate(rate));
}

function contestedClause(figure: ShownFigure, { texts, numbers, unit }: Voice): string {
  if (!figure.contested) return '';
  const { now, altNow, prior, altPrior } = figure;
  const clauses: string[] = [];
  if (now !== null && altNow !== null)
    clauses.push(texts.finding.contestedNow(numbers.amount(now.amount), numbers.amount(altNow.amount), unit));
  if (prior !== null && altPrior !== null)
    clauses.push(
      texts.finding.against[figure.kind].contestedPrior(
        numbers.amount(prior.amount),
        numbers.amount(altPrior.amount),
        unit,
      ),
    );
  return clauses.length > 0 ? clauses.join('') : texts.finding.contested;
}

/** What the lead stands on; each part is left out where its row is. */
export interface LeadRows {
  headline: HeadlineChange;
  executionTotal: Execution | undefined;
  biggestClass: ShownSubject | undefined;
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
  const figure = shownFigure(headline);
  const words = texts.lead.of[figure.kind];
  const { founded_year, founded_evidence, fiscal_year } = headline;
  if (founded_year === fiscal_year && founded_evidence !== null)
    say('headline', texts.lead.founded(founded_year, founded_evidence));
  if (figure.now?.basis === 'implied') say('headline', words.implied);
  if (figure.prior !== null) {
    const prior = numbers.amount(figure.prior.amount);
    if (figure.prior.basis === 'implied') say('headline', words.impliedPrior(prior, unit));
    if (figure.prior.basis === 'published') say('headline', words.publishedPrior(prior, unit));
  }
  const execution = executionTotal === undefined ? null : executionClause(executionTotal, voice);
  if (execution !== null) say('execution', execution);
  if (biggestClass !== undefined && biggestClass.share_pct !== null) {
    const name = texts.subject(biggestClass.subject_code, biggestClass.subject_name);
    say('structure', texts.lead.of[biggestClass.kind].biggest(name, numbers.rate(biggestClass.share_pct)));
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
