import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toCsv } from '../../src/cli/csv.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openData } from '../../src/engine/load-snapshots.ts';
import { stagesOf } from '../../src/engine/stages.ts';
import { encodeParquet } from '../../src/engine/parquet.ts';
import { runQuery } from '../../src/engine/run-query.ts';
import { readSqlFiles } from '../../src/engine/sql-files-node.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';
import type { Disclosure } from '../../src/ingest/disclosure.ts';
import { disclosuresOfFigures, FIGURES_ONLY_MARK } from '../../src/snapshot/figures-csv.ts';
import { ownFormatOf } from '../../src/snapshot/own-format.ts';
import { rowsOf } from '../../src/snapshot/rows.ts';
import { sampleDisclosure, sampleFigure } from '../snapshot/sample-disclosure.ts';

const FIGURES = [
  sampleFigure(),
  sampleFigure({ amount: '12345678901234567.890001', half_width: '0.0000005', published_text: '"1,2"' }),
  sampleFigure({ amount: null, published_text: '一行\n两行', row_code: null, parent_code: null, side: null }),
  sampleFigure({ level: 3, row_code: '2010101', fiscal_year: 2023, quarantine: '各行错位', budget_kind: 'initial' }),
  sampleFigure({ place: { ...sampleFigure().place, page: 7, row: null }, budget_evidence: '与年初预算相同' }),
];
const FIRST = sampleDisclosure({ figures: [...FIGURES, sampleFigure({ is_blank: true, amount: '0' })], claims: [] });
const SECOND = sampleDisclosure({
  document_id: 'sample-2025-final-accounts',
  fiscal_year: 2025,
  source_sha256: 'cd'.repeat(32),
  figures: [sampleFigure({ fiscal_year: 2025, amount: '1' })],
  claims: [],
});

let engine: Engine;
let csv: Uint8Array;
beforeAll(async () => {
  csv = await printed([FIRST, SECOND]);
});
afterAll(() => engine.close());

/** What the command `query figures --format csv` prints of these documents. */
async function printed(disclosures: readonly Disclosure[]): Promise<Uint8Array> {
  const wasm = await startWasmNode();
  engine = wasm;
  const files = await readSqlFiles();
  const snapshots = [];
  for (const disclosure of disclosures)
    snapshots.push({ name: `${disclosure.document_id}.parquet`, bytes: await encodeParquet(wasm, rowsOf(disclosure)) });
  await openData(wasm, snapshots, stagesOf(files));
  const query = files.find(({ name }) => name === 'figures')!;
  return new TextEncoder().encode(toCsv(await runQuery(wasm, query, {})));
}

const changed = (from: string, to: string) => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv);
  expect(text).toContain(from);
  return new TextEncoder().encode(text.replace(from, to));
};

describe('Figures printed as CSV', () => {
  test('come back exactly, each document apart, without blanks', () => {
    expect(ownFormatOf(csv, 'any name')).toBe('csv');
    const read = disclosuresOfFigures(csv, 'figures.csv').sort((a, b) => a.fiscal_year - b.fiscal_year);
    expect(read.map(({ document_id }) => document_id)).toEqual([FIRST.document_id, SECOND.document_id]);
    const byYear = (year: number) => FIGURES.filter(({ fiscal_year }) => fiscal_year === year);
    expect(read[0]!.figures).toEqual([...byYear(2024), ...byYear(2023)]);
    expect(read[1]!.figures).toEqual(SECOND.figures);
    expect(read[0]!.bodies).toEqual(FIRST.bodies);
  });

  test('are called what they are: figures of the source, without coverage', () => {
    const [first] = disclosuresOfFigures(csv, 'figures.csv').filter(({ fiscal_year }) => fiscal_year === 2024);
    expect(first).toMatchObject({ title: `${FIRST.title}${FIGURES_ONLY_MARK}`, sections: [], claims: [] });
    expect(first!.source_sha256).toBe(FIRST.source_sha256);
  });

  test.each([
    ['a number that was formatted', '12345678901234567.890001', '1.23E+16', '第 4 行 amount 列的“1.23E+16”不对'],
    ['a column that was taken away', 'half_width', 'width', '缺少 half_width列'],
    ['a row that lost cells', ',-565.63,', ',', '第 2 行有'],
    ['two sources for one document', 'ab'.repeat(32), 'ef'.repeat(32), 'source_sha256 前后不一'],
  ])('are refused with %s, which is named', (_, from, to, message) => {
    expect(() => disclosuresOfFigures(changed(from, to), 'figures.csv')).toThrow(message);
  });

  test('are refused in another encoding', () => {
    expect(() => disclosuresOfFigures(new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]), 'gbk.csv')).toThrow('UTF-8');
  });
});
