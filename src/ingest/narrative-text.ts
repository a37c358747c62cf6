import type { Line } from './part.ts';

/** What a passage is announced by: 一、 · （一） · 1、 · （1）. */
export type MarkerKind = 'chapter' | 'section' | 'item' | 'subitem';

export interface Marker {
  kind: MarkerKind;
  /** The ordinal without its punctuation: 一, 12. */
  ordinal: string;
}

/** A stretch of prose between two headings or list marks, its lines joined and its spaces taken out. */
export interface Passage {
  marker: Marker | null;
  isHeading: boolean;
  text: string;
  /** The line that the character at `offset` was published on. */
  lineAt(offset: number): Line;
}

/** A line that belongs to the page and not to the text. */
export interface Furniture {
  line: Line;
  text: string;
}

export interface Prose {
  passages: Passage[];
  furniture: Furniture[];
}

const MARKERS: readonly [MarkerKind, RegExp][] = [
  ['section', /^（([一二三四五六七八九十]{1,3})）/],
  ['chapter', /^([一二三四五六七八九十]{1,3})、/],
  ['item', /^(\d{1,3})(?:、|[.．](?!\d))/],
  ['subitem', /^（(\d{1,2})）/],
];

const SENTENCE_END = /[。！？；：]$/;
/** Nouns that headings end with; other short lines without punctuation are headings only under a 一、 or （一）. */
const HEADING_END = /(?:情况|说明|结果|明细|安排|概况|分析)[。：]?$/;
const PAGE_NUMBER = /^(?:[-—–―─]+\d{1,4}[-—–―─]+|第\d{1,4}页(?:[，、/]?共\d{1,4}页)?|\d{1,4}[/／]\d{1,4})$/;
const BARE_NUMBER = /^\d{1,4}$/;
/** What can only follow a number: a line of digits before it is no page number. */
const AFTER_NUMBER = /^(?:[万亿千百元%.,，、年月日个人辆台套批次分名家项余多]|$)/;

/**
 * Joins the lines of a narrative. Page breaks cut paragraphs anywhere, inside words too, and a blank line is as likely
 * a page break as an end; so lines run on until a heading or a list mark begins, and sentences are told by their points.
 */
export function readProse(lines: readonly Line[]): Prose {
  const written = lines.map((line) => ({ line, text: plainText(line.text) })).filter(({ text }) => text !== '');
  const passages: Passage[] = [];
  const furniture: Furniture[] = [];
  let open: Draft | null = null;

  const close = () => {
    if (open && open.text !== '') passages.push(passageOf(open));
    open = null;
  };

  written.forEach(({ line, text }, index) => {
    if (isFurniture(text, line, written[index - 1]?.line, written[index + 1])) {
      furniture.push({ line, text });
      return;
    }
    const complete = open === null || SENTENCE_END.test(open.text);
    const marker = markerOf(text, complete);
    const body = marker ? text.slice(marker.length) : text;
    const isHeading = marker !== null && looksLikeHeading(marker.kind, body);
    if (marker || open === null) close();
    open ??= { marker, isHeading, text: '', starts: [] };
    open.starts.push({ offset: open.text.length, line });
    open.text += body;
    if (isHeading) close();
  });
  close();
  return { passages, furniture };
}

interface Draft {
  marker: Marker | null;
  isHeading: boolean;
  text: string;
  starts: { offset: number; line: Line }[];
}

function passageOf({ marker, isHeading, text, starts }: Draft): Passage {
  return {
    marker: marker && { kind: marker.kind, ordinal: marker.ordinal },
    isHeading,
    text: withPlainCommas(text),
    lineAt(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]!.offset <= offset) low = middle;
        else high = middle - 1;
      }
      return starts[low]!.line;
    },
  };
}

/** One spelling for what documents write in several: digits, brackets, colons, marks of a machine's reading. */
export function plainText(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]{0,80}>/gi, '')
    .replace(/\\geq?/g, '≥')
    .replace(/\\leq?/g, '≤')
    .replace(/\*\*|[$\\\u200b-\u200d\ufeff]/g, '')
    .replace(/\s+/g, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ．％／]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll(':', '：')
    .replaceAll(';', '；')
    .replaceAll('﹪', '%');
}

/** A comma between digits belongs to a number, whole or spoilt; every other one is a clause's end. Keeps the length. */
function withPlainCommas(text: string): string {
  return text.replace(/,/g, (_, at: number) =>
    /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '') ? ',' : '，',
  );
}

function markerOf(text: string, complete: boolean): (Marker & { length: number }) | null {
  for (const [kind, pattern] of MARKERS) {
    const found = pattern.exec(text);
    if (!found) continue;
    // "三、四季度" and "（2）班" may stand at the start of a line in the middle of a sentence.
    if (!complete && (kind === 'chapter' || kind === 'subitem')) continue;
    // "…的 100." and "00%" on the next page: the line is the middle of a number.
    if (!complete && found[0].length === text.length) continue;
    return { kind, ordinal: found[1]!, length: found[0].length };
  }
  return null;
}

function looksLikeHeading(kind: MarkerKind, body: string): boolean {
  const bare = body.replace(/[。：]$/, '').replace(/(?:19|20)\d{2}年/g, '');
  if (/[，。；：\d]/.test(bare) || bare.length > 45) return false;
  return HEADING_END.test(body) || ((kind === 'chapter' || kind === 'section') && bare.length <= 30);
}

function isFurniture(
  text: string,
  line: Line,
  before: Line | undefined,
  after: { line: Line; text: string } | undefined,
): boolean {
  if (PAGE_NUMBER.test(text)) return true;
  if (!BARE_NUMBER.test(text)) return false;
  if (after && AFTER_NUMBER.test(after.text)) return false;
  if (line.page !== null) return before?.page !== line.page || after?.line.page !== line.page;
  const standsAlone = (before?.number ?? 0) < line.number - 1 && (after?.line.number ?? Infinity) > line.number + 1;
  return standsAlone;
}
