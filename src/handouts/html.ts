import { pictureOf } from '../charts/picture.ts';
import type { Mode } from '../charts/theme.ts';
import type { TableCell, TableModel } from '../components/data-table.ts';
import type { Voice } from '../language/voice.ts';
import type { Slide } from '../views/story/slide.ts';
import { STYLE } from './html-style.ts';
import { noteLines } from './note-lines.ts';
import { citedDocuments, type StoryHandout } from './story-handout.ts';
import { inMarkup } from './xml-text.ts';

export const HTML_TYPE = 'text/html;charset=utf-8';

/** Of the pictures, in px; the page makes them as wide as it is. */
const WIDTH = 880;
/** Even a name that got past the escaping could load or run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The story as one page: pictures, tables, sources and notes; no script, nothing from anywhere else. Opens from a folder
 * by double click. Runs in Node and in the browser.
 */
export async function htmlOf({ title, slides, voice }: StoryHandout): Promise<string> {
  const words = voice.texts.handout;
  const steps: string[] = [];
  for (const [at, slide] of slides.entries()) steps.push(await stepOf(slide, at + 1, slides.length, voice));
  const contents = slides
    .map(({ headline }, at) => `<li><a href="#step-${at + 1}">${inMarkup(headline)}</a></li>`)
    .join('');
  return (
    `<!doctype html>\n<html lang="${inMarkup(voice.texts.htmlLanguage)}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n' +
    `<title>${inMarkup(title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n` +
    `<header><h1>${inMarkup(title)}</h1><nav aria-label="${inMarkup(words.contents)}"><ol>${contents}</ol></nav></header>\n` +
    `<main>\n${steps.join('\n')}\n</main>\n</body>\n</html>\n`
  );
}

async function stepOf(slide: Slide, at: number, count: number, voice: Voice): Promise<string> {
  const words = voice.texts.handout;
  const notes = noteLines(slide);
  const paragraphs = (kind: string, texts: readonly string[]): string =>
    texts.map((text) => `<p class="${kind}">${inMarkup(text)}</p>`).join('');
  return (
    `<section id="step-${at}" aria-labelledby="title-${at}">` +
    `<p class="kicker">${inMarkup(slide.kicker)}<span class="place">${inMarkup(words.page(at, count))}</span></p>` +
    `<h2 id="title-${at}">${inMarkup(slide.headline)}</h2>` +
    (slide.charts.length === 0
      ? factsOf(slide)
      : `<figure>${await picturesOf(slide, at, voice)}<figcaption>${slide.charts.map(({ description }) => inMarkup(description)).join(' ')}</figcaption></figure>`) +
    paragraphs('note', notes) +
    paragraphs('remark', slide.remarks) +
    (slide.table === null ? '' : tableOf(slide.table)) +
    `<footer>${paragraphs('source', [words.source(slide.source), ...citedDocuments(slide, voice)])}</footer></section>`
  );
}

/** In light and in dark: the style shows the one that the reader's system asks for. */
async function picturesOf(slide: Slide, at: number, { texts }: Voice): Promise<string> {
  const pictures: string[] = [];
  for (const mode of ['light', 'dark'] as const) {
    const svg = await pictureOf(slide.charts, {
      mode,
      width: WIDTH,
      key: slide.key,
      ...(slide.unit === null ? {} : { unit: texts.handout.unit(slide.unit) }),
      description: slide.charts.map(({ description }) => description).join(' '),
    });
    pictures.push(`<div class="${mode}">${within(svg, mode, at)}</div>`);
  }
  return pictures.join('');
}

/** Several pictures stand in one page: their ids become its own, and a page needs no name for the language of pictures. */
function within(svg: string, mode: Mode, at: number): string {
  return svg.replace(/^<svg xmlns="[^"]*"/, '<svg').replace(/(\bid="|url\(#)(c\d+-)/g, `$1${mode}-${at}-$2`);
}

function factsOf({ facts }: Slide): string {
  const items = facts.map(
    ({ label, value, remark }) =>
      `<div><dt>${inMarkup(label)}</dt><dd class="value">${inMarkup(value)}</dd>${remark === null ? '' : `<dd>${inMarkup(remark)}</dd>`}</div>`,
  );
  return `<dl>${items.join('')}</dl>`;
}

function tableOf({ caption, columns, rows }: TableModel): string {
  const head = columns.map(({ title, kind }) => `<th scope="col" class="${kind}">${inMarkup(title)}</th>`).join('');
  const body = rows.map(
    ({ cells, strong = false }) => `<tr${strong ? ' class="strong"' : ''}>${cells.map(cellOf).join('')}</tr>`,
  );
  // Reached by keyboard, because it scrolls on its own where it is wider than the page.
  return (
    `<div class="table" role="region" tabindex="0" aria-label="${inMarkup(caption)}"><table><caption>${inMarkup(caption)}</caption>` +
    `<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
  );
}

function cellOf(cell: TableCell, at: number): string {
  const text = inMarkup(cell.text);
  if (cell.kind === 'text') return at === 0 ? `<th scope="row">${text}</th>` : `<td>${text}</td>`;
  const told = cell.kind === 'number' && cell.mark ? `<small>${inMarkup(cell.mark.text)}</small>` : '';
  const implied = cell.kind === 'number' && cell.implied === true ? ' implied' : '';
  return `<td class="number${implied}">${text}${told}</td>`;
}
