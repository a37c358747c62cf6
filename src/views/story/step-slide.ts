import type { Dashboard } from '../../metrics/dashboard.ts';
import { readAddress } from '../../state/address.ts';
import { resolveSelection, type Selection } from '../../state/selection.ts';
import type { StartedBody } from '../../state/started.ts';
import { addressOfStep } from '../../stories/step-address.ts';
import type { PanelName, Story, StoryStep } from '../../stories/story.ts';
import { NO_MARKS } from '../overview/marks.ts';
import { changeSlide } from './change-slide.ts';
import { compareSlide } from './compare-slide.ts';
import { contradictionsSlide } from './contradictions-slide.ts';
import { executionSlide } from './execution-slide.ts';
import { threePublicPartsSlide, trendsSlide, unitCostsSlide } from './lines-slides.ts';
import { noted } from './noted.ts';
import { projectsSlide } from './projects-slide.ts';
import type { FetchSlide, Slide, SlideLook, SlideScope } from './slide.ts';
import { structureSlide } from './structure-slide.ts';
import { threePublicSlide } from './three-public-slide.ts';
import { totalSlide } from './total-slide.ts';

const PANELS: Record<PanelName, FetchSlide> = {
  total: totalSlide,
  change: changeSlide,
  structure: structureSlide,
  'three-public': threePublicSlide,
  execution: executionSlide,
  projects: projectsSlide,
  contradictions: contradictionsSlide,
  trends: trendsSlide,
  compare: compareSlide,
  'three-public-parts': threePublicPartsSlide,
  'unit-costs': unitCostsSlide,
};

/** What a step shows, without the author's words on it. */
export type ShownStep = Pick<StoryStep, 'panel' | 'choices' | 'department' | 'year'>;
/** The author's words on a step. */
export type StepWords = Pick<StoryStep, 'title' | 'notes'>;
/** A step whose rows are there: writes its slide with the author's words, null where the rows say nothing. */
export type ReadyStep = (look: SlideLook, words: StepWords) => Slide | null;

/**
 * Fetches the rows of a step. Another body or year may be shown in place of the step's own. A step on a body that there
 * is not has no slide.
 */
export async function readyStep(
  dashboard: Dashboard,
  bodies: readonly StartedBody[],
  story: Pick<Story, 'department' | 'year'>,
  step: ShownStep,
  instead: Selection | null = null,
): Promise<ReadyStep> {
  const scope = scopeOf(bodies, story, step, instead);
  if (scope === null) return () => null;
  const draw = await PANELS[step.panel](dashboard, scope);
  const { body, year } = scope;
  return ({ voice, room, marksOf, open }, { title, notes }) => {
    const slide = draw({
      ...scope,
      voice,
      room,
      documents: body.documents,
      marks: marksOf(body),
      open: open(body),
      openOf: open,
    });
    if (slide === null) return null;
    return {
      ...slide,
      charts: slide.charts.map((chart) => ({ ...chart, chart: noted(chart.chart, notes) })),
      panel: step.panel,
      kicker: [body.name, voice.texts.year(year), voice.texts.story.panels[step.panel]].join(' · '),
      headline: title ?? slide.finding,
      notes,
      body,
      year,
    };
  };
}

/** All slides of a story, in its order; steps that the data say nothing for are left out. Runs in Node too. */
export async function slidesOf(
  dashboard: Dashboard,
  bodies: readonly StartedBody[],
  story: Story,
  look: Pick<SlideLook, 'voice' | 'room'> & Partial<SlideLook>,
): Promise<Slide[]> {
  const whole: SlideLook = { marksOf: () => NO_MARKS, open: () => () => undefined, ...look };
  const ready = await Promise.all(story.steps.map((step) => readyStep(dashboard, bodies, story, step)));
  return ready.flatMap((write, at) => write(whole, story.steps[at]!) ?? []);
}

function scopeOf(
  bodies: readonly StartedBody[],
  story: Pick<Story, 'department' | 'year'>,
  step: ShownStep,
  instead: Selection | null,
): SlideScope | null {
  const address = { ...readAddress('').address, ...addressOfStep(step, story) };
  const own = resolveSelection(address, bodies);
  const selection = instead ?? (own.dropped.length > 0 ? null : own.selection);
  return selection === null ? null : { ...selection, address, bodies };
}
