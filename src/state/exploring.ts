/** What the pages that go over several bodies hold in the address, beside body and year. Null: not said. */
export interface Exploring {
  /** Ids with commas between them. comparison: the bodies compared; leads: the one the list is narrowed to. Null: all. */
  bodies: string | null;
  /** A year other than the one of the page, or, in the comparison, how many years before each body's latest. */
  at: YearOf | null;
  /** comparison: id of a measure. */
  measure: string | null;
  /** comparison: what the bodies are ordered by; execution: by which deviation. */
  /** In the address: by. */
  order: string | null;
  basis: Basis | null;
  level: Level | null;
  /** leads */
  kind: string | null;
  /** execution: shown are rates below this, in percent, as exact text. */
  below: string | null;
}

/** "2024", or "-0" for each body's latest year, "-1" for the one before that. */
export type YearOf = `${number}`;
export const BASES = ['actual', 'initial_budget'] as const;
export type Basis = (typeof BASES)[number];
export const LEVELS = ['department', 'unit'] as const;
export type Level = (typeof LEVELS)[number];
export const ORDERS = ['change_pct', 'change', 'amount', 'per_staff'] as const;
export type Order = (typeof ORDERS)[number];
export const DEVIATIONS = ['amount', 'pct'] as const;
export type Deviation = (typeof DEVIATIONS)[number];
export const LEAD_KINDS = ['change', 'budget_change', 'driver', 'unbudgeted', 'execution', 'contradiction'] as const;

export const NOT_EXPLORING = {
  bodies: null,
  at: null,
  measure: null,
  order: null,
  basis: null,
  level: null,
  kind: null,
  below: null,
} as const satisfies Exploring;

export type ExploringView = 'compare' | 'leads' | 'execution';

/** As it stands in the address. */
export type PartName = Exclude<keyof Exploring, 'order'> | 'by';
const partName = (name: keyof Exploring): PartName => (name === 'order' ? 'by' : name);

/** Which parts each page has; the others never stand in its address. */
const PARTS: Readonly<Record<ExploringView, readonly (keyof Exploring)[]>> = {
  compare: ['bodies', 'at', 'measure', 'order', 'basis', 'level'],
  leads: ['bodies', 'at', 'kind'],
  execution: ['order', 'below'],
};

const ALLOWED: Readonly<
  Record<Exclude<keyof Exploring, 'bodies' | 'measure'>, (value: string, view: ExploringView) => boolean>
> = {
  at: (value, view) => /^[12]\d{3}$/.test(value) || (view === 'compare' && /^-\d$/.test(value)),
  order: (value, view) => (view === 'compare' ? ORDERS : DEVIATIONS).some((order) => order === value),
  basis: (value) => BASES.some((basis) => basis === value),
  level: (value) => LEVELS.some((level) => level === value),
  kind: (value) => LEAD_KINDS.some((kind) => kind === value),
  below: isRateLimit,
};

/** Percent with up to four decimals, as rates have them: "70", "92.5". */
export function isRateLimit(value: string): boolean {
  return /^\d{1,6}(\.\d{1,4})?$/.test(value);
}

/** Reads the parts of that page; what it cannot follow is handed to `drop`. */
export function readExploring(
  parameters: URLSearchParams,
  view: string,
  drop: (name: PartName, value: string) => void,
): Exploring {
  const parts = PARTS[view as ExploringView] ?? [];
  const text = (name: keyof Exploring): string | null => {
    const value = parts.includes(name) ? parameters.get(partName(name)) : null;
    if (value === null || value === '') return null;
    if (name === 'bodies' || name === 'measure' || ALLOWED[name](value, view as ExploringView)) return value;
    drop(partName(name), value);
    return null;
  };
  const bodies = [...new Set(text('bodies')?.split(',').filter(Boolean))];
  return {
    bodies: bodies.length === 0 ? null : bodies.join(','),
    at: text('at') as YearOf | null,
    measure: text('measure'),
    order: text('order'),
    basis: text('basis') as Basis | null,
    level: text('level') as Level | null,
    kind: text('kind'),
    below: text('below'),
  };
}

export function writeExploring(parameters: URLSearchParams, view: string, exploring: Exploring): void {
  for (const name of PARTS[view as ExploringView] ?? []) {
    const value = exploring[name];
    if (value !== null) parameters.set(partName(name), value);
  }
}
