import { pictureOf } from '../../charts/picture.ts';
import { fileName } from '../../exports/file-name.ts';
import { pngOf } from '../../exports/png.ts';
import type { ChartPicture } from '../../handouts/pptx-slide.ts';
import type { Voice } from '../../language/voice.ts';
import type { StartedBody } from '../../state/started.ts';
import type { Story } from '../../stories/story.ts';
import { download } from '../download.ts';
import type { Slide, SlideChart } from '../story/slide.ts';

export type HandoutFormat = 'pptx' | 'html';

interface Told {
  story: Pick<Story, 'title' | 'department' | 'year'>;
  bodies: readonly StartedBody[];
  slides: readonly Slide[];
  voice: Voice;
}

/** Makes the file and hands it to the reader; gives back its name. Rejects where it cannot be made, in words. */
export async function writeHandout(
  format: HandoutFormat,
  { story, bodies, slides, voice }: Told,
  onProgress: (at: number, count: number) => void,
): Promise<string> {
  const { texts } = voice;
  if (slides.length === 0) throw new Error(texts.handout.nothing);
  const body = bodies.find(({ id }) => id === story.department)?.name ?? story.department;
  const handout = { title: story.title ?? texts.handout.title(body, texts.year(story.year)), slides, voice };
  const name = fileName({ body, measure: texts.handout.story, years: [story.year] }, format);
  if (format === 'pptx') {
    // Fetched when a reader asks for them: the page starts without them.
    const { pptxOf, PPTX_TYPE } = await import('../../handouts/pptx.ts');
    download(name, await pptxOf(handout, { picture: chartPicture, onProgress }), PPTX_TYPE);
  } else {
    const { htmlOf, HTML_TYPE } = await import('../../handouts/html.ts');
    download(name, new TextEncoder().encode(await htmlOf(handout)), HTML_TYPE);
  }
  return name;
}

const WIDTH = 880;

/** A chart that office programs have no form for, as a picture. */
async function chartPicture({ chart, description }: SlideChart): Promise<ChartPicture> {
  const svg = await pictureOf(chart, { mode: 'light', width: WIDTH, description });
  const bytes = await pngOf(svg);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { png: btoa(binary), width: WIDTH, height: Number(/ height="([\d.]+)"/.exec(svg)![1]) };
}
