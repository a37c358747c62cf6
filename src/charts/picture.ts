import type { Chart } from './chart.ts';
import { drawingOf, type Drawing } from './drawing.ts';
import { keyElements, type KeyItem } from './picture-key.ts';
import { inAttribute, inText, textElements } from './picture-text.ts';
import { FONT, PALETTE, TITLE_FONT, type Mode } from './theme.ts';

/** One of several charts beside each other. */
export interface NamedChart {
  name: string;
  chart: Chart;
}

/** How a picture looks and what it says; what is left out takes no room. */
export interface PictureLook {
  mode: Mode;
  /** Width of the whole picture in px. */
  width: number;
  /** What it is about, above the title. */
  kicker?: string;
  /** The finding. */
  title?: string;
  /** The one unit of all amounts. */
  unit?: string;
  key?: readonly KeyItem[];
  /** What the reader must know, below the chart: a paragraph each. */
  remarks?: readonly string[];
  /** Document, statement, address: a paragraph each, last. */
  source?: readonly string[];
  /** The charts in words, for those who do not see them. */
  description?: string;
  /** Told what Vega-Lite and Vega object to. */
  warn?: (message: string) => void;
}

const PADDING = 24;
const GAP = { blocks: 12, charts: 24 };
/** Charts beside each other are not narrower, in px. */
const LEAST = 300;
/** Printed on paper, and shown on a dark slide. */
const PAPER: Record<Mode, string> = { light: '#ffffff', dark: PALETTE.dark.paper };

/**
 * A chart, or several beside each other, as the text of an SVG file that needs nothing else: what it found, its unit, its
 * key and its source stand in the picture itself. Runs in Node and in the browser; the same chart gives the same text.
 */
export async function pictureOf(charts: Chart | readonly NamedChart[], look: PictureLook): Promise<string> {
  const { mode, width } = look;
  const color = PALETTE[mode];
  const inner = width - 2 * PADDING;
  const elements: string[] = [];
  let y = PADDING;
  const put = (part: { elements: string; height: number } | null, gap: number): void => {
    if (part === null) return;
    elements.push(`<g transform="translate(${PADDING},${y})">${part.elements}</g>`);
    y += part.height + gap;
  };
  const text = (content: string | undefined, style: Omit<Parameters<typeof textElements>[1], 'width'>) =>
    content === undefined || content === '' ? null : textElements(content, { width: inner, ...style });

  put(text(look.kicker, { size: 13, fill: color.accent, weight: 600 }), 4);
  put(text(look.title, { size: 20, fill: color.ink, weight: 700, font: TITLE_FONT }), 8);
  put(text(look.unit, { size: 12, fill: color.muted }), 8);
  put(keyElements(look.key ?? [], { width: inner, mode }), GAP.blocks);
  for (const row of await rowsOf(charts, inner, look)) put(row, GAP.blocks);
  for (const remark of look.remarks ?? []) put(text(remark, { size: 12, fill: color.muted }), 4);
  const source = (look.source ?? []).filter((line) => line !== '');
  if (source.length > 0) {
    y += 4;
    put({ elements: `<path d="M0,0.5H${inner}" stroke="${color.rule}"/>`, height: 1 }, 8);
    for (const line of source) put(text(line, { size: 11, fill: color.muted }), 2);
  }
  const height = Math.ceil(y + PADDING - GAP.blocks);
  return printable(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${inAttribute(FONT)}">` +
      (look.title === undefined ? '' : `<title>${inText(look.title)}</title>`) +
      (look.description === undefined ? '' : `<desc>${inText(look.description)}</desc>`) +
      `<rect width="${width}" height="${height}" fill="${PAPER[mode]}"/>` +
      `${elements.join('')}</svg>`,
  );
}

/** The charts in rows of as many as there is room for. */
async function rowsOf(
  charts: Chart | readonly NamedChart[],
  inner: number,
  { mode, warn }: PictureLook,
): Promise<{ elements: string; height: number }[]> {
  const named: readonly NamedChart[] = 'spec' in charts ? [{ name: '', chart: charts }] : charts;
  const most = Math.max(1, Math.floor((inner + GAP.charts) / (LEAST + GAP.charts)));
  const columns = Math.min(most, Math.max(1, named.length));
  const width = Math.floor((inner - (columns - 1) * GAP.charts) / columns);
  const cells: { elements: string; height: number }[] = [];
  // One after the other: Vega's settings are those of the whole page.
  for (const [at, { name, chart }] of named.entries()) {
    const drawing = await drawingOf(chart, { mode, width, paper: PAPER[mode], name: `c${at + 1}`, warn });
    cells.push(cellOf(name, drawing, width, mode));
  }
  const rows: { elements: string; height: number }[] = [];
  for (let first = 0; first < cells.length; first += columns) {
    const row = cells.slice(first, first + columns);
    rows.push({
      elements: row
        .map(({ elements }, at) => `<g transform="translate(${at * (width + GAP.charts)},0)">${elements}</g>`)
        .join(''),
      height: Math.max(...row.map(({ height }) => height)),
    });
  }
  return rows;
}

function cellOf(name: string, drawing: Drawing, width: number, mode: Mode): { elements: string; height: number } {
  const head = name === '' ? null : textElements(name, { size: 13, width, fill: PALETTE[mode].ink, weight: 600 });
  const top = head === null ? 0 : head.height + 4;
  return {
    elements: `${head?.elements ?? ''}<g transform="translate(0,${top})">${drawing.elements}</g>`,
    height: top + drawing.height,
  };
}

/** Without the control characters that no XML file may hold; a document's text can have them. */
function printable(xml: string): string {
  // eslint-disable-next-line no-control-regex
  return xml.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
