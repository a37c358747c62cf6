import type { Voice } from '../../language/voice.ts';
import type { Choice, Compared, Comparison, Reason } from './compared.ts';

/** Value of the order, with what belongs to it: a rate with its amount, an amount with its rate. */
export function valueText(
  { amount, change, change_pct, value }: Compared,
  by: Choice['by'],
  { numbers }: Voice,
): string {
  if (by === 'amount') return numbers.amount(amount);
  if (by === 'per_staff') return numbers.amount(value!);
  const parts = [
    change_pct === null ? null : numbers.signedRate(change_pct),
    change === null ? null : numbers.signed(change),
  ];
  return (by === 'change_pct' ? parts : parts.reverse()).filter((part) => part !== null).join(' · ');
}

/** Level, region, year and how its figures are known: what makes a body differ from the others. */
export function scopeText({ row, basis, prior_basis, kind }: Compared, { year }: Comparison, { texts }: Voice): string {
  const words = texts.compare;
  return words.scope(
    [
      year === null ? texts.year(row.fiscal_year) : null,
      row.administrative_level === null
        ? null
        : (words.administrative[row.administrative_level] ?? row.administrative_level),
      row.region,
      kind === 'initial_budget' ? words.kinds[kind] : null,
      basis === 'implied' ? words.impliedNow : null,
      prior_basis === 'implied' ? words.impliedPrior : null,
    ].filter((part) => part !== null),
  );
}

/** Why a body is not placed beside the others. */
export function reasonText(compared: Compared, reason: Reason, { texts, numbers }: Voice): string {
  const words = texts.compare.reasons;
  const { amount, alt, prior, alt_prior, kind, row } = compared;
  switch (reason) {
    case 'contested':
      if (alt !== null)
        return words.contested(numbers.amount(amount), numbers.amount(alt), texts.year(row.fiscal_year));
      if (prior !== null && alt_prior !== null)
        return words.contested(numbers.amount(prior), numbers.amount(alt_prior), texts.year(row.fiscal_year - 1));
      return words.contestedUnsaid;
    case 'no_prior':
    case 'zero_base':
    case 'scope_differs':
      return words[reason](kind);
    default:
      return words[reason];
  }
}
