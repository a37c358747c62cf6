import type { BudgetKind } from './disclosure.ts';
import type { Line } from './part.ts';
import { closeUp } from './wording.ts';

/**
 * What kind a column headed only "预算数" holds, from the notes under its table ("其中，预算数为……全年预算数"). Unlabelled where
 * the notes do not say, mixed where they name both.
 */
export function budgetKindOfNotes(notes: readonly Line[]): { kind: BudgetKind; evidence: string | null } {
  const text = closeUp(notes.map((line) => line.text).join(''));
  const said = /预算数(?:均)?(?:为|是|指|系|反映)[^。；;]*/.exec(text)?.[0] ?? '';
  const revised = /全年预算|调整(?:后)?(?:的)?预算/.test(said);
  const initial = /年初预算|批复(?:的)?预算/.test(said);
  if (revised && initial) return { kind: 'mixed', evidence: '表下注同时说到年初预算数和全年（调整）预算数' };
  if (revised) return { kind: 'revised', evidence: '表下注说明预算数为全年（调整后）预算数' };
  if (initial) return { kind: 'initial', evidence: '表下注说明预算数为年初预算数' };
  return { kind: 'unlabelled', evidence: null };
}
