import type { Texts } from '../../language/texts.ts';

/** How a sentence names the budget that a rate stands on, and how the source dialog labels it. */
export function budgetWords(base: 'initial' | 'revised', texts: Texts): { name: string; label: string } {
  return {
    name: texts.quote.kinds[base === 'initial' ? 'initial_budget' : 'revised_budget'],
    label: texts.source.sides.budget(texts.budgets[base]!),
  };
}
