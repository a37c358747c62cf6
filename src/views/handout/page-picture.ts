import { pictureOf } from '../../charts/picture.ts';
import type { Voice } from '../../language/voice.ts';
import type { Slide } from '../story/slide.ts';

/** Width by height of the room that the picture has on a page. */
const SHAPE = 2.6;
/** In px: narrower, texts lie on each other; wider, they are too small. */
const WIDTH = { least: 600, first: 760, most: 1000 };

/** The charts of a slide as one picture whose shape is about that of its room on a page; an address of its own bytes. */
export async function pagePicture(slide: Slide, { texts }: Voice): Promise<string> {
  const draw = (width: number): Promise<string> =>
    pictureOf(slide.charts, {
      mode: 'light',
      width,
      key: slide.key,
      ...(slide.unit === null ? {} : { unit: texts.handout.unit(slide.unit) }),
    });
  const first = await draw(WIDTH.first);
  const height = Number(/ height="([\d.]+)"/.exec(first)![1]);
  const width = Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, height * SHAPE)));
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(width === WIDTH.first ? first : await draw(width))}`;
}
