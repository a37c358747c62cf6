import { expect, test } from 'vitest';
import { SEED, writtenDocument } from '../../bench/document.ts';
import { ingest } from '../../src/ingest/ingest.ts';

const CHARACTER_MAPS = `${import.meta.dirname}/../../node_modules/pdfjs-dist/cmaps/`;

test('The document that is measured has 30 pages and is the same for the same seed', () => {
  const { bytes, pages } = writtenDocument(SEED);
  expect(pages).toBe(30);
  expect(Buffer.from(writtenDocument(SEED).bytes).equals(bytes)).toBe(true);
  expect(Buffer.from(writtenDocument(SEED + 1).bytes).equals(bytes)).toBe(false);
});

test('The document that is measured is read whole: no number of its statements or sentences is left over', async () => {
  const { bytes } = writtenDocument(SEED);
  const { figures, claims, sections } = await ingest(bytes, {
    fileName: 'written.pdf',
    bodies: [],
    characterMaps: CHARACTER_MAPS,
  });
  const leftOver = sections.filter(({ id }) => !id.startsWith('other-')).flatMap(({ unplaced }) => unplaced);
  expect(leftOver).toEqual([]);
  expect(figures.length).toBeGreaterThan(2000);
  expect(claims.length).toBeGreaterThan(500);
});
