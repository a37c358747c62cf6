import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DocumentFormat, DocumentText, Reader, ReadOptions } from '../document-text.ts';
import { IngestError } from '../ingest-error.ts';
import { formatOf } from './format.ts';
import { LIMITS } from './limits.ts';

/** Each reader comes with its library only when a document of its format does. */
const READERS: Record<DocumentFormat, () => Promise<Reader>> = {
  text: async () => (await import('./text.ts')).readTextDocument,
  html: async () => (await import('./html.ts')).readHtml,
  xlsx: async () => (await import('./xlsx.ts')).readXlsx,
  docx: async () => (await import('./docx.ts')).readDocx,
  pdf: async () => (await import('./pdf.ts')).readPdf,
};

/** Reads a file by what its bytes are, whatever its name says. Rejects with IngestError. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<DocumentText> {
  const { fileName } = options;
  const limit = (most: number, what: string): void => {
    if (bytes.length <= most) return;
    const [size, cap] = [bytes.length, most].map((count) => Math.ceil(count / 2 ** 20));
    throw new IngestError(
      `${fileName} 有 ${size} MB，${what}最大读 ${cap} MB；请去掉其中的图片或拆成几个文件，只读入含决算、预算表的部分。`,
    );
  };
  limit(LIMITS.fileBytes, '文件');
  if (bytes.length === 0) throw new IngestError(`${fileName} 是空文件（0 字节）；请重新下载或换一个文件。`);
  const format = formatOf(bytes, fileName);
  if (format === 'text' || format === 'html') limit(LIMITS.textBytes, '文本和网页');
  // Some readers hand the bytes on to a worker, which takes them away: the sum comes first.
  const sum = bytesToHex(sha256(bytes));
  const read = await READERS[format]().then((reader) => reader(bytes, options));
  return { ...read, file_name: fileName, sha256: sum, format };
}
