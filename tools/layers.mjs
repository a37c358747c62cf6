/**
 * Which folder of src/ may import what. The linter's rules and the test of the architecture are made from this table.
 *
 * @typedef {object} Layer
 * @property {readonly string[]} folders other folders of src/ it may import
 * @property {readonly string[]} [typesOf] folders it may import as types only: the shape of what it is handed
 * @property {readonly string[]} packages
 * @property {readonly string[]} [typesOfPackages] packages it may import as types only
 * @property {Readonly<Record<string, readonly string[]>>} [exceptions] further folders and packages one file may
 *   import, by its path
 * @property {boolean} [node] whether it may use Node's own modules: then it does not run in the page as it is
 */

/** Libraries that read documents, and those that hash and name what was read. */
const DOCUMENT_LIBRARIES = ['pdfjs-dist', 'parse5', 'mammoth', 'hucre', 'fflate', 'pinyin-pro', '@noble/hashes'];
/** What only src/engine may import. */
export const DATABASES = ['@duckdb/duckdb-wasm', '@duckdb/node-api', 'apache-arrow'];

/** @type {Readonly<Record<string, Layer>>} */
export const LAYERS = {
  money: { folders: [], packages: ['decimal.js'] },
  language: { folders: ['money'], packages: [] },
  ingest: { folders: ['money'], packages: [...DOCUMENT_LIBRARIES, 'valibot'] },
  snapshot: { folders: ['money'], typesOf: ['ingest'], packages: ['@noble/hashes', 'hucre', 'valibot'], node: true },
  // The engine loads snapshots: their format and their verification are snapshot's.
  engine: { folders: ['money', 'snapshot'], packages: [...DATABASES, '@noble/hashes', 'valibot'], node: true },
  // Documents a reader added: read, kept and handed to the engine. It runs in the page and in a worker of its own.
  collection: {
    folders: ['money', 'ingest', 'snapshot', 'engine'],
    packages: ['idb'],
  },
  metrics: { folders: ['money', 'engine'], packages: ['valibot'] },
  // A table as a file to take away; the page fetches the writer of workbooks when it is needed.
  exports: { folders: [], packages: ['hucre'] },
  charts: {
    folders: ['money'],
    typesOf: ['metrics'],
    packages: [],
    typesOfPackages: ['vega-lite', 'vega'],
    // A chart is a specification. One module draws it without a page, with the libraries the page embeds it with.
    exceptions: { 'src/charts/drawing.ts': ['vega', 'vega-lite', 'vega-interpreter'] },
  },
  // The copy of the page for use without a network; its worker runs alone.
  offline: { folders: [], packages: ['workbox-precaching'] },
  state: {
    folders: ['metrics', 'language'],
    typesOf: ['collection', 'snapshot', 'offline'],
    packages: ['svelte', 'valibot', 'fflate'],
  },
  // What a story is, and how it stands in an address and in a file; the pages draw it.
  stories: { folders: ['state'], packages: ['valibot'] },
  // A story as files: slides that can be edited, and one page that needs nothing else.
  handouts: {
    folders: ['money', 'language', 'charts'],
    typesOf: ['views', 'components', 'state'],
    packages: ['pptxgenjs', 'hucre', 'fflate'],
    // The signs of notes stand in the charts of the slides already.
    exceptions: { 'src/handouts/note-lines.ts': ['views'] },
  },
  components: {
    folders: ['money', 'language'],
    typesOf: ['charts', 'metrics', 'collection', 'snapshot'],
    // What embeds a chart gives Vega the theme, the locale and the text widths of charts.
    exceptions: { 'src/components/standing-drawing.ts': ['charts'] },
    packages: [
      'svelte',
      'bits-ui',
      'vega',
      'vega-embed',
      'vega-interpreter',
      'vega-lite',
      '@codemirror',
      '@lezer/highlight',
      '@tanstack/svelte-virtual',
    ],
  },
  views: {
    folders: [
      'money',
      'language',
      'ingest',
      'snapshot',
      'metrics',
      'exports',
      'charts',
      'state',
      'stories',
      'components',
      'handouts',
    ],
    typesOf: ['collection', 'offline'],
    packages: ['svelte', 'bits-ui', 'pinyin-match'],
  },
  cli: {
    folders: ['money', 'language', 'ingest', 'snapshot', 'engine', 'metrics', 'exports', 'charts'],
    // A story is told in the words of the pages.
    exceptions: { 'src/cli/story.ts': ['state', 'stories', 'views', 'handouts'] },
    packages: [...DOCUMENT_LIBRARIES, 'valibot'],
    node: true,
  },
};

/** Folder names that say nothing of what is in them. */
export const DRAWERS = ['utils', 'util', 'helpers', 'common', 'shared', 'lib', 'misc'];
