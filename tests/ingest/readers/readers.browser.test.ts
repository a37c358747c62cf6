import { expect, test } from 'vitest';
import { readDocument } from '../../../src/ingest/readers/read-document.ts';
import { PLAIN, SAMPLE, write } from '../written-disclosure.ts';
import { writeDocx, writeHtml, writeXlsxDocument } from './written-formats.ts';

/** The rows of the tables, as every format has to give them. */
async function tables(bytes: Uint8Array): Promise<string[]> {
  const { lines } = await readDocument(bytes, { fileName: 'a' });
  return lines.filter(({ cells }) => cells.length > 1).map(({ text }) => text);
}

test('the readers and their libraries run in the browser', async () => {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const rows = await tables(utf8(write(SAMPLE, PLAIN)));
  expect(rows.length).toBeGreaterThan(50);
  expect(await tables(utf8(writeHtml(SAMPLE, PLAIN)))).toEqual(rows);
  expect(await tables(writeDocx(SAMPLE, PLAIN))).toEqual(rows);
  // A sheet has one width, and what is written beside its tables has cells too.
  const sheets = await tables(await writeXlsxDocument(SAMPLE, PLAIN));
  expect(rows.filter((row) => !sheets.includes(row))).toEqual([]);
});
