import { isDash, parseNumber } from '../money/parse.ts';
import type { Block } from './statement-header.ts';
import { closeUp, wordingOf } from './wording.ts';

/** A cell of digits, whether or not they make one number. */
export function looksNumeric(text: string): boolean {
  return /\d/.test(text) && !isWords(text) && !/[一-鿿]/.test(text);
}

export function isNumber(text: string): boolean {
  return parseNumber(text) !== null;
}

/** True where every cell is of the sort that its column holds. */
export function fits(cells: readonly string[], blocks: readonly Block[]): boolean {
  return blocks.every(
    (block) =>
      block.amounts.every(({ index }) => !isWords(cells[index] ?? '')) &&
      block.labels.every(({ index, role }) => {
        const text = closeUp(cells[index] ?? '');
        if (role === 'line_no') return text === '' || /^\d{1,3}$/.test(text) || isDash(text);
        return !/^-?[\d,]+\.\d+$|^\d{1,3}(?:,\d{3})+$/.test(text);
      }),
  );
}

/** A label, which may have digits in it; an amount with its unit is none. */
function isWords(text: string): boolean {
  return /[一-鿿]/.test(text) && !/^[-−(（]?[\d,，.\s]+[)）]?(?:[百千]?万?亿?元)?$/.test(text);
}

/** Cells put back under their headings where a row lost or gained separators; null where that is not certain. */
export function realigned(cells: readonly string[], blocks: readonly Block[], width: number): string[] | null {
  const isCode = (text: string): boolean => /^(?:\d{3}|\d{5}|\d{7})$/.test(closeUp(text));
  const segments: string[][] = [];
  cells.forEach((text, at) => {
    const startsLabel =
      (isWords(text) && !isCode(cells[at - 1] ?? '')) || (isCode(text) && isWords(cells[at + 1] ?? ''));
    if (startsLabel || segments.length === 0) segments.push([]);
    segments.at(-1)!.push(text);
  });
  const groups = segments.filter((segment) => segment.some((text) => text !== ''));
  if (groups.length !== blocks.length) return null;
  const result = Array.from({ length: width }, () => '');
  for (const [at, block] of blocks.entries()) {
    const rest = [...groups[at]!];
    // A column without heading exists only because of such rows.
    const headed = block.amounts.filter(({ path }) => path.length > 0);
    for (const { index, role } of block.labels) {
      const text = rest[0] ?? '';
      const matches =
        role === 'code'
          ? isCode(text) || text === '' || isTotal(text)
          : role === 'line_no'
            ? /^\d{0,3}$/.test(text)
            : isWords(text) || text === '';
      if (matches) result[index] = rest.shift() ?? '';
    }
    // Without the number of its line, the first number may be that, or run together with it.
    const numbered = block.labels.filter(({ role }) => role === 'line_no').every(({ index }) => result[index] !== '');
    if (!numbered && rest.some((text) => text !== '')) return null;
    if (rest.some(isWords) || !assigns(rest, headed.length)) return null;
    headed.forEach(({ index }, position) => (result[index] = rest[position] ?? ''));
  }
  return result;
}

/**
 * True where it is certain which column each amount belongs to: as many cells as columns, no amount at all, or more cells
 * with all amounts at the front. One blank cell lost between two amounts would move the second unseen.
 */
function assigns(cells: readonly string[], columns: number): boolean {
  if (cells.length === columns || cells.every((text) => text === '')) return true;
  const last = cells.findLastIndex((text) => text !== '');
  return cells.length > columns && last < columns && cells.slice(0, last + 1).every((text) => text !== '');
}

export function isTotal(label: string): boolean {
  return /[合总小]计$/.test(wordingOf(label));
}
