import { textWidth } from './text-width.ts';

/** Our widths are those of one face; a line keeps this share of its room free for another. */
const SURE = 0.96;
/** What may not begin a line, and what may not end one. */
const CLOSING = new Set([...'，。、；：？！）》」』】〕”’…—·%％,.;:?!)]}']);
const OPENING = new Set([...'（《「『【〔“‘([{']);
const PIECES = /\s+|[⺀-鿿぀-ヿ豈-﫿＀-￯]|[^\s⺀-鿿぀-ヿ豈-﫿＀-￯]+/gu;

/**
 * A text in lines of at most that width in px: it breaks between Chinese characters and at spaces, never inside a number
 * or a word that fits, nor before closing punctuation.
 */
export function wrappedLines(text: string, fontSize: number, width: number): string[] {
  const room = width * SURE;
  const lines: string[] = [];
  let line = '';
  const fits = (more: string): boolean => textWidth((line + more).trimEnd(), fontSize) <= room;
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  for (const piece of unbroken(text)) {
    if (!fits(piece)) {
      end();
      if (!fits(piece)) {
        // An address or a checksum: nothing else than to cut it.
        for (const character of piece) {
          if (!fits(character)) end();
          line += character;
        }
        continue;
      }
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  end();
  return lines;
}

/** The pieces that a line must not break. */
function unbroken(text: string): string[] {
  const pieces: string[] = [];
  for (const piece of text.match(PIECES) ?? []) {
    const before = pieces.at(-1);
    const sticks =
      before !== undefined && (CLOSING.has([...piece][0]!) || (!/^\s/.test(piece) && OPENING.has([...before].at(-1)!)));
    if (sticks) pieces[pieces.length - 1] = before + piece;
    else pieces.push(piece);
  }
  return pieces;
}
