import type { TextItem } from './page-content.ts';

/** Items that stand on one line of a page or of a cell, from left to right. */
export interface TextLine {
  items: TextItem[];
  baseline: number;
  size: number;
}

/** Items by the line they stand on, from top to bottom. Letters of one line may differ a little in height. */
export function textLines(items: readonly TextItem[]): TextLine[] {
  const lines: TextLine[] = [];
  for (const item of [...items].sort((a, b) => a.baseline - b.baseline)) {
    const last = lines.at(-1);
    if (last && item.baseline - last.baseline <= Math.min(last.size, item.size) * 0.45) {
      last.items.push(item);
      last.size = Math.max(last.size, item.size);
    } else lines.push({ items: [item], baseline: item.baseline, size: item.size });
  }
  for (const line of lines) line.items.sort((a, b) => a.x0 - b.x0);
  return lines;
}

/** The text of a line; a gap of the width of a letter is a space, as between the words of a heading. */
export function textOf({ items }: TextLine): string {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    if (text !== '' && item.x0 - end > item.size * 0.5) text += ' ';
    text += item.text;
    end = Math.max(end, item.x1);
  }
  return text.trim();
}

/**
 * The parts of an item left and right of positions that cut through it. Texts that fill their cells come as one item with
 * spaces between them: where there are as many spaces as positions, these are the places to cut.
 */
export function cut(item: TextItem, at: readonly number[]): TextItem[] {
  const inside = at.filter((x) => x > item.x0 + 1 && x < item.x1 - 1).sort((a, b) => a - b);
  if (inside.length === 0) return [item];
  const words = item.text.trim().split(/\s+/);
  if (words.length === inside.length + 1) {
    const edges = [item.x0, ...inside, item.x1];
    return words.map((text, index) => ({ ...item, text, x0: edges[index]!, x1: edges[index + 1]! }));
  }
  return cutByWidth(item, inside);
}

function cutByWidth(item: TextItem, inside: readonly number[]): TextItem[] {
  const letters = [...item.text];
  const widths = letters.map(widthOf);
  const scale = (item.x1 - item.x0) / widths.reduce((sum, width) => sum + width, 0);
  const parts: TextItem[] = [];
  let x = item.x0;
  for (const [index, letter] of letters.entries()) {
    const width = widths[index]! * scale;
    const middle = x + width / 2;
    const last = parts.at(-1);
    const crossed = last && inside.some((position) => position > last.x1 - width / 2 && position <= middle);
    if (last && !crossed) {
      last.text += letter;
      last.x1 = x + width;
    } else parts.push({ ...item, text: letter, x0: x, x1: x + width });
    x += width;
  }
  return parts.filter(({ text }) => text.trim() !== '');
}

/** Width of a letter in em: Chinese ones fill the square, digits and Latin ones about half of it. */
function widthOf(letter: string): number {
  if (/[.,:;'\s]/.test(letter)) return 0.28;
  return /[\u1100-\uffff]/.test(letter) ? 1 : 0.52;
}
