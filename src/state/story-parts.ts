/** What the view of a story keeps in the address. Null: not said. */
export interface StoryParts {
  /** The story as src/stories/story-address.ts writes it; 'auto' is the ready-made one of body and year. */
  story: string | null;
  /** Step that is open, counted from 1. */
  step: number | null;
  /** On the full screen. */
  present: 'screen' | null;
  /** Body and year that are shown for now in place of the step's own: "id~year". */
  asked: string | null;
}

export const NO_STORY = { story: null, step: null, present: null, asked: null } as const satisfies StoryParts;

export function readStoryParts(
  parameters: URLSearchParams,
  view: string,
  drop: (name: 'step' | 'present', value: string) => void,
): StoryParts {
  if (view !== 'story') return NO_STORY;
  const stepText = parameters.get('step') ?? '';
  const step = /^[1-9]\d{0,2}$/.test(stepText) ? Number(stepText) : null;
  if (step === null && stepText !== '') drop('step', stepText);
  const presentText = parameters.get('present') ?? '';
  const present = presentText === 'screen' ? presentText : null;
  if (present === null && presentText !== '') drop('present', presentText);
  return { story: parameters.get('story') || null, step, present, asked: parameters.get('asked') || null };
}

export function writeStoryParts(parameters: URLSearchParams, view: string, parts: StoryParts): void {
  if (view !== 'story') return;
  if (parts.present !== null) parameters.set('present', parts.present);
  if (parts.step !== null) parameters.set('step', String(parts.step));
  if (parts.asked !== null) parameters.set('asked', parts.asked);
  // Last: it may be long.
  if (parts.story !== null) parameters.set('story', parts.story);
}

/** "id~year" as it stands in the address. */
export function askedAs(department: string, year: number): string {
  return `${department}~${year}`;
}

/** Body and year that are asked for; null where the text names none. */
export function readAsked(asked: string | null): { department: string; year: number } | null {
  const [, department, year] = /^(.+)~([12]\d{3})$/.exec(asked ?? '') ?? [];
  return department === undefined ? null : { department, year: Number(year) };
}
