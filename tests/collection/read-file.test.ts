import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Correction, ReadingProgress } from '../../src/collection/collection.ts';
import { readFile } from '../../src/collection/read-file.ts';
import { summaryOf } from '../../src/collection/summary.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';
import type { WasmEngine } from '../../src/engine/wasm-session.ts';
import type { Disclosure } from '../../src/ingest/disclosure.ts';
import { SAMPLE, write } from '../ingest/written-disclosure.ts';
import { sampleDisclosure } from '../snapshot/sample-disclosure.ts';

let engine: WasmEngine;
beforeAll(async () => {
  engine = await startWasmNode();
});
afterAll(() => engine.close());

function read(content: string | Uint8Array<ArrayBuffer>, name: string, correction: Correction = {}) {
  const stages: ReadingProgress['stage'][] = [];
  const tools = {
    bodies: [],
    characterMaps: null,
    engine: async () => engine,
    onProgress: ({ stage }: ReadingProgress) => void stages.push(stage),
  };
  return readFile(new File([content], name), correction, tools).then((readings) => ({ readings, stages }));
}

describe('A file that is read for the collection', () => {
  test('goes through every stage and gives one reading', async () => {
    const { readings, stages } = await read(write(SAMPLE), 'archive.txt');
    expect(readings).toHaveLength(1);
    expect(stages).toEqual(['loading', 'reading', 'recognising', 'writing']);
  });

  test('comes back from the snapshot that it gave, with the same entry and summary', async () => {
    const [first] = (await read(write(SAMPLE), 'archive.txt')).readings;
    const [again] = (await read(first!.parquet.slice(), 'archive.parquet')).readings;
    expect(again!.entry).toEqual(first!.entry);
    expect(again!.parquet).toEqual(first!.parquet);
    expect(again!.summary).toEqual({ ...first!.summary, fileName: 'archive.parquet', format: 'parquet' });
  });

  test('is not corrected where it is a snapshot, whose figures know their year', async () => {
    const [first] = (await read(write(SAMPLE), 'archive.txt')).readings;
    await expect(read(first!.parquet.slice(), 'archive.parquet', { year: 2020 })).rejects.toThrow('不能更正');
  });
});

describe('The summary of a file', () => {
  const summary = (disclosure: Disclosure, interruption: string | null = null) =>
    summaryOf(
      {
        head: disclosure,
        figures: disclosure.figures.map(({ statement, place }) => ({ statement, title: place.section })),
        claims: disclosure.claims.length,
        projects: disclosure.projects.length,
        interruption,
        pageOf: (line) => (line > 300 ? 12 : 11),
      },
      { name: 'sample.pdf', format: 'pdf' },
      (id) => id === 'sample',
    );
  const [section] = sampleDisclosure().sections;

  test('counts what was found and places what was not understood, with its page', () => {
    expect(summary(sampleDisclosure())).toMatchObject({
      body: { id: 'sample', name: '示例局', known: true },
      year: 2024,
      figures: 1,
      claims: 1,
      projects: 1,
      statements: [{ id: 'three_public', status: 'data', figures: 1 }],
      notUnderstood: [{ text: '7,8', reason: '不是一个数', section: '公开08表', page: 12, line: 301 }],
      conflicts: [],
    });
  });

  test('leaves out numbers of parts that state no amounts', () => {
    const other = sampleDisclosure({ sections: [{ ...section!, kind: 'other' }] });
    expect(summary(other)).toMatchObject({ notUnderstood: [], statements: [] });
  });

  test('names as conflicts a table in quarantine and a document that breaks off', () => {
    const shifted = sampleDisclosure({ sections: [{ ...section!, status: 'quarantined' }] });
    expect(summary(shifted, '文件在第 9 行中断').conflicts).toEqual([
      '文件在第 9 行中断',
      expect.stringContaining(section!.title),
    ]);
  });

  test('of figures alone lists the statements they stand in', () => {
    expect(summary(sampleDisclosure({ sections: [] })).statements).toEqual([
      { id: 'three_public', title: section!.title, status: 'data', figures: 1 },
    ]);
  });
});
