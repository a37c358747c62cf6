import { FONT } from './theme.ts';
import { wrappedLines } from './wrapped-lines.ts';

export interface TextStyle {
  /** Font size in px. */
  size: number;
  /** Room for a line in px. */
  width: number;
  fill: string;
  weight?: number;
  font?: string;
}

/** A paragraph as SVG text, a line each; its top is at 0. Height in px. */
export function textElements(
  text: string,
  { size, width, fill, weight = 400, font = FONT }: TextStyle,
): { elements: string; height: number } {
  const lineHeight = Math.round(size * 1.45);
  const lines = wrappedLines(text, size, width);
  return {
    elements: lines
      .map(
        (line, at) =>
          `<text x="0" y="${Math.round(at * lineHeight + lineHeight * 0.75)}" font-family="${inAttribute(font)}" font-size="${size}px" font-weight="${weight}" fill="${fill}">${inText(line)}</text>`,
      )
      .join(''),
    height: lines.length * lineHeight,
  };
}

/** Text as content of an element. */
export function inText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text between double quotes. */
export function inAttribute(text: string): string {
  return inText(text).replaceAll('"', '&quot;');
}
