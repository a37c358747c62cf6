import { SvelteMap } from 'svelte/reactivity';
import type { Dashboard } from '../../metrics/dashboard.ts';
import { Answer } from '../../state/answer.svelte.ts';
import type { Selection } from '../../state/selection.ts';
import type { StartedBody } from '../../state/started.ts';
import type { Story } from '../../stories/story.ts';
import { readyStep, type ReadyStep, type ShownStep } from './step-slide.ts';

type Base = Pick<Story, 'department' | 'year'>;

/** The steps of stories with their rows, each asked for once. */
export class SlideShow {
  readonly #answers = new SvelteMap<string, Answer<ReadyStep>>();

  constructor(
    private readonly dashboard: Dashboard,
    private readonly bodies: readonly StartedBody[],
  ) {}

  /** Asks for the rows of a step, unless they were asked for. */
  load(story: Base, step: ShownStep, instead: Selection | null): void {
    const key = keyOf(story, step, instead);
    if (this.#answers.has(key)) return;
    const answer = new Answer<ReadyStep>();
    this.#answers.set(key, answer);
    void answer.ask(() => readyStep(this.dashboard, this.bodies, story, step, instead));
  }

  /** Undefined until it was asked for. */
  of(story: Base, step: ShownStep, instead: Selection | null): Answer<ReadyStep> | undefined {
    return this.#answers.get(keyOf(story, step, instead));
  }
}

/** Title and notes need no rows. */
function keyOf(story: Base, step: ShownStep, instead: Selection | null): string {
  return JSON.stringify([
    step.panel,
    step.choices,
    instead?.body.id ?? step.department ?? story.department,
    instead?.year ?? step.year ?? story.year,
  ]);
}
