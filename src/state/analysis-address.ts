export const AMOUNT_KINDS = ['actual', 'initial_budget'] as const;
export const FUNDS = ['all', 'fiscal', 'general_public', 'government_fund', 'state_capital'] as const;
export const CLASSIFICATIONS = ['functional', 'economic'] as const;
export const TREND_MODES = ['absolute', 'index', 'share'] as const;
export const TREND_LAYOUTS = ['together', 'apart'] as const;

export type AmountKind = (typeof AMOUNT_KINDS)[number];
export type Fund = (typeof FUNDS)[number];
export type Classification = (typeof CLASSIFICATIONS)[number];
export type TrendMode = (typeof TREND_MODES)[number];
export type TrendLayout = (typeof TREND_LAYOUTS)[number];

/** What the analyst's views keep in the address. Null: not said, the view decides. */
export interface AnalysisAddress {
  /** Code of the opened subject; null = the total. */
  subject: string | null;
  fund: Fund | null;
  amount: AmountKind | null;
  by: Classification | null;
  /** Ids of the bodies beside each other, with commas between them. */
  bodies: string | null;
  /** Measures and codes of subjects beside each other, likewise. */
  items: string | null;
  mode: TrendMode | null;
  layout: TrendLayout | null;
}

export const NO_ANALYSIS = {
  subject: null,
  fund: null,
  amount: null,
  by: null,
  bodies: null,
  items: null,
  mode: null,
  layout: null,
} as const satisfies AnalysisAddress;

/** Which of them a view has. */
const OF_VIEW: Readonly<Record<string, readonly (keyof AnalysisAddress)[]>> = {
  change: ['amount', 'fund', 'subject'],
  structure: ['by', 'amount', 'fund', 'subject'],
  trends: ['bodies', 'items', 'mode', 'layout'],
};

type Allowed = 'fund' | 'amount' | 'by' | 'mode' | 'layout';
type OneOf = <T extends string>(name: Allowed, allowed: readonly T[]) => T | null;

/** What of it stands in the address of that view; the rest is null. */
export function readAnalysis(view: string, parameters: URLSearchParams, oneOf: OneOf): AnalysisAddress {
  const has = (name: keyof AnalysisAddress): boolean => OF_VIEW[view]?.includes(name) ?? false;
  const text = (name: keyof AnalysisAddress): string | null => (has(name) && parameters.get(name)) || null;
  const chosen = <T extends string>(name: Allowed, allowed: readonly T[]): T | null =>
    has(name) ? oneOf(name, allowed) : null;
  return {
    subject: text('subject'),
    fund: chosen('fund', FUNDS),
    amount: chosen('amount', AMOUNT_KINDS),
    by: chosen('by', CLASSIFICATIONS),
    bodies: text('bodies'),
    items: text('items'),
    mode: chosen('mode', TREND_MODES),
    layout: chosen('layout', TREND_LAYOUTS),
  };
}

/** Puts into the parameters what that view has. */
export function writeAnalysis(view: string, address: AnalysisAddress, parameters: URLSearchParams): void {
  for (const name of OF_VIEW[view] ?? []) {
    const value = address[name];
    if (value !== null) parameters.set(name, value);
  }
}

/** "a,b" → a, b; each once. */
export function listed(list: string | null): string[] {
  return [...new Set((list ?? '').split(',').filter(Boolean))];
}
