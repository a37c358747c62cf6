import type { ViewName } from '../state/address.ts';

/** What a step can show, each with the view that it comes from and that it leads back to. */
export const PANEL_VIEWS = {
  total: 'overview',
  change: 'change',
  structure: 'structure',
  'three-public': 'overview',
  execution: 'overview',
  projects: 'execution',
  contradictions: 'reconciliation',
  trends: 'trends',
  compare: 'compare',
  'three-public-parts': 'three-public',
  'unit-costs': 'three-public',
} as const satisfies Record<string, ViewName>;
export type PanelName = keyof typeof PANEL_VIEWS;

/** A remark of the author on a step. */
export interface StepNote {
  text: string;
  /** Points of the chart that it is on, by their `pick`: one, the first and last of a range, or none: the whole step. */
  on: readonly string[];
}

/** One screen of a story. */
export interface StoryStep {
  panel: PanelName;
  /** Body and year shown; null: those of the story. */
  department: string | null;
  year: number | null;
  /** What else the view keeps in the address (subject, fund, measure …), as it stands there, without "?". */
  choices: string;
  /** The author's headline; null: the finding, computed from the data. */
  title: string | null;
  notes: readonly StepNote[];
}

/** A series of screens about a body and year. */
export interface Story {
  /** Null: named after body and year. */
  title: string | null;
  department: string;
  year: number;
  steps: readonly StoryStep[];
}

/** Most of each that a story holds; what is beyond is left out when it is read. */
export const LIMITS = { steps: 60, notes: 12, title: 300, note: 600 } as const;

export function isPanel(name: string): name is PanelName {
  return Object.hasOwn(PANEL_VIEWS, name);
}

/** A step on that panel as it is usually shown. */
export function plainStep(panel: PanelName): StoryStep {
  return { panel, department: null, year: null, choices: '', title: null, notes: [] };
}
