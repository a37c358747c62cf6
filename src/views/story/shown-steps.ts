import type { Story, StoryStep } from '../../stories/story.ts';
import type { SlideLook } from './slide.ts';
import type { ReadyStep } from './step-slide.ts';

/** A step as far as its rows are there. */
type Waited = { value: ReadyStep | null } | undefined;

/**
 * The steps that are shown, by their number in the story, counted from 1: those for which the data say nothing are left
 * out as soon as that is known.
 */
export class ShownSteps {
  readonly #numbers: readonly number[];

  constructor(
    private readonly story: Story,
    private readonly answerOf: (step: StoryStep) => Waited,
    private readonly look: SlideLook,
  ) {
    const all = story.steps.map((_, index) => index + 1);
    const shown = all.filter((number) => !this.#saysNothing(number));
    this.#numbers = shown.length > 0 ? shown : all.slice(0, 1);
  }

  get count(): number {
    return this.#numbers.length;
  }

  /** The step of that number, else the next one that is shown, else the last. */
  nearest(number: number): number {
    return this.#numbers.find((shown) => shown >= number) ?? this.last();
  }

  after(number: number): number {
    return this.#numbers.find((shown) => shown > number) ?? number;
  }

  before(number: number): number {
    return this.#numbers.findLast((shown) => shown < number) ?? number;
  }

  last(): number {
    return this.#numbers.at(-1) ?? 1;
  }

  /** Its place among those shown, counted from 1, as the audience sees it. */
  place(number: number): number {
    return this.#numbers.indexOf(number) + 1;
  }

  /** The step at that place; the first or last where there is none. */
  atPlace(place: number): number {
    return this.#numbers[Math.min(this.count, Math.max(1, place)) - 1] ?? 1;
  }

  /** Null while its rows are not there. */
  headlineOf(number: number): string | null {
    const step = this.story.steps[number - 1];
    if (step === undefined) return null;
    return step.title ?? this.answerOf(step)?.value?.(this.look, step)?.headline ?? null;
  }

  #saysNothing(number: number): boolean {
    const step = this.story.steps[number - 1]!;
    const ready = this.answerOf(step)?.value ?? null;
    return ready !== null && ready(this.look, step) === null;
  }
}
