import type { StepNote, Story, StoryStep } from './story.ts';

/** The story with another step at the end. */
export function withStep(story: Story, step: StoryStep): Story {
  return { ...story, steps: [...story.steps, step] };
}

/** Without the step at that place, counted from 0. */
export function withoutStep(story: Story, at: number): Story {
  return { ...story, steps: story.steps.toSpliced(at, 1) };
}

/** The step at that place once more behind itself. */
export function withStepTwice(story: Story, at: number): Story {
  const step = story.steps[at];
  return step === undefined ? story : { ...story, steps: story.steps.toSpliced(at + 1, 0, { ...step }) };
}

/** The step at `from` stands at `to`; the same story where there is no such place. */
export function withStepMoved(story: Story, from: number, to: number): Story {
  const step = story.steps[from];
  if (step === undefined || to < 0 || to >= story.steps.length || to === from) return story;
  return { ...story, steps: story.steps.toSpliced(from, 1).toSpliced(to, 0, step) };
}

export function withStepChanged(
  story: Story,
  at: number,
  change: Partial<Pick<StoryStep, 'title' | 'notes' | 'department' | 'year'>>,
): Story {
  const step = story.steps[at];
  return step === undefined ? story : { ...story, steps: story.steps.with(at, { ...step, ...change }) };
}

/** A note more; an empty text is none. */
export function withNote(story: Story, at: number, note: StepNote): Story {
  const text = note.text.trim();
  const notes = story.steps[at]?.notes ?? [];
  return text === '' ? story : withStepChanged(story, at, { notes: [...notes, { ...note, text }] });
}

export function withoutNote(story: Story, at: number, note: number): Story {
  return withStepChanged(story, at, { notes: (story.steps[at]?.notes ?? []).toSpliced(note, 1) });
}
