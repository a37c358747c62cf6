import type { Slide } from '../views/story/slide.ts';
import { noteSign } from '../views/story/noted.ts';

/** The author's notes; those on points with the sign that stands beside them in the chart. */
export function noteLines({ notes }: Slide): string[] {
  return notes.map(({ text, on }, at) => (on.length > 0 ? `${noteSign(at)} ${text}` : text));
}
