import { IngestError } from '../ingest-error.ts';
import type { Line } from '../part.ts';

/** First bytes of formats that people rename to .txt. */
const FOREIGN_FORMATS: ReadonlyArray<{ magic: readonly number[]; name: string }> = [
  { magic: [0x25, 0x50, 0x44, 0x46], name: 'PDF' },
  { magic: [0x50, 0x4b, 0x03, 0x04], name: 'ZIP（XLSX、DOCX 也是 ZIP）' },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], name: '旧版 Office（XLS、DOC）' },
  { magic: [0x89, 0x50, 0x4e, 0x47], name: 'PNG 图片' },
  { magic: [0xff, 0xd8, 0xff], name: 'JPEG 图片' },
];

/**
 * Lines of a text document: UTF-8 (with or without BOM), UTF-16 with BOM, else GB18030. A form feed starts a new page.
 * Throws IngestError for an empty file, another format under a text name, or bytes that are no text.
 */
export function readText(bytes: Uint8Array, fileName: string): Line[] {
  const text = decode(bytes, fileName);
  if (text.trim() === '') {
    throw new IngestError(`${fileName} 是空文件，没有可读的文字；请检查下载是否完整。`);
  }
  const paged = text.includes('\f');
  let page = 1;
  return text.split(/\r\n|\n|\r/).map((raw, index) => {
    page += raw.split('\f').length - 1;
    const line = raw.replaceAll('\f', '');
    return { number: index + 1, page: paged ? page : null, text: line.trim(), cells: cellsOf(line) };
  });
}

/** Cells of a tab-separated row or of a row drawn with bars; prose is one cell. */
function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim());
  const drawn = /^\s*\|(.+)\|\s*$/.exec(line);
  return drawn ? drawn[1]!.split('|').map((cell) => cell.trim()) : [line.trim()];
}

function decode(bytes: Uint8Array, fileName: string): string {
  if (bytes.length === 0) throw new IngestError(`${fileName} 是空文件（0 字节）；请重新下载或换一个文件。`);
  const foreign = FOREIGN_FORMATS.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte));
  if (foreign) {
    throw new IngestError(
      `${fileName} 的内容是 ${foreign.name}，不是文本；请把其中的文字连同表格（单元格以制表符分隔）另存为 UTF-8 文本再读入。`,
    );
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) {
    throw new IngestError(`${fileName} 含有二进制内容，不是文本文件；请另存为 UTF-8 文本再读入。`);
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  // Mostly sound UTF-8 with a few bad bytes is a damaged file; read as GB18030 it would turn into other characters.
  const patched = new TextDecoder('utf-8').decode(bytes);
  const damaged = patched.split('�').length - 1;
  const chinese = patched.match(/[一-鿿]/g)?.length ?? 0;
  if (damaged * 20 < chinese) {
    const line = patched.slice(0, patched.indexOf('�')).split(/\r\n|\n|\r/).length;
    throw new IngestError(`${fileName} 第 ${line} 行有损坏的字节（不是完整的 UTF-8）；请重新下载或重新导出。`);
  }
  const chineseEncoding = decodeStrictly(bytes, 'gb18030');
  if (chineseEncoding !== null) return chineseEncoding;
  throw new IngestError(`${fileName} 的编码既不是 UTF-8 也不是 GB18030；请另存为 UTF-8 文本再读入。`);
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
