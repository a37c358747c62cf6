import type PptxGenJS from 'pptxgenjs';
import { PALETTE } from '../charts/theme.ts';
import { textWidth } from '../charts/text-width.ts';
import { wrappedLines } from '../charts/wrapped-lines.ts';
import type { Voice } from '../language/voice.ts';
import type { Slide, SlideFact } from '../views/story/slide.ts';
import type { ChartFrame } from './chart-xml.ts';
import type { NativeChart } from './native-chart.ts';
import { noteLines } from './note-lines.ts';
import { keyTexts, speakerNotes } from './pptx-texts.ts';
import { printable } from './xml-text.ts';

/** Of a slide, in points. */
export const PAGE = { width: 960, height: 540 };
/** On Windows and in Office for Mac; other programs take a face of their own that has Chinese. */
export const FACE = 'Microsoft YaHei';
const MARGIN = 44;
const INNER = PAGE.width - 2 * MARGIN;
const COLOR = PALETTE.light;
const LINE = 1.3;
/** From large to small: the first in which the headline takes no more lines than that. */
const HEADLINES = [
  { size: 28, lines: 2 },
  { size: 24, lines: 2 },
  { size: 20, lines: 3 },
  { size: 16, lines: 5 },
];
/** Lines of remarks below the chart; what is beyond stands in the notes. */
const REMARK_LINES = 6;
const GRID_GAP = 18;
const NAME_HEIGHT = 24;
const CHART_TEXT = { one: 15, several: 12 };
/** Of remarks: below a chart, and below numbers in large type. */
const REMARK_TEXT = { chart: 12, facts: 16 };
/** Our widths are those of a narrower face than some programs take instead of ours. */
const SURE = 0.93;

/** A chart on a slide, in the order in which the file holds them. */
export interface PlacedChart {
  chart: NativeChart;
  frame: ChartFrame;
}

/** A picture in place of a chart that has no native form: its bytes in PNG, and its shape. */
export interface ChartPicture {
  png: string;
  width: number;
  height: number;
}

export interface SlideParts {
  slide: Slide;
  /** Of each chart; null where there is none. */
  charts: readonly (NativeChart | null)[];
  pictures: readonly (ChartPicture | null)[];
  /** "3 / 7" */
  place: string;
}

/** Writes one slide with real text; gives back the native charts on it. */
export function writeSlide(target: PptxGenJS.Slide, parts: SlideParts, voice: Voice): PlacedChart[] {
  const { slide, charts, pictures, place } = parts;
  const words = voice.texts.handout;
  const language = voice.texts.htmlLanguage;
  const put = (text: string | PptxGenJS.TextProps[], box: Box, more: PptxGenJS.TextPropsOptions): void => {
    const plain =
      typeof text === 'string' ? printable(text) : text.map((run) => ({ ...run, text: printable(run.text!) }));
    target.addText(plain as string, {
      ...inches(box),
      fontFace: FACE,
      lang: language,
      margin: 0,
      valign: 'top',
      color: hex(COLOR.ink),
      fit: 'shrink',
      ...more,
    });
  };

  put(slide.kicker, box(22, 20), { fontSize: 14, color: hex(COLOR.accent), objectName: words.parts.kicker });
  const { size, lines } = HEADLINES.find((one) => linesOf(slide.headline, one.size) <= one.lines) ?? HEADLINES.at(-1)!;
  const headline = Math.min(lines, linesOf(slide.headline, size)) * size * LINE;
  target.addText(printable(slide.headline), {
    placeholder: 'title',
    ...inches(box(44, headline)),
    fontSize: size,
    bold: true,
    fontFace: FACE,
    lang: language,
    color: hex(COLOR.ink),
    margin: 0,
    valign: 'top',
    align: 'left',
  });
  let top = 44 + headline + 8;

  const key = slide.charts.length > 0 ? keyTexts(slide, charts, voice) : [];
  const unit = slide.unit === null ? [] : [{ text: words.unit(slide.unit), color: COLOR.muted }];
  if (key.length + unit.length > 0) {
    const runs = [
      ...key.map(({ text, color }, at) => ({ text: `${text}${at % 2 === 1 ? '　　' : ' '}`, color })),
      ...unit,
    ];
    const height = linesOf(runs.map(({ text }) => text).join(''), 13) * 13 * LINE;
    put(
      runs.map(({ text, color }) => ({ text, options: { color: hex(color), fontSize: 13 } })),
      box(top, height),
      { objectName: words.parts.key },
    );
    top += height + 8;
  }

  const source = words.source(slide.source);
  const sourceHeight = Math.min(3, linesOf(source, 10.5, INNER - 80)) * 10.5 * LINE;
  let bottom = PAGE.height - 18 - sourceHeight;
  put(
    source,
    { x: MARGIN, y: bottom, width: INNER - 80, height: sourceHeight },
    { fontSize: 10.5, color: hex(COLOR.muted), objectName: words.parts.source },
  );
  put(
    place,
    { x: PAGE.width - MARGIN - 70, y: PAGE.height - 32, width: 70, height: 16 },
    { fontSize: 11, color: hex(COLOR.muted), align: 'right', objectName: words.parts.page },
  );
  bottom -= 8;

  const remarkSize = slide.charts.length > 0 ? REMARK_TEXT.chart : REMARK_TEXT.facts;
  const remarks = remarksOf(slide, remarkSize);
  if (remarks.length > 0) {
    const height = remarks.reduce((sum, { text }) => sum + linesOf(text, remarkSize), 0) * remarkSize * LINE;
    bottom -= height;
    put(
      remarks.map(({ text, color }) => ({
        text,
        options: { color: hex(color), fontSize: remarkSize, breakLine: true },
      })),
      box(bottom, height),
      { objectName: words.parts.remarks },
    );
    bottom -= 8;
  }

  const room: Box = { x: MARGIN, y: top, width: INNER, height: bottom - top };
  target.addNotes(
    speakerNotes(
      slide,
      charts,
      pictures.some((picture) => picture !== null),
      voice,
    )
      .map(printable)
      .join('\n'),
  );
  if (slide.charts.length === 0) {
    writeFacts(slide.facts, room, words.parts.fact, put);
    return [];
  }
  return cells(room, slide.charts.length).flatMap((cell, at) => {
    const { name, description } = slide.charts[at]!;
    const chart = charts[at] ?? null;
    const picture = pictures[at] ?? null;
    const head = name === '' ? 0 : NAME_HEIGHT;
    if (name !== '') put(name, { ...cell, height: head }, { fontSize: 14, bold: true, objectName: words.parts.name });
    const drawn: Box = { ...cell, y: cell.y + head, height: cell.height - head };
    if (chart !== null)
      return [placeChart(target, chart, drawn, { description, several: slide.charts.length > 1, voice })];
    if (picture === null) put(description, drawn, { fontSize: 14 });
    else placePicture(target, picture, drawn, description);
    return [];
  });
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function placeChart(
  target: PptxGenJS.Slide,
  chart: NativeChart,
  place: Box,
  { description, several, voice }: { description: string; several: boolean; voice: Voice },
): PlacedChart {
  const words = voice.texts.handout;
  // The part that the library writes is replaced: it makes the frame, the relations and the types.
  target.addChart(
    chart.kind === 'lines' ? ('line' as PptxGenJS.CHART_NAME) : ('bar' as PptxGenJS.CHART_NAME),
    [{ name: '1', labels: ['1'], values: [1] }],
    { ...inches(place), altText: printable(description), objectName: words.parts.chart },
  );
  const fontSize = several ? CHART_TEXT.several : CHART_TEXT.one;
  return {
    chart,
    frame: {
      sheet: words.sheet,
      fontSize,
      font: FACE,
      language: voice.texts.htmlLanguage,
      width: place.width,
      height: place.height,
    },
  };
}

function placePicture(
  target: PptxGenJS.Slide,
  { png, width, height }: ChartPicture,
  place: Box,
  altText: string,
): void {
  const scale = Math.min(place.width / width, place.height / height);
  target.addImage({
    data: `image/png;base64,${png}`,
    ...inches({ ...place, width: width * scale, height: height * scale }),
    altText: printable(altText),
  });
}

/** Numbers in large type beside each other. */
function writeFacts(
  facts: readonly SlideFact[],
  room: Box,
  objectName: string,
  put: (text: PptxGenJS.TextProps[], place: Box, more: PptxGenJS.TextPropsOptions) => void,
): void {
  const columns = Math.max(1, Math.min(4, facts.length));
  const width = (room.width - (columns - 1) * 28) / columns;
  const rows = Math.ceil(facts.length / columns);
  const height = room.height / Math.max(1, rows);
  // One size for all: a larger number is not the more important one.
  const fits = (size: number): boolean => facts.every(({ value }) => textWidth(value, size) <= (width - 12) * SURE);
  const size = [56, 44, 36, 28, 22].find(fits) ?? 16;
  facts.forEach(({ label, value, remark }, at) => {
    put(
      [
        { text: label, options: { fontSize: 20, color: hex(COLOR.muted), breakLine: true, paraSpaceAfter: 8 } },
        {
          text: value,
          options: { fontSize: size, bold: true, color: hex(COLOR.first), breakLine: true, paraSpaceAfter: 8 },
        },
        ...(remark === null ? [] : [{ text: remark, options: { fontSize: 14, color: hex(COLOR.muted) } }]),
      ],
      {
        x: room.x + (at % columns) * (width + 28),
        y: room.y + Math.floor(at / columns) * height + Math.min(40, height * 0.12),
        width,
        height: height * 0.8,
      },
      { objectName },
    );
  });
}

/** The author's notes, then what must be known, as far as there is room. */
function remarksOf(slide: Slide, size: number): { text: string; color: string }[] {
  const all = [
    ...noteLines(slide).map((text) => ({ text, color: COLOR.ink })),
    ...slide.remarks.map((text) => ({ text, color: COLOR.muted })),
  ];
  let lines = 0;
  return all.filter(({ text }) => {
    const more = linesOf(text, size);
    if (lines + more > REMARK_LINES) return false;
    lines += more;
    return true;
  });
}

function cells(room: Box, count: number): Box[] {
  const columns = count > 1 ? 2 : 1;
  const rows = Math.ceil(count / columns);
  const width = (room.width - (columns - 1) * GRID_GAP) / columns;
  const height = (room.height - (rows - 1) * GRID_GAP) / rows;
  return Array.from({ length: count }, (_, at) => ({
    x: room.x + (at % columns) * (width + GRID_GAP),
    y: room.y + Math.floor(at / columns) * (height + GRID_GAP),
    width,
    height,
  }));
}

function box(y: number, height: number): Box {
  return { x: MARGIN, y, width: INNER, height };
}

function linesOf(text: string, size: number, width = INNER): number {
  return Math.max(1, wrappedLines(text, size, width * SURE).length);
}

/** Of the library: inches. */
function inches({ x, y, width, height }: Box): { x: number; y: number; w: number; h: number } {
  return { x: x / 72, y: y / 72, w: width / 72, h: height / 72 };
}

function hex(color: string): string {
  return color.slice(1);
}
