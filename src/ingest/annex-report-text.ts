import { toHalfWidth } from '../money/parse.ts';
import type { Line, Part } from './part.ts';
import { closeUp } from './wording.ts';

/** One paragraph of a report, put together again where a page broke it. */
export interface Paragraph {
  /** Half-width; every character stands where it stood in the published lines. */
  text: string;
  /** The heading that it is or opens with, else null. */
  heading: { level: number; title: string } | null;
  /** The line on which the character at this offset stands. */
  lineAt(offset: number): Line;
}

/** Numbers in front of headings, the outermost first. */
const ENUMERATORS: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}、/,
  /^\([一二三四五六七八九十]{1,3}\)/,
  /^\d{1,2}[.、](?!\d)/,
  /^\(\d{1,2}\)/,
  /^[①-⑳]/,
];

/** Shorter than this, a line without a full stop is a heading or a title and not a paragraph that a page cut. */
const SHORTEST_CUT_LINE = 24;

/** Paragraphs of a report. A line that ends in the middle of a sentence goes on in the next filled line. */
export function paragraphsOf(part: Part): Paragraph[] {
  const groups: Line[][] = [];
  for (const line of part.lines) {
    if (line.text === '' || line.cells.length > 1) continue;
    const open = groups.at(-1);
    if (open && goesOn(open, line)) open.push(line);
    else groups.push([line]);
  }
  return groups.map(paragraphOf);
}

function goesOn(open: readonly Line[], next: Line): boolean {
  const nextText = normalized(next.text);
  if (enumeratorOf(nextText) !== null) return false;
  const last = normalized(open.at(-1)!.text);
  if (/[。;:!?]$/.test(last)) return false;
  // "②三套…运维项目" and, alone on the next line, "20.51万元".
  if (/^[\d,]+(?:\.\d+)?(?:万元|亿元|元)$/.test(closeUp(nextText))) return true;
  if (open.length === 1 && enumeratorOf(last) !== null && !/[,。;]/.test(last)) return false;
  return closeUp(last).length >= SHORTEST_CUT_LINE && !/报告$/.test(last);
}

function paragraphOf(lines: readonly Line[]): Paragraph {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    starts.push(text.length);
    text += normalized(line.text);
  }
  const enumerator = enumeratorOf(text);
  return {
    text,
    heading: enumerator && { level: enumerator.level, title: titleOf(text.slice(enumerator.length)) },
    lineAt: (offset) => lines[starts.findLastIndex((start) => start <= offset)]!,
  };
}

/** Half-width, marks of emphasis blanked, the brackets of "出国（境）" and "调增（减）" such that they end no phrase. */
function normalized(text: string): string {
  return toHalfWidth(text)
    .replaceAll('**', '  ')
    .replace(/\(([境减])\)/g, '〔$1〕');
}

/** Words of a paragraph with the brackets that Chinese text is printed with. */
export function asPrinted(words: string): string {
  return words.replace(/[(〔]/g, '（').replace(/[)〕]/g, '）');
}

function enumeratorOf(text: string): { level: number; length: number } | null {
  for (const [at, pattern] of ENUMERATORS.entries()) {
    const match = pattern.exec(text);
    if (match) return { level: at + 1, length: match[0].length };
  }
  return null;
}

/** The words of a heading up to its first amount or mark: "水污染防治专项120.27万元，主要用于…" → "水污染防治专项". */
function titleOf(text: string): string {
  const closed = closeUp(text);
  const amount = /[\d,]+(?:\.\d+)?(?:亿元|万元|元|万(?=[(,。;]|$)|$)/.exec(closed)?.index ?? closed.length;
  const mark = /[,。;:]/.exec(closed)?.index ?? closed.length;
  const title = closed.slice(0, Math.min(amount, mark));
  return withoutLabels(title) || title;
}

/** Words at the end of a phrase that say which amount follows, not of what. */
const LABELS_AT_END =
  /(?:其中)?(?:年初)?(?:预算收入|年初预算(?:收|数)?|年初|全年预算|追加预算|年中执行|实际(?:支出|支付)|项目预算|总?支出|支付|预算)$/;

export function withoutLabels(title: string): string {
  const bare = title.replace(LABELS_AT_END, '');
  return bare === title ? title : withoutLabels(bare);
}
