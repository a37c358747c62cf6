import { fc, test } from '@fast-check/vitest';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { IngestError } from '../../../src/ingest/ingest-error.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import { PLAIN, SAMPLE, write } from '../written-disclosure.ts';
import { writeDocx, writeHtml, writeXlsxDocument } from './written-formats.ts';

const SOURCES: Record<string, Uint8Array> = {
  text: strToU8(write(SAMPLE, PLAIN)),
  html: strToU8(writeHtml(SAMPLE, PLAIN)),
  xlsx: await writeXlsxDocument(SAMPLE, PLAIN),
  docx: writeDocx(SAMPLE, PLAIN),
};

/** The document, or the reason why there is none; anything but an IngestError fails the test. */
async function outcome(bytes: Uint8Array): Promise<'read' | 'refused'> {
  try {
    await ingest(bytes, { fileName: 'damaged', bodies: [] });
    return 'read';
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    expect(error.message).toMatch(/^damaged.*[；。]/s);
    return 'refused';
  }
}

const damages = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 });

function damaged(bytes: Uint8Array, changes: ReadonlyArray<readonly [number, number]>): Uint8Array {
  const copy = bytes.slice();
  for (const [at, byte] of changes) copy[at % copy.length] = byte;
  return copy;
}

describe.each(Object.keys(SOURCES))('damaged bytes of a %s document end in a result or a message', (format) => {
  const source = SOURCES[format]!;

  test.prop([fc.nat({ max: source.length - 1 })], { numRuns: 40, seed: 5 })('cut short', async (end) => {
    await outcome(source.slice(0, end));
  });

  test.prop([damages], { numRuns: 40, seed: 6 })('with other bytes in places', async (changes) => {
    await outcome(damaged(source, changes));
  });

  test.prop([fc.nat({ max: source.length - 1 }), fc.nat({ max: 4_000 })], { numRuns: 40, seed: 7 })(
    'with a stretch missing or twice',
    async (at, length) => {
      await outcome(Uint8Array.from([...source.slice(0, at), ...source.slice(at + length)]));
      await outcome(Uint8Array.from([...source.slice(0, at + length), ...source.slice(at)]));
    },
  );
});

describe.each(['xlsx', 'docx'])('a sound container whose parts are damaged, %s', (format) => {
  const parts = unzipSync(SOURCES[format]!);
  const names = Object.keys(parts);

  test.prop([fc.constantFrom(...names), damages], { numRuns: 100, seed: 8 })(
    'ends in a result or a message',
    async (name, changes) => {
      await outcome(zipSync({ ...parts, [name]: damaged(parts[name]!, changes) }));
    },
  );

  test.prop([fc.constantFrom(...names), fc.nat()], { numRuns: 60, seed: 9 })(
    'a part cut short or gone ends in a result or a message',
    async (name, end) => {
      await outcome(zipSync({ ...parts, [name]: parts[name]!.slice(0, end % parts[name]!.length) }));
      await outcome(zipSync(Object.fromEntries(Object.entries(parts).filter(([each]) => each !== name))));
    },
  );
});
