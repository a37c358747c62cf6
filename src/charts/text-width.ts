/** Widths in em of the characters of a Latin sans serif face with tabular figures; CJK and full-width forms are 1. */
const NARROW = new Set([...".,:;'|!iIjl"]);
const BRACKETS = new Set([...'()[]{}/-frt ']);
const WIDE = new Set([...'%mwMW@—…']);

/** Width of a text in px at that font size, the same in Node and in the browser. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text) em += characterWidth(character);
  return em * fontSize;
}

function characterWidth(character: string): number {
  if (character.codePointAt(0)! >= 0x2e80) return 1;
  if (NARROW.has(character)) return 0.28;
  if (BRACKETS.has(character)) return 0.36;
  if (WIDE.has(character)) return 0.88;
  if (character >= 'A' && character <= 'Z') return 0.68;
  return 0.57;
}

/**
 * What of Vega a text measure hangs on. Its scenegraph exports `textMetrics` without saying so in its types, hence the
 * optional member.
 */
interface VegaText {
  textMetrics?: { width: (item: { fontSize?: number }, text: unknown) => number };
}

/**
 * Gives Vega our widths. Without a canvas it guesses 0.8 em for every character, with one it depends on the fonts of the
 * machine: with one table the drawing is the same everywhere.
 */
export function installTextWidths(vega: object): void {
  const { textMetrics } = vega as VegaText;
  if (textMetrics === undefined) throw new Error('This release of Vega has no textMetrics to set.');
  textMetrics.width = (item, text) =>
    textWidth(text === null || text === undefined ? '' : String(text), item.fontSize ?? 11);
}
