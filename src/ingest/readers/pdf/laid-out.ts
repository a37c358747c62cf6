import type { TextLine } from './text-lines.ts';

/** Chinese characters and full-width signs take two places, everything else one, as text on a terminal does. */
const WIDE = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦“”‘’]/u;

/**
 * A line of a page as text that keeps its places with spaces: how tables without lines around their cells are held
 * together. A place is half the height of the type.
 */
export function laidOut({ items, size }: TextLine): string {
  let text = '';
  let column = 0;
  for (const item of items) {
    const wanted = Math.round(item.x0 / (size / 2));
    // Two spaces part cells; what stands closer belongs together.
    const gap = wanted - column;
    text += ' '.repeat(text === '' ? Math.max(0, wanted) : Math.max(0, gap));
    column = Math.max(column, wanted);
    for (const sign of item.text) {
      text += sign;
      column += WIDE.test(sign) ? 2 : 1;
    }
  }
  return text;
}
