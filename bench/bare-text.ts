import { openPdf } from '../src/ingest/readers/pdf/document.ts';

/**
 * The text of a PDF as pdf.js gives it and nothing more: what reading a document is measured against. Returns the number
 * of letters.
 */
export async function bareTextOf(bytes: Uint8Array, characterMaps: string): Promise<number> {
  const { document, close } = await openPdf(bytes, 'the document', characterMaps);
  let letters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) letters += item.str.length;
    page.cleanup();
  }
  await close();
  return letters;
}
