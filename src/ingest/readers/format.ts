import type { DocumentFormat } from '../document-text.ts';
import { IngestError } from '../ingest-error.ts';
import { compoundRefusal } from './compound-file.ts';
import { zipEntries } from './zip.ts';

/** How far into a file its kind of markup must show. */
const HEAD_BYTES = 65_536;

/**
 * The format of a file by its bytes, whatever its name says. Throws IngestError for a format that is not read; the
 * message says how to save the document in one that is.
 */
export function formatOf(bytes: Uint8Array, fileName: string): DocumentFormat {
  const head = latin(bytes.subarray(0, HEAD_BYTES));
  // Some programs put a few bytes before the signature; PDF readers look for it in the first 1,024.
  if (head.slice(0, 1_024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return formatOfZip(bytes, fileName);
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) {
    throw new IngestError(`${fileName} ${compoundRefusal(bytes)}`);
  }
  if (ARCHIVES.some((signature) => head.startsWith(signature))) throw new IngestError(`${fileName} ${ARCHIVE}`);
  const refused = REFUSED.find(([signature]) => signature.test(head));
  if (refused) throw new IngestError(`${fileName} ${refused[1]}`);
  // UTF-16 is ASCII with zeros between.
  const plain = head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\0', '');
  return /^\s*</.test(plain) && /<(?:html|!doctype\s+html|body|table|div|p)\b/i.test(plain) ? 'html' : 'text';
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}

const PICTURE = '是图片，里面没有可读的文字；请从发布单位的网站下载有文字的 PDF、网页或表格（扫描件无法读入）。';
const ARCHIVE = '是压缩包；请先解压，再读入里面的 PDF、XLSX、DOCX 或网页文件。';

/** RAR, 7z, gzip, and ZIP archives that are empty or in several volumes. */
const ARCHIVES = ['Rar!\u001a', '7z\u00bc\u00af\u0027\u001c', '\u001f\u008b', 'PK\u0005\u0006', 'PK\u0007\u0008'];

const REFUSED: ReadonlyArray<readonly [signature: RegExp, message: string]> = [
  [/^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8[79]a|II\*\0|MM\0\*|BM[^]{4}\0\0\0\0|RIFF[^]{4}WEBP)/, PICTURE],
  [/^[^]{4}ftyp(?:hei[cx]|mif1|avif)/, PICTURE],
  [/^\s*\{\\rtf/, '是 RTF 文件；请用 Word 或 WPS 打开，另存为 DOCX 再读入。'],
  [
    /^(?:[^]{0,2000}\n)?MIME-Version:[^]*Content-Type:\s*multipart\/related/i,
    '是单个文件的网页存档（MHT）；请在浏览器里另存为“网页，仅 HTML”再读入。',
  ],
  [
    /^[^]{0,200}<\?mso-application\s+progid="(?:Excel|Word)/,
    '是 2003 版 Office 的 XML 文件；请打开后另存为 XLSX 或 DOCX 再读入。',
  ],
];

/** Containers by the parts in them. */
function formatOfZip(bytes: Uint8Array, fileName: string): 'xlsx' | 'docx' {
  const names = zipEntries(bytes, fileName).map(({ name }) => name);
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const refuse = (message: string): never => {
    throw new IngestError(`${fileName} ${message}`);
  };
  if (has(/(?:^|\/)vbaProject\.bin$/i)) {
    return refuse('含有宏，没有读入；请用 Excel、Word 或 WPS 打开（不启用宏），另存为不含宏的 .xlsx 或 .docx 再读入。');
  }
  if (has(/^xl\/workbook\.bin$/i)) return refuse('是二进制工作簿（XLSB）；请在 Excel 里另存为 .xlsx 再读入。');
  if (has(/^xl\/.*\.xml$/i)) return 'xlsx';
  if (has(/^word\/.*\.xml$/i)) return 'docx';
  if (has(/^ppt\//i)) return refuse('是演示文稿；请读入部门公开的决算或预算文件（PDF、XLSX、DOCX 或网页）。');
  if (has(/(?:^|\/)OFD\.xml$/i)) {
    return refuse('是 OFD 版式文件；请用 OFD 阅读器打开，导出（或打印）为 PDF 再读入。');
  }
  if (names.includes('content.xml') && names.includes('mimetype')) {
    return refuse('是 OpenDocument 文件；请用 LibreOffice 或 WPS 打开，另存为 DOCX 或 XLSX 再读入。');
  }
  return refuse(ARCHIVE);
}
