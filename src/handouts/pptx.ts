import type PptxGenJS from 'pptxgenjs';
import { PALETTE } from '../charts/theme.ts';
import { chartWorkbook } from './chart-workbook.ts';
import { chartXml } from './chart-xml.ts';
import { nativeChart } from './native-chart.ts';
import { type ChartPicture, FACE, PAGE, writeSlide, type PlacedChart } from './pptx-slide.ts';
import type { StoryHandout } from './story-handout.ts';
import { printable } from './xml-text.ts';
import type { SlideChart } from '../views/story/slide.ts';

export interface PptxOptions {
  /** Draws a chart that has no native form; left out where nothing can draw: its words stand there then. */
  picture?: (chart: SlideChart) => Promise<ChartPicture>;
  /** Told which slide is written. */
  onProgress?: (at: number, count: number) => void;
}

export const PPTX_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** A presentation of one slide a step, its text and its charts to be edited. Runs in Node and in the browser. */
export async function pptxOf(handout: StoryHandout, { picture, onProgress }: PptxOptions = {}): Promise<Uint8Array> {
  // Fetched when a reader asks for it: the page starts without them.
  const [{ default: Presentation }, { unzipSync, zipSync }] = await Promise.all([
    import('pptxgenjs'),
    import('fflate'),
  ]);
  const { voice, slides, title } = handout;
  const presentation = new Presentation();
  const { theme, step } = voice.texts.handout;
  describe(presentation, printable(title), { theme, step });
  const placed: PlacedChart[] = [];
  for (const [at, slide] of slides.entries()) {
    onProgress?.(at + 1, slides.length);
    const charts = slide.charts.map(({ chart }) => nativeChart(chart, { voice, unit: slide.unit, key: slide.key }));
    const pictures: (ChartPicture | null)[] = [];
    for (const [index, chart] of slide.charts.entries())
      pictures.push(charts[index] === null && picture !== undefined ? await picture(chart) : null);
    const place = voice.texts.handout.page(at + 1, slides.length);
    placed.push(...writeSlide(presentation.addSlide({ masterName: step }), { slide, charts, pictures, place }, voice));
  }
  const files = unzipSync((await presentation.write({ outputType: 'uint8array' })) as Uint8Array);
  await putCharts(files, placed);
  speakIn(files, voice.texts.htmlLanguage);
  return zipSync(files, { level: 6 });
}

function describe(presentation: PptxGenJS, title: string, names: { theme: string; step: string }): void {
  presentation.defineLayout({ name: 'WIDE', width: PAGE.width / 72, height: PAGE.height / 72 });
  presentation.layout = 'WIDE';
  presentation.title = title;
  presentation.subject = title;
  presentation.author = names.theme;
  presentation.company = names.theme;
  presentation.theme = { headFontFace: FACE, bodyFontFace: FACE };
  presentation.defineSlideMaster({
    title: names.step,
    background: { color: PALETTE.light.paper.slice(1) },
    objects: [{ placeholder: { options: { name: 'title', type: 'title', x: 0.6, y: 0.6, w: 12.1, h: 1 }, text: '' } }],
  });
}

/** Puts our chart and its sheet in the place of each one that the library wrote; they come in the same order. */
async function putCharts(files: Record<string, Uint8Array>, placed: readonly PlacedChart[]): Promise<void> {
  const number = (path: string): number => Number(/(\d+)\.xml$/.exec(path)![1]);
  const paths = Object.keys(files)
    .filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path))
    .sort((a, b) => number(a) - number(b));
  if (paths.length !== placed.length) throw new Error(`${paths.length} charts were written, not ${placed.length}`);
  for (const [at, { chart, frame }] of placed.entries()) {
    const path = paths[at]!;
    const relations = new TextDecoder().decode(files[path.replace('charts/', 'charts/_rels/') + '.rels']);
    const sheet = /Target="\.\.\/(embeddings\/[^"]+)"/.exec(relations)![1]!;
    files[path] = new TextEncoder().encode(chartXml(chart, frame));
    files[`ppt/${sheet}`] = await chartWorkbook(chart, frame.sheet);
  }
}

/** The library writes English as the language of all text, and notes as one line. */
function speakIn(files: Record<string, Uint8Array>, language: string): void {
  for (const path of Object.keys(files)) {
    if (!/^ppt\/(?:slides|notesSlides|slideLayouts|slideMasters)\/[^/]+\.xml$/.test(path)) continue;
    let xml = new TextDecoder().decode(files[path]).replaceAll('lang="en-US"', `lang="${language}"`);
    if (path.startsWith('ppt/notesSlides/'))
      xml = xml.replace(/(<a:p>(<a:r><a:rPr[^>]*\/><a:t>))([^<]*)<\/a:t>/, notesInLines);
    files[path] = new TextEncoder().encode(xml);
  }
}

function notesInLines(_whole: string, first: string, run: string, text: string): string {
  return `${first}${text.split(/\r?\n/).join(`</a:t></a:r></a:p><a:p>${run}`)}</a:t>`;
}
