import type { LanguageCode } from '../../src/language/texts.ts';
import { openDataInNode } from '../../src/engine/data-in-node.ts';
import type { StoryHandout } from '../../src/handouts/story-handout.ts';
import { voiceOf } from '../../src/language/voice.ts';
import { createDashboard } from '../../src/metrics/fetch.ts';
import { readyMadeStory } from '../../src/stories/ready-made.ts';
import { plainStep, type PanelName, type StoryStep } from '../../src/stories/story.ts';
import { roomOf } from '../../src/views/story/stage-size.ts';
import { slidesOf } from '../../src/views/story/step-slide.ts';
import { bodiesIn } from '../stories/shipped-bodies.ts';

/** What readers can add beside the steps of the ready-made story. */
const ADDED: readonly PanelName[] = ['trends', 'compare', 'three-public-parts', 'unit-costs'];

export interface Teller {
  /** The ready-made story with every panel that can be added. */
  tell: (body: string, year: number, language: LanguageCode, unit?: 'wan' | 'yi') => Promise<StoryHandout>;
  close: () => Promise<void>;
}

/** Tells stories of the shipped data; the first step has a note on a point and one on the whole. */
export async function openTeller(): Promise<Teller> {
  const data = await openDataInNode();
  const dashboard = createDashboard(async (name, parameters) => (await data.query(name, parameters)).rows);
  const bodies = await bodiesIn(data, dashboard);
  return {
    tell: async (body, year, language, unit = 'wan') => {
      const voice = voiceOf(language, unit);
      const story = readyMadeStory(body, year);
      const noted = (step: StoryStep, at: number): StoryStep =>
        at > 0
          ? step
          : {
              ...step,
              notes: [
                { text: '看这一年', on: [`total ${year}`] },
                { text: '整个一步', on: [] },
              ],
            };
      const slides = await slidesOf(
        dashboard,
        bodies,
        { ...story, steps: [...story.steps, ...ADDED.map(plainStep)].map(noted) },
        { voice, room: roomOf(voice.texts) },
      );
      const name = bodies.find(({ id }) => id === body)!.name;
      return { title: voice.texts.handout.title(name, voice.texts.year(year)), slides, voice };
    },
    close: () => data.close(),
  };
}
