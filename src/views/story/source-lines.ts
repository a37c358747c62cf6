import type { FigureSource } from '../../components/figure-source.ts';
import type { Texts } from '../../language/texts.ts';
import { placeText } from '../provenance/citation.ts';

export interface SourceLine {
  label: string;
  text: string;
  strong: boolean;
}

/** Lines that a screen holds in large type. */
const LINES = 14;
/** Characters of a line on a screen of 4 : 3, of which a long text takes several. */
const CHARACTERS = 34;

/** The source of a figure as screenfuls of lines. */
export function sourcePages(source: FigureSource, texts: Texts): SourceLine[][] {
  const words = texts.source;
  const line = (label: string, text: string | null, strong = false): SourceLine[] =>
    text === null || text === '' ? [] : [{ label, text, strong }];
  const lines = [
    ...source.sides.flatMap((side) => [
      ...line(side.label, side.amount, true),
      ...line(words.basis, side.basis),
      ...line(words.published, side.published),
      ...side.places.flatMap((place) => line(words.place, placeText(place, texts))),
      ...line(words.document, side.document?.title ?? null),
      ...line('', side.document?.copy ?? null),
    ]),
    ...source.computed.flatMap((text) => line(words.computed, text)),
    ...source.remarks.flatMap((text) => line('', text)),
    ...line(words.query, source.query),
  ];
  const pages: SourceLine[][] = [];
  let left = 0;
  for (const one of lines) {
    const takes = Math.max(1, Math.ceil(one.text.length / CHARACTERS));
    if (takes > left || pages.length === 0) {
      pages.push([]);
      left = LINES;
    }
    pages.at(-1)!.push(one);
    left -= takes;
  }
  return pages;
}
