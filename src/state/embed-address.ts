import type { ViewName } from './address.ts';

/** Panels that can stand alone, by the page they are on. */
const PANELS: Partial<Record<ViewName, readonly string[]>> = {
  overview: ['structure', 'totals', 'three-public', 'economic', 'execution'],
  change: ['change'],
  structure: ['subjects'],
  trends: ['trends'],
  execution: ['projects'],
  'three-public': ['three-public-parts', 'three-public-costs'],
  compare: ['dots-actual', 'slope-actual', 'dots-initial_budget', 'slope-initial_budget'],
};

/** The panel of that page that is to stand alone; null: the whole page. */
export function panelAlone({ view, embed }: { view: ViewName; embed: string | null }): string | null {
  return embed !== null && (PANELS[view]?.includes(embed) ?? false) ? embed : null;
}
