import { inText } from './picture-text.ts';
import { FONT, PALETTE, type Mode } from './theme.ts';
import { textWidth } from './text-width.ts';

/** How a mark of the charts looks, as the page's key shows it. */
export type Swatch = 'first' | 'second' | 'implied' | 'budget' | 'dot' | 'total' | 'dashed';

export interface KeyItem {
  swatch: Swatch;
  text: string;
}

const SIZE = 12;
const LINE = 20;
const SWATCH = 14;
const GAP = { swatch: 6, items: 18 };

/** The key to the marks in as many lines as it needs; null where there is none. Sizes in px. */
export function keyElements(
  items: readonly KeyItem[],
  { width, mode }: { width: number; mode: Mode },
): { elements: string; height: number } | null {
  if (items.length === 0) return null;
  let [x, line] = [0, 0];
  const elements = items.map(({ swatch, text }) => {
    const wide = SWATCH + GAP.swatch + textWidth(text, SIZE) * 1.04;
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
    const element =
      `<g transform="translate(${Math.round(x)},${line * LINE})">${SHAPES[swatch](PALETTE[mode])}` +
      `<text x="${SWATCH + GAP.swatch}" y="14" font-family="${FONT}" font-size="${SIZE}px" fill="${PALETTE[mode].ink}">${inText(text)}</text></g>`;
    x += wide + GAP.items;
    return element;
  });
  return { elements: elements.join(''), height: (line + 1) * LINE };
}

type Colours = (typeof PALETTE)[Mode];

/** In a square of 14 px whose top is at 3. */
const SHAPES: Record<Swatch, (color: Colours) => string> = {
  first: ({ first }) => `<rect y="3" width="14" height="14" fill="${first}"/>`,
  second: ({ second }) => `<rect y="3" width="14" height="14" fill="${second}"/>`,
  implied: ({ first }) =>
    `<rect x="0.75" y="3.75" width="12.5" height="12.5" fill="none" stroke="${first}" stroke-width="1.5" stroke-dasharray="4,3"/>`,
  budget: ({ accent }) => `<rect x="5" y="3" width="3" height="14" fill="${accent}"/>`,
  dot: ({ first }) => `<circle cx="7" cy="10" r="5.5" fill="${first}"/>`,
  total: ({ accent }) => `<path d="M7,3L14,10L7,17L0,10Z" fill="${accent}"/>`,
  dashed: ({ ink }) => `<path d="M0,10H14" stroke="${ink}" stroke-width="2" stroke-dasharray="4,3"/>`,
};
