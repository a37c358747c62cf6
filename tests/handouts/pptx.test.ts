import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bridge } from '../../src/charts/bridge.ts';
import { shareBars } from '../../src/charts/share-bars.ts';
import { pptxOf } from '../../src/handouts/pptx.ts';
import { Exact } from '../../src/money/decimal.ts';
import type { StoryHandout } from '../../src/handouts/story-handout.ts';
import type { Slide } from '../../src/views/story/slide.ts';
import { openTeller, type Teller } from './told-stories.ts';

type Files = Record<string, Uint8Array>;

let teller: Teller;
beforeAll(async () => {
  teller = await openTeller();
});
afterAll(() => teller.close());

const filesOf = async (handout: StoryHandout): Promise<Files> => unzipSync(await pptxOf(handout));
const textAt = (files: Files, path: string): string => strFromU8(files[path]!);
const numbered = (files: Files, pattern: RegExp): string[] =>
  Object.keys(files)
    .filter((path) => pattern.test(path))
    .sort((a, b) => Number(/(\d+)\.xml/.exec(a)![1]) - Number(/(\d+)\.xml/.exec(b)![1]));
const SLIDES = /^ppt\/slides\/slide\d+\.xml$/;
const CHARTS = /^ppt\/charts\/chart\d+\.xml$/;

/** What stands in a file between the marks of a text run. */
function words(xml: string): string[] {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => plain(text!));
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

interface Series {
  name: string;
  column: string;
  values: Map<number, string>;
}

function seriesOf(xml: string): { categories: string[]; series: Series[] } {
  const parts = xml.split('<c:ser>').slice(1);
  const points = (part: string): [number, string][] =>
    [...part.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, at, value]) => [Number(at), plain(value!)]);
  const within = (part: string, name: string): string => part.split(`<c:${name}>`)[1]!.split(`</c:${name}>`)[0]!;
  return {
    categories: points(within(parts[0]!, 'cat')).map(([, name]) => name),
    series: parts.map((part) => ({
      name: points(within(part, 'tx'))[0]![1],
      column: /'数据'!\$([A-Z]+)\$2:/.exec(plain(within(part, 'val')))![1]!,
      values: new Map(points(within(part, 'val'))),
    })),
  };
}

async function sheetBehind(files: Files, chart: string): Promise<unknown[][]> {
  const relations = textAt(files, `${chart.replace('charts/', 'charts/_rels/')}.rels`);
  const book = await readXlsx(files[`ppt/${/Target="\.\.\/(embeddings\/[^"]+)"/.exec(relations)![1]}`]!);
  return book.sheets.find(({ name }) => name === '数据')!.rows;
}

describe('The slides of 株洲市生态环境局 2024', () => {
  let handout: StoryHandout;
  let files: Files;
  beforeAll(async () => {
    handout = await teller.tell('zhuzhou-ecology', 2024, 'zh');
    files = await filesOf(handout);
  });

  test('are one for each step, with the finding as the title', () => {
    const paths = numbered(files, SLIDES);
    expect(paths).toHaveLength(handout.slides.length);
    paths.forEach((path, at) => {
      const xml = textAt(files, path);
      expect(xml).toMatch(/<p:ph\s[^>]*type="title"/);
      expect(words(xml)).toContain(handout.slides[at]!.headline);
      expect(words(xml).join('')).toContain(handout.slides[at]!.source);
    });
  });

  test('have a native chart for each chart of the story, and no picture', () => {
    const charts = handout.slides.flatMap((slide) => slide.charts);
    expect(numbered(files, CHARTS)).toHaveLength(charts.length);
    expect(Object.keys(files).filter((path) => path.startsWith('ppt/media/') && !path.endsWith('/'))).toEqual([]);
  });

  test('hold in each chart the numbers of the table, exactly', () => {
    const charts = numbered(files, CHARTS);
    const amounts = new Set(
      handout.slides.flatMap(({ table }) =>
        (table?.rows ?? []).flatMap(({ cells }) =>
          cells.flatMap((cell) => (cell.kind === 'number' && cell.exact !== undefined ? [unsigned(cell.exact)] : [])),
        ),
      ),
    );
    let compared = 0;
    for (const path of charts) {
      for (const { name, values } of seriesOf(textAt(files, path)).series) {
        if (/（不画出）|只表示位置/.test(name) && !name.startsWith('合计')) continue;
        for (const value of values.values()) {
          // The end of the bridge before which nothing is published is told by the finding.
          expect([...amounts], `${path} ${name}`).toContain(unsigned(value));
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(60);
  });

  test('hold in the sheet behind each chart what the chart shows', async () => {
    for (const path of numbered(files, CHARTS)) {
      const { categories, series } = seriesOf(textAt(files, path));
      const [head, ...rows] = await sheetBehind(files, path);
      expect(rows.map(([name]) => name)).toEqual(categories);
      for (const { name, column, values } of series) {
        const at = column.charCodeAt(0) - 65;
        expect(head![at]).toBe(name);
        rows.forEach((row, index) => {
          const value = values.get(index);
          expect(row[at] ?? null, `${path} ${name}`).toEqual(value === undefined ? null : Number(value));
        });
      }
    }
  });

  test('say the notes, remarks, documents and the charts in words to the speaker, a line each', () => {
    numbered(files, /^ppt\/notesSlides\/notesSlide\d+\.xml$/).forEach((path, at) => {
      const said = words(textAt(files, path));
      const slide = handout.slides[at]!;
      for (const remark of slide.remarks) expect(said).toContain(remark);
      for (const { description } of slide.charts) expect(said).toContain(description);
      expect(said.join()).toContain(slide.body.documents[0]!.sha256);
    });
    expect(words(textAt(files, 'ppt/notesSlides/notesSlide1.xml'))).toEqual(
      expect.arrayContaining(['① 看这一年', '整个一步']),
    );
  });

  test('speak no English', () => {
    for (const path of [...numbered(files, SLIDES), ...numbered(files, CHARTS)]) {
      const xml = textAt(files, path);
      expect(xml).not.toContain('lang="en-US"');
      const said = [...words(xml), ...[...xml.matchAll(/<c:v>([^<]*)</g)].map(([, text]) => text!)];
      for (const text of said) expect(text, path).not.toMatch(/[A-Za-z]{3,}|NaN|undefined/);
    }
  });

  test('are well-formed, with every part that is referred to', () => {
    for (const path of Object.keys(files).filter((name) => /\.(?:xml|rels)$/.test(name))) {
      expect(unbalanced(textAt(files, path)), path).toEqual([]);
    }
    for (const path of Object.keys(files).filter((name) => /^ppt\/(?:slides|charts)\/_rels\//.test(name))) {
      for (const [, target] of textAt(files, path).matchAll(/Target="\.\.\/([^"]+)"/g))
        expect(Object.keys(files), path).toContain(`ppt/${target}`);
    }
  });
});

test('In 亿元 the numbers of all charts are those of the unit that the slide names, and as exact', async () => {
  const wan = await teller.tell('putuo-planning', 2024, 'zh', 'wan');
  const yi = await teller.tell('putuo-planning', 2024, 'zh', 'yi');
  const [inWan, inYi] = [await filesOf(wan), await filesOf(yi)];
  const unitOf = wan.slides.flatMap((slide) => slide.charts.map(() => slide.unit));
  expect(words(textAt(inYi, 'ppt/slides/slide1.xml')).join('')).toContain('单位：亿元');
  let amounts = 0;
  numbered(inWan, CHARTS).forEach((path, at) => {
    const [small, large] = [textAt(inWan, path), textAt(inYi, numbered(inYi, CHARTS)[at]!)];
    const times = unitOf[at] !== '万元' || small.includes('%&quot;</c:formatCode>') ? 1 : 10_000;
    if (times > 1) amounts++;
    seriesOf(small).series.forEach(({ name, values }, column) => {
      if (name.includes('只表示位置')) return;
      for (const [index, value] of values) {
        const other = seriesOf(large).series[column]!.values.get(index);
        expect(new Exact(other!).times(times).toFixed(), `${path} ${name}`).toBe(new Exact(value).toFixed());
      }
    });
  });
  expect(amounts).toBeGreaterThan(5);
});

describe('A slide of a document that was added', () => {
  const slideWith = (slide: Slide, charts: Slide['charts']): Slide => ({
    ...slide,
    headline: '<img src=x onerror=alert(1)> & "甲"',
    remarks: ['控制\u0001字符\u001f & <b>'],
    charts,
  });

  test('may have any name and amount', async () => {
    const handout = await teller.tell('zhuzhou-ecology', 2024, 'zh');
    const amount = '12345678901234567.89';
    const chart = shareBars(
      [
        { name: '<b>&"\u0002', amount, parts: null, label: '12,345,678,901,234,567.89', tooltip: '', pick: 'a' },
        { name: '负数', amount: '-3.5', parts: null, label: '-3.50', tooltip: '', pick: 'b' },
      ],
      { narrow: false },
    );
    const slide = slideWith(handout.slides[0]!, [{ name: '', chart, description: '说明 <i>' }]);
    const files = await filesOf({ ...handout, slides: [slide] });
    expect(words(textAt(files, 'ppt/slides/slide1.xml'))).toContain(slide.headline);
    for (const path of Object.keys(files).filter((name) => name.endsWith('.xml'))) {
      // eslint-disable-next-line no-control-regex
      expect(textAt(files, path), path).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      expect(unbalanced(textAt(files, path)), path).toEqual([]);
    }
    const { categories, series } = seriesOf(textAt(files, numbered(files, CHARTS)[0]!));
    expect(categories).toEqual(['<b>&"', '负数']);
    expect(series[0]!.values.get(1)).toBe('-3.5');
    // A spreadsheet keeps 15 digits; the exact amount is told.
    expect(words(textAt(files, 'ppt/notesSlides/notesSlide1.xml')).join()).toContain(amount);
  });

  test('tells in words what has no native form, and says so', async () => {
    const handout = await teller.tell('zhuzhou-ecology', 2024, 'zh');
    const end = (name: string, amount: string) => ({ name, amount, label: amount, tooltip: '', pick: name });
    const part = { name: '丙', change: '-5', attributed: true, label: '-5.00', tooltip: '', pick: 'c' };
    const chart = bridge(end('上年', '2'), [part], end('本年', '-3'), { narrow: false });
    const slide = slideWith(handout.slides[1]!, [{ name: '', chart, description: '从 2 到 -3' }]);
    const files = await filesOf({ ...handout, slides: [slide] });
    expect(numbered(files, CHARTS)).toEqual([]);
    expect(words(textAt(files, 'ppt/slides/slide1.xml'))).toContain('从 2 到 -3');
    expect(words(textAt(files, 'ppt/notesSlides/notesSlide1.xml')).join()).toContain('没有对应的可编辑图表');
  });
});

function unsigned(exact: string): string {
  return exact
    .replace(/^[-+]/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** Elements of an XML text that are not closed in their order. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, close, name, alone] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (alone === '/') continue;
    if (close === '') open.push(name!);
    else if (open.pop() !== name) wrong.push(name!);
  }
  // What is no element at all: a bare bracket or ampersand.
  const rest = xml.replace(/<\?xml[^>]*\?>/, '').replace(/<\/?[A-Za-z][\w:.-]*(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>/g, '');
  if (/<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(rest)) wrong.push(rest.slice(0, 60));
  return [...wrong, ...open];
}
