import type { Address } from '../../state/address.ts';
import { readAsked } from '../../state/story-parts.ts';
import type { Selection } from '../../state/selection.ts';
import type { StartedBody } from '../../state/started.ts';
import { readyMadeStory } from '../../stories/ready-made.ts';
import { decodeStory, READY_MADE } from '../../stories/story-address.ts';
import type { StoryLoss } from '../../stories/story-file.ts';
import type { Story } from '../../stories/story.ts';

export interface OpenedStory {
  story: Story;
  losses: readonly StoryLoss[];
  /** What stands in the address is no story: the ready-made one is open instead. */
  unreadable: boolean;
}

/** The story of the address; where it names none, the ready-made one. */
export function openedStory({ story }: Pick<Address, 'story'>, { body, year }: Selection): OpenedStory {
  const base = { department: body.id, year };
  const read = decodeStory(story ?? READY_MADE, base);
  return read === null
    ? { story: readyMadeStory(body.id, year), losses: [], unreadable: true }
    : { ...read, unreadable: false };
}

/** Body and year that are asked for in place of a step's own; null where the data do not have them. */
export function askedSelection({ asked }: Pick<Address, 'asked'>, bodies: readonly StartedBody[]): Selection | null {
  const wanted = readAsked(asked);
  const body = bodies.find(({ id }) => id === wanted?.department);
  return body !== undefined && wanted !== null && body.years.includes(wanted.year) ? { body, year: wanted.year } : null;
}
