import { pictureOf } from '../../charts/picture.ts';
import type { Slide } from '../story/slide.ts';

/** Width by height of the room that the picture has on a page. */
const SHAPE = 2.7;
/** In px: narrower, texts lie on each other; wider, they are too small. */
const WIDTH = { least: 560, first: 720, most: 900 };

/** The charts of a slide, without key and unit, as one picture whose shape is about that of its room on a page; an address of its own bytes. */
export async function pagePicture(slide: Slide): Promise<string> {
  const draw = (width: number): Promise<string> => pictureOf(slide.charts, { mode: 'light', width });
  const first = await draw(WIDTH.first);
  const height = Number(/ height="([\d.]+)"/.exec(first)![1]);
  const width = Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, height * SHAPE)));
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(width === WIDTH.first ? first : await draw(width))}`;
}
