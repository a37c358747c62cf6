import { fc, test } from '@fast-check/vitest';
import { afterAll, describe, expect } from 'vitest';
import { startNative } from '../../src/engine/native-engine.ts';
import { encodeParquet } from '../../src/engine/parquet.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';
import { COLUMNS, type ColumnName, type SnapshotRow } from '../../src/snapshot/columns.ts';
import { rowsOf } from '../../src/snapshot/rows.ts';
import { sampleDisclosure, sampleFigure } from './sample-disclosure.ts';

const writer = startWasmNode();
afterAll(async () => (await writer).close());

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${length}}$`));
/** All that a column for amounts holds, in the spelling that leaves an engine. */
const amount = fc.tuple(fc.boolean(), digits(26), fc.option(digits(6))).map(([negative, whole, fraction]) => {
  const integer = whole.replace(/^0+(?=\d)/, '');
  const rest = (fraction ?? '').replace(/0+$/, '');
  const text = rest === '' ? integer : `${integer}.${rest}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
});
const text = fc.oneof(fc.string(), fc.constantFrom('', '“三公”经费', 'a,b\r\n"c"', "it's", '\\N', 'NULL', '　', '𠮷'));
const figure = fc.record({
  amount: fc.option(amount),
  published_text: text,
  row_name: text,
  row_code: fc.option(text),
  is_blank: fc.boolean(),
  half_width: fc.constantFrom('0', '0.005', '0.0000005', '0.00000001'),
});

describe.each([
  { name: 'DuckDB-wasm', start: startWasmNode },
  { name: 'current DuckDB', start: startNative },
])('What goes into a snapshot comes out of it in $name', ({ start }) => {
  const reader = start();
  afterAll(async () => (await reader).close());

  test.prop([fc.array(figure, { maxLength: 20 })], { numRuns: 40, seed: 20_240_302 })(
    'whatever the figures',
    async (figures) => {
      const rows = rowsOf(sampleDisclosure({ figures: figures.map((changes) => sampleFigure(changes)) }));
      const bytes = await encodeParquet(await writer, rows);
      const engine = await reader;
      await engine.addFile('sample.parquet', bytes);
      const { columns, rows: back } = await engine.query(
        "select * from read_parquet('sample.parquet') order by ordinal",
      );
      expect(columns).toEqual(Object.entries(COLUMNS).map(([name, type]) => ({ name, type })));
      expect(back).toEqual(rows.map(expected));
    },
  );
});

/** The row as an engine gives it: integers and booleans by type, all else as the text it was. */
function expected(row: SnapshotRow): Record<string, unknown> {
  return Object.fromEntries(
    (Object.keys(COLUMNS) as ColumnName[]).map((name) => {
      const cell = row[name] ?? null;
      if (cell === null) return [name, null];
      if (COLUMNS[name] === 'INTEGER') return [name, Number(cell)];
      if (COLUMNS[name] === 'BOOLEAN') return [name, cell === 'true'];
      return [name, cell];
    }),
  );
}
