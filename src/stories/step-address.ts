import { NO_NARROWING, readAddress, writeAddress, type Address } from '../state/address.ts';
import { PANEL_VIEWS, type PanelName, type Story, type StoryStep } from './story.ts';

/** What a step says itself of body and year, where it is not the story's. */
type Base = Pick<Story, 'department' | 'year'>;

/** What of the address only says how the page looks, or whose it is: a step does not hold it. */
const NOT_CHOSEN = { language: 'zh', unit: 'wan', theme: null, department: null, year: null } as const;

/** The choices of the view in that address, as a step keeps them. */
export function choicesOf(panel: PanelName, address: Address): string {
  const parameters = new URLSearchParams(
    writeAddress({ ...address, ...NOT_CHOSEN, view: PANEL_VIEWS[panel] }).replace(/^\?/, ''),
  );
  parameters.delete('view');
  return parameters.toString();
}

/** A step that shows what that address shows. */
export function stepAt(panel: PanelName, address: Address, base: Base): StoryStep {
  return {
    panel,
    department: address.department === base.department ? null : address.department,
    year: address.year === base.year ? null : address.year,
    choices: choicesOf(panel, address),
    title: null,
    notes: [],
  };
}

/** What the address becomes when the view of the step is opened. */
export function addressOfStep(
  step: Pick<StoryStep, 'panel' | 'choices' | 'department' | 'year'>,
  base: Base,
): Partial<Address> {
  const { language: _language, unit: _unit, theme: _theme, ...chosen } = readChoices(step).address;
  return {
    ...NO_NARROWING,
    ...chosen,
    department: step.department ?? base.department,
    year: step.year ?? base.year,
  };
}

/** The choices of a step read as its view reads them, and what of them it cannot follow. */
export function readChoices({ panel, choices }: Pick<StoryStep, 'panel' | 'choices'>): ReturnType<typeof readAddress> {
  return readAddress(`?view=${PANEL_VIEWS[panel]}&${choices}`);
}
