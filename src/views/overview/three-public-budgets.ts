import type { Voice } from '../../language/voice.ts';
import type { ThreePublicComponent, ThreePublicTrend } from '../../metrics/rows.ts';

/** The whole, then its parts; the parts of a part follow it. */
export const COMPONENTS: readonly ThreePublicComponent[] = [
  'three_public',
  'overseas',
  'vehicles',
  'vehicle_purchase',
  'vehicle_operation',
  'reception',
];

export interface NamedBudget {
  kind: 'initial' | 'revised' | 'unlabelled';
  name: string;
  amount: string;
}

/** Every budget that is published, by its own name: a kind that is inferred is said so. */
export function allBudgets(row: ThreePublicTrend, { texts }: Voice): NamedBudget[] {
  const words = texts.threePublic;
  const inferred = row.initial_budget_kind === 'unlabelled';
  const named = (kind: NamedBudget['kind'], name: string, amount: string | null): NamedBudget[] =>
    amount === null ? [] : [{ kind, name, amount }];
  return [
    ...named('initial', inferred ? words.inferredInitial : texts.budgets.initial!, row.initial_budget),
    ...named('revised', texts.budgets.revised!, row.revised_budget),
    ...named('unlabelled', words.unlabelled, row.unlabelled_budget),
  ];
}

/** The budget that the rate stands on, else the first one there is. */
export function budgetOf(row: ThreePublicTrend, voice: Voice): NamedBudget | null {
  const budgets = allBudgets(row, voice);
  if (row.execution_base === null) return budgets[0] ?? null;
  return budgets.find(({ kind }) => kind === row.execution_base) ?? null;
}
