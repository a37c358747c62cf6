import { parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shareBars } from '../../src/charts/share-bars.ts';
import { htmlOf } from '../../src/handouts/html.ts';
import { inMarkup } from '../../src/handouts/xml-text.ts';
import type { StoryHandout } from '../../src/handouts/story-handout.ts';
import { openTeller, type Teller } from './told-stories.ts';

interface Node {
  nodeName: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
  value?: string;
}

let teller: Teller;
beforeAll(async () => {
  teller = await openTeller();
});
afterAll(() => teller.close());

const read = (html: string): Node[] => allOf(parse(html) as unknown as Node);
const allOf = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(allOf)];
const textOf = (node: Node): string =>
  allOf(node)
    .map(({ value }) => value ?? '')
    .join('');
const named = (nodes: Node[], name: string): Node[] => nodes.filter(({ nodeName }) => nodeName === name);

describe('The page of a story', () => {
  let handout: StoryHandout;
  let html: string;
  let nodes: Node[];
  beforeAll(async () => {
    handout = await teller.tell('zhuzhou-ecology', 2024, 'zh');
    html = await htmlOf(handout);
    nodes = read(html);
  });

  test('has every headline, remark, note and source', () => {
    expect(named(nodes, 'section')).toHaveLength(handout.slides.length);
    named(nodes, 'section').forEach((section, at) => {
      const slide = handout.slides[at]!;
      const text = textOf(section);
      for (const part of [slide.headline, slide.kicker, slide.source, ...slide.remarks]) expect(text).toContain(part);
      for (const { text: note } of slide.notes) expect(text).toContain(note);
      for (const { value, label } of slide.facts) expect(text).toContain(`${label}${value}`);
    });
  });

  test('has every cell of every table', () => {
    const tables = named(nodes, 'table').map((table) =>
      named(allOf(table), 'tr').map((row) =>
        (row.childNodes ?? []).filter(({ nodeName }) => /^t[hd]$/.test(nodeName)).map((cell) => textOf(cell)),
      ),
    );
    const expected = handout.slides.flatMap(({ table }) => (table === null ? [] : [table]));
    expect(tables).toHaveLength(expected.length);
    expected.forEach(({ columns, rows }, at) => {
      expect(tables[at]![0]).toEqual(columns.map(({ title }) => title));
      rows.forEach(({ cells }, row) =>
        cells.forEach(({ text }, column) =>
          expect(tables[at]![row + 1]![column]).toMatch(new RegExp(`^${escaped(text)}`)),
        ),
      );
    });
  });

  test('has the charts as pictures for light and for dark, with ids of their own', () => {
    const drawn = handout.slides.filter(({ charts }) => charts.length > 0).length;
    expect(named(nodes, 'svg')).toHaveLength(2 * drawn);
    const ids = nodes.flatMap(({ attrs = [] }) => attrs.filter(({ name }) => name === 'id').map(({ value }) => value));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    for (const [, used] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(used);
  });

  test('runs nothing and asks nothing of anywhere', () => {
    expect(unsafe(nodes)).toEqual([]);
    expect(html).not.toMatch(/https?:|<script|@import/i);
  });
});

test('A name from a document is text in it, whatever it says', async () => {
  const handout = await teller.tell('zhuzhou-ecology', 2024, 'zh');
  const name = `<img src=x onerror=alert(1)>"'</title></style></svg><script>alert(2)</script>&amp;\u0001`;
  const text = name.replace('\u0001', '');
  const chart = shareBars([{ name, amount: '1', parts: null, label: `1.00 · ${name}`, tooltip: name, pick: name }], {
    narrow: false,
  });
  const table = {
    caption: name,
    columns: [{ title: name, kind: 'text' as const }],
    rows: [{ key: name, cells: [{ kind: 'text' as const, text: name }] }],
  };
  const slide = {
    ...handout.slides[0]!,
    kicker: name,
    headline: name,
    source: name,
    unit: name,
    remarks: [name],
    notes: [{ text: name, on: [] }],
    facts: [{ label: name, value: name, remark: name }],
    charts: [{ name, chart, description: name }],
    key: [{ swatch: 'first' as const, text: name }],
    table,
  };
  const html = await htmlOf({ ...handout, title: name, slides: [slide, { ...slide, charts: [] }] });
  const nodes = read(html);
  expect(unsafe(nodes)).toEqual([]);
  expect(named(nodes, 'h2').map(textOf)).toEqual([text, text]);
  expect(textOf(named(nodes, 'title')[0]!)).toBe(text);
  expect(named(nodes, 'section')).toHaveLength(2);
  expect(inMarkup(name)).not.toMatch(/[<>"']/);
});

/** Elements and attributes that could run or fetch something. */
function unsafe(nodes: Node[]): string[] {
  const kinds = /^(?:script|img|iframe|object|embed|link|base|form|image|use|foreignobject|animate|set|audio|video)$/i;
  return nodes.flatMap(({ nodeName, attrs = [] }) => [
    ...(kinds.test(nodeName) ? [nodeName] : []),
    ...attrs.flatMap(({ name, value }) =>
      /^on/i.test(name) || (/^(?:href|src|xlink:href)$/i.test(name) && !value.startsWith('#'))
        ? [`${name}=${value}`]
        : [],
    ),
  ]);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
