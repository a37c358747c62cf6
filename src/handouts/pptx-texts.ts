import { PALETTE } from '../charts/theme.ts';
import { longNumbers, type NativeChart } from './native-chart.ts';
import { noteLines } from './note-lines.ts';
import { citedDocuments } from './story-handout.ts';
import type { Voice } from '../language/voice.ts';
import type { Slide } from '../views/story/slide.ts';

export interface ColouredText {
  text: string;
  color: string;
}

const COLOR = PALETTE.light;
/** Signs before the words of the key, as the marks of the native charts look. */
const SIGNS: Record<Slide['key'][number]['swatch'], ColouredText> = {
  first: { text: '■', color: COLOR.first },
  second: { text: '■', color: COLOR.second },
  implied: { text: '□', color: COLOR.first },
  budget: { text: '■', color: COLOR.accent },
  dot: { text: '■', color: COLOR.first },
  total: { text: '■', color: COLOR.accent },
  dashed: { text: '━', color: COLOR.muted },
};

/** The key to the native charts, in pairs of sign and words. */
export function keyTexts(slide: Slide, charts: readonly (NativeChart | null)[], { texts }: Voice): ColouredText[] {
  const shapes = new Set(slide.charts.map(({ chart }) => chart.numbers?.shape));
  const items = slide.key.flatMap(({ swatch, text }): ColouredText[] => {
    // Its amount stands beside the name.
    if (swatch === 'budget' && shapes.has('parts')) return [];
    const words =
      swatch === 'dot'
        ? `${withoutMark(text.split(/[；;]/)[0]!)} · ${texts.handout.from100}`
        : swatch === 'budget' && !shapes.has('bridge')
          ? withoutMark(text)
          : text;
    const sign = swatch === 'budget' && shapes.has('bridge') ? { ...SIGNS.budget, text: '┃' } : SIGNS[swatch];
    return [sign, { text: words, color: COLOR.ink }];
  });
  const lines = charts.flatMap((chart) =>
    chart?.kind === 'lines' ? chart.series.filter(({ dashed }) => !dashed) : [],
  );
  const names = new Map(lines.map(({ name, color }) => [name, color]));
  const together = charts.length === 1 && names.size > 1;
  return together
    ? [
        ...[...names].flatMap(([text, color]) => [
          { text: '●', color },
          { text, color: COLOR.ink },
        ]),
        ...items,
      ]
    : items;
}

/** What stands in the notes of the speaker: notes, remarks, the charts in words, exact numbers, documents. */
export function speakerNotes(
  slide: Slide,
  charts: readonly (NativeChart | null)[],
  asPictures: boolean,
  voice: Voice,
): string[] {
  const words = voice.texts.handout;
  const long = charts.flatMap((chart) => (chart === null ? [] : longNumbers(chart)));
  return [
    ...noteLines(slide),
    ...slide.remarks,
    ...slide.charts.map(({ description }) => description),
    ...slide.facts.map(({ label, value, remark }) =>
      [label, value, remark].filter((part) => part !== null).join(' · '),
    ),
    ...(long.length === 0 ? [] : [words.exact(long.map(({ of, exact }) => `${of} ${exact}`))]),
    ...slide.charts.flatMap(({ name }, at) =>
      charts[at] === null ? [asPictures ? words.picture(name) : words.noChart(name)] : [],
    ),
    words.source(slide.source),
    ...citedDocuments(slide, voice),
  ];
}

/** "line: budget" → "budget" */
function withoutMark(text: string): string {
  const words = text.replace(/^[^：:]*[：:]\s*/, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
