import { IngestError } from '../ingest-error.ts';

/**
 * Characters of a text file: by its byte order mark, else UTF-8 where the bytes are sound UTF-8, else the charset that the
 * file declares, else GB18030. A declaration comes after UTF-8, because pages saved by a browser keep the declaration of
 * the original and no longer its encoding. Throws IngestError for an empty file and for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array, fileName: string, declared: string | null = null): string {
  if (bytes.length === 0) throw new IngestError(`${fileName} 是空文件（0 字节）；请重新下载或换一个文件。`);
  const marked = decodeMarked(bytes);
  if (marked !== null) return marked;
  if (bytes.includes(0)) {
    throw new IngestError(`${fileName} 含有二进制内容，不是文本文件；请另存为 UTF-8 文本再读入。`);
  }
  const sound = decodeStrictly(bytes, 'utf-8') ?? (declared === null ? null : decodeStrictly(bytes, declared));
  if (sound !== null) return sound;
  // Mostly sound UTF-8 with a few bad bytes is a damaged file; read as GB18030 it would turn into other characters.
  const patched = new TextDecoder('utf-8').decode(bytes);
  const damaged = patched.split('\ufffd').length - 1;
  const chinese = patched.match(/[一-鿿]/g)?.length ?? 0;
  if (damaged * 20 < chinese) {
    const line = patched.slice(0, patched.indexOf('\ufffd')).split(/\r\n|\n|\r/).length;
    throw new IngestError(`${fileName} 第 ${line} 行有损坏的字节（不是完整的 UTF-8）；请重新下载或重新导出。`);
  }
  const chineseEncoding = decodeStrictly(bytes, 'gb18030');
  if (chineseEncoding !== null) return chineseEncoding;
  throw new IngestError(`${fileName} 的编码既不是 UTF-8 也不是 GB18030；请另存为 UTF-8 文本再读入。`);
}

function decodeMarked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

/** Null where the bytes are not sound in that encoding, or no encoding has that name. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}
