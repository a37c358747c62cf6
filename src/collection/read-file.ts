import type { WasmEngine } from '../engine/wasm-session.ts';
import { encodeParquet } from '../engine/parquet.ts';
import { readSnapshotRows } from '../engine/read-snapshot.ts';
import type { KnownBody } from '../ingest/bodies.ts';
import type { Disclosure } from '../ingest/disclosure.ts';
import type { Given } from '../ingest/given.ts';
import { IngestError } from '../ingest/ingest-error.ts';
import { interruptionOf } from '../ingest/interruption.ts';
import { readDocument } from '../ingest/readers/read-document.ts';
import { recognise } from '../ingest/recognise.ts';
import { entryOf } from '../snapshot/entry.ts';
import { disclosuresOfFigures } from '../snapshot/figures-csv.ts';
import { type Head, headOfRows } from '../snapshot/head.ts';
import { ownFormatOf } from '../snapshot/own-format.ts';
import { rowsOf } from '../snapshot/rows.ts';
import type { Correction, Reading, ReadingProgress, Summary } from './collection.ts';
import { summaryOf } from './summary.ts';

/** What reading needs besides the file. */
export interface ReadingTools {
  bodies: readonly KnownBody[];
  /** Folder of pdf.js's character maps. */
  characterMaps: string | null;
  /** Started at the first need. */
  engine: () => Promise<WasmEngine>;
  onProgress: (progress: ReadingProgress) => void;
}

/** More than any document of a department; what is larger would fill the memory of the page. In bytes. */
const LARGEST = 100 * 2 ** 20;

/**
 * Reads a file of any readable format as far as it can be added: summary, entry and bytes of each document in it. Rejects
 * with IngestError or SnapshotError, whose messages are for the reader.
 */
export async function readFile(file: File, correction: Correction, tools: ReadingTools): Promise<Reading[]> {
  tools.onProgress({ stage: 'loading', done: 0, total: file.size });
  const bytes = await bytesOf(file);
  const format = ownFormatOf(bytes, file.name);
  if (format !== null && Object.keys(correction).length > 0)
    throw new IngestError(`${file.name} 是本程序导出的数据，部门、年度和类别不能更正；请改用原始公开文件。`);
  if (format === 'parquet') return [await readSnapshot(bytes, file.name, tools)];
  if (format === 'csv') {
    const disclosures = disclosuresOfFigures(bytes, file.name);
    const readings: Reading[] = [];
    for (const [at, disclosure] of disclosures.entries()) {
      tools.onProgress({ stage: 'writing', done: at, total: disclosures.length });
      readings.push(await written(disclosure, { name: file.name, format }, () => null, tools));
    }
    return readings;
  }
  tools.onProgress({ stage: 'reading', done: 0, total: null });
  const document = await readDocument(bytes, {
    fileName: file.name,
    characterMaps: tools.characterMaps,
    onPage: (done, total) => tools.onProgress({ stage: 'reading', done, total }),
  });
  tools.onProgress({ stage: 'recognising', done: 0, total: null });
  const disclosure = recognise(document, { bodies: tools.bodies, given: givenBy(correction, tools.bodies) });
  tools.onProgress({ stage: 'writing', done: 0, total: 1 });
  const pages = new Map(document.lines.map(({ number, page }) => [number, page]));
  const pageOf = (line: number) => pages.get(line) ?? null;
  return [await written(disclosure, { name: file.name, format: document.format }, pageOf, tools)];
}

async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > LARGEST) {
    const size = Math.ceil(file.size / 2 ** 20);
    throw new IngestError(
      `${file.name} 有 ${size} MB，超过 ${LARGEST / 2 ** 20} MB 的上限；请只选决算或预算公开文件本身。`,
    );
  }
  if (file.size === 0) throw new IngestError(`${file.name} 是空文件；请检查下载是否完整。`);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new IngestError(`${file.name} 读不出来，可能已被移动、改动或没有权限；请重新选择。`, { cause: error });
  }
}

/** A body of the list goes by its listed name; one that is not listed by the name that was typed. */
function givenBy({ bodyId, bodyName, year, kind }: Correction, bodies: readonly KnownBody[]): Given {
  const body = bodies.find(({ id }) => id === bodyId)?.name ?? bodyName;
  return {
    ...(body === undefined ? {} : { body }),
    ...(year === undefined ? {} : { year }),
    ...(kind ? { kind } : {}),
  };
}

async function written(
  disclosure: Disclosure,
  file: { name: string; format: Summary['format'] },
  pageOf: (line: number) => number | null,
  { bodies, engine }: ReadingTools,
): Promise<Reading> {
  const rows = rowsOf(disclosure);
  const parquet = await encodeParquet(await engine(), rows);
  const contents = {
    head: disclosure,
    figures: disclosure.figures.map(({ statement, place }) => ({ statement, title: place.section })),
    claims: disclosure.claims.length,
    projects: disclosure.projects.length,
    interruption: breakOf(disclosure),
    pageOf,
  };
  const summary = summaryOf(contents, file, isKnownAmong(bodies));
  return { summary, entry: entryOf(disclosure, rows, parquet), parquet };
}

async function readSnapshot(bytes: Uint8Array, fileName: string, { bodies, engine, onProgress }: ReadingTools) {
  onProgress({ stage: 'reading', done: 0, total: null });
  const rows = await readSnapshotRows(await engine(), bytes, fileName);
  const head = headOfRows(rows, fileName);
  const ofRecord = (record: string) => rows.filter((row) => row.record === record);
  const contents = {
    head,
    figures: ofRecord('figure').map((row) => ({ statement: row.statement!, title: row.place_section! })),
    claims: ofRecord('claim').length,
    projects: ofRecord('project').length,
    interruption: breakOf(head),
    pageOf: () => null,
  };
  const summary = summaryOf(contents, { name: fileName, format: 'parquet' }, isKnownAmong(bodies));
  return { summary, entry: entryOf(head, rows, bytes), parquet: bytes };
}

function breakOf(head: Pick<Head, 'sections'>): string | null {
  const interruption = interruptionOf(head);
  return interruption && `文件在“${interruption.section}”第 ${interruption.line} 行中断，其后的内容没有读到`;
}

function isKnownAmong(bodies: readonly KnownBody[]): (id: string) => boolean {
  return (id) => bodies.some((body) => body.id === id);
}
