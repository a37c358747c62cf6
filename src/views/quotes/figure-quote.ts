import type { Quote } from '../../components/figure-source.ts';
import { directionOf } from '../../language/numbers.ts';
import type { Voice } from '../../language/voice.ts';
import type { QuoteFacts, QuotedChange } from './quote-facts.ts';

/**
 * One sentence that says a figure as budgets are spoken of: whose, of which year and kind, against what. Every number in
 * it is one of the facts, as the page writes it; what cannot be compared says why instead of a number.
 */
export function quoteOf(facts: QuoteFacts, voice: Voice): Quote {
  const { texts, numbers } = voice;
  const words = texts.quote;
  const { body, year, name, fund, amount, budget, share, change, more = [], effect = null } = facts;
  const unit = texts.quote.unit(voice.unit);
  const kind = words.kinds[facts.kind];
  const said = words.named(name, fund);
  if (amount === null) return { text: words.unpublished(year, body, said, kind), end: words.stop, doubted: [] };
  const money = (exact: string): string => words.money(numbers.amount(exact), unit);
  const [labels, otherLabels] = sideLabels(facts, voice);
  const isBudget = facts.kind !== 'actual' && facts.kind !== 'executed';
  const doubted: string[] = [];
  let text = words.head(year, body, said, kind, money(amount));
  if (facts.basis === 'implied') text += words.impliedLater[isBudget ? 'initial_budget' : 'actual'];
  if (facts.other !== null) {
    text += words.otherNow(money(facts.other));
    doubted.push(labels.now, otherLabels.now);
  }
  // What the figure changed by stands right behind it, so that no budget beside it seems to be what changed.
  const against = change ? changeClause(change, isBudget, voice) : '';
  const isTold = change ? isComputed(change) : false;
  if (isTold) text += against;
  if (change && change.other !== null) doubted.push(labels.prior, otherLabels.prior);
  if (isTold && effect !== null) text += words.more(effect);
  if (budget) {
    text +=
      budget.rate === null
        ? words.budget(budget.name, money(budget.amount))
        : words.execution(budget.name, money(budget.amount), numbers.rate(budget.rate));
    if (budget.other !== null) {
      text += words.otherBudget(budget.name, money(budget.other));
      doubted.push(budget.label, texts.source.of.initial_budget.altSide(year));
    }
  }
  if (share) text += words.share(share.whole, numbers.rate(share.rate));
  for (const clause of more) text += words.more(clause);
  if (!isTold) text += against;
  if (facts.contested && doubted.length === 0) {
    text += words.contested;
    doubted.push(labels.now, labels.prior);
  }
  return { text, end: words.end(voice.unit), doubted };
}

/** Labels that the sides of such a figure have in the source dialog. */
function sideLabels({ kind, year }: QuoteFacts, { texts }: Voice) {
  const of = texts.source.of[kind === 'initial_budget' ? 'initial_budget' : 'actual'];
  return [
    { now: of.side(year), prior: of.side(year - 1) },
    { now: of.altSide(year), prior: of.altSide(year - 1) },
  ] as const;
}

/** Whether there is a change in numbers to say. */
function isComputed({ change, comparability }: QuotedChange): boolean {
  return change !== null && (comparability === 'comparable' || comparability === 'zero_base');
}

function changeClause(of: QuotedChange, isBudget: boolean, voice: Voice): string {
  const { texts, numbers } = voice;
  const words = texts.quote.against[isBudget ? 'initial_budget' : 'actual'];
  const money = (amount: string): string => texts.quote.money(amount, texts.quote.unit(voice.unit));
  const { change, change_pct: rate, comparability } = of;
  const comparable = comparability === 'comparable';
  let text = '';
  if (change !== null && isComputed(of)) {
    const direction = directionOf(change);
    const amount = money(numbers.magnitude(change));
    // A rate too small to be written out is not said: it would read as none.
    const told = comparable && rate !== null && directionOf(rate) === direction ? numbers.rateMagnitude(rate) : null;
    text += direction === 0 ? words.flat : direction > 0 ? words.up(amount, told) : words.down(amount, told);
  }
  if (!comparable) text += words.reasons[comparability];
  else if (change === null) text += words.reasons.not_computed;
  if (of.basis === 'implied' && of.prior !== null && comparability !== 'scope_differs')
    text += words.implied(money(numbers.amount(of.prior)));
  if (of.other !== null) text += words.other(money(numbers.amount(of.other)));
  return text;
}
