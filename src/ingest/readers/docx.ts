import mammoth from 'mammoth';
import type { Reader } from '../document-text.ts';
import { IngestError } from '../ingest-error.ts';
import { linesOfMarkup } from './markup-lines.ts';
import { repacked } from './repack.ts';

/** Parts that hold text and structure; pictures and macros are never unpacked. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|word\/[^/]*\.xml|word\/_rels\/.*\.rels)$/i;

/**
 * A Word document through HTML, so that merged cells are resolved in one place. Not delivered: page headers and footers,
 * footnotes' numbers, and numbers that Word's automatic numbering draws before a paragraph ("一、"). Rejects with
 * IngestError for a document that is damaged, beyond LIMITS, or without text.
 */
export const readDocx: Reader = async (bytes, { fileName }) => {
  const html = await htmlOf(
    repacked(bytes, (name) => WANTED.test(name), fileName),
    fileName,
  );
  const lines = linesOfMarkup(html, fileName);
  if (lines.every(({ text }) => text === '')) {
    throw new IngestError(`${fileName} 里没有文字（可能只有扫描图片）；请换成有文字的文件。`);
  }
  return { lines, text_origin: 'text_layer' };
};

async function htmlOf(container: Uint8Array, fileName: string): Promise<string> {
  const arrayBuffer = container.buffer.slice(
    container.byteOffset,
    container.byteOffset + container.byteLength,
  ) as ArrayBuffer;
  // The library takes the one name in Node and the other in the browser; both hold the same bytes.
  const input = { arrayBuffer, buffer: arrayBuffer as Buffer & ArrayBuffer };
  try {
    const { value } = await mammoth.convertToHtml(input, {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
    return value;
  } catch (error) {
    throw new IngestError(`${fileName} 这个 Word 文件读不出来（内容已损坏）；请用 Word 或 WPS 打开后另存再读入。`, {
      cause: error,
    });
  }
}
