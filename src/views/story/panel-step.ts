import type { Address } from '../../state/address.ts';
import { stepAt } from '../../stories/step-address.ts';
import type { PanelName, Story, StoryStep } from '../../stories/story.ts';

/** Which step a panel of a page is, by the panel's id. */
const PANELS: Readonly<Record<string, PanelName>> = {
  totals: 'total',
  structure: 'structure',
  economic: 'structure',
  subjects: 'structure',
  'three-public': 'three-public',
  execution: 'execution',
  change: 'change',
  trends: 'trends',
  'three-public-parts': 'three-public-parts',
  'three-public-costs': 'unit-costs',
  'dots-actual': 'compare',
  'dots-initial_budget': 'compare',
  projects: 'projects',
  reconciliation: 'contradictions',
};

/** True for a panel that a step can show. */
export function isStep(panel: string): boolean {
  return Object.hasOwn(PANELS, panel);
}

/** The panel as it stands on that page, as a step of the story; null where no step can show it. */
export function stepOfPanel(
  panel: string,
  address: Address,
  base: Pick<Story, 'department' | 'year'>,
): StoryStep | null {
  const name = PANELS[panel];
  if (name === undefined) return null;
  // The overview has the economic classification beside the functional one, its own view has one of them at a time.
  const shown: Address = panel === 'economic' ? { ...address, by: 'economic' } : address;
  return stepAt(name, shown, base);
}
