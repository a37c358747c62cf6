import type { Reader } from '../document-text.ts';
import { IngestError } from '../ingest-error.ts';
import { decodeText } from './decode.ts';
import { linesOfMarkup } from './markup-lines.ts';

/** A page as a browser saves it. Rejects with IngestError for bytes that are no text and for a page without any. */
export const readHtml: Reader = (bytes, { fileName }) =>
  // A promise from the first line on: what goes wrong is a rejection.
  Promise.resolve().then(() => {
    const lines = linesOfMarkup(decodeText(bytes, fileName, declaredCharset(bytes)), fileName);
    if (lines.every(({ text }) => text === '')) {
      throw new IngestError(
        `${fileName} 这个网页里没有文字（正文可能是打开后才载入的）；请在浏览器里等正文显示后再另存为网页，或下载页面里的附件。`,
      );
    }
    return { lines, text_origin: 'text_layer' as const };
  });

/** `<meta charset="gbk">` or `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">`. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096));
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
}
