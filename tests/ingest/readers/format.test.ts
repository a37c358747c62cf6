import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { IngestError } from '../../../src/ingest/ingest-error.ts';
import { formatOf } from '../../../src/ingest/readers/format.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));

/** An OLE compound file as far as it is looked at: a header and a directory with these streams. */
function compound(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * (streams.length + 1));
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ['Root Entry', ...streams].forEach((name, at) => {
    const from = 512 + 128 * at;
    [...name].forEach((sign, index) => (bytes[from + 2 * index] = sign.charCodeAt(0)));
    bytes[from + 64] = 2 * (name.length + 1);
  });
  return bytes;
}

function refusal(bytes: Uint8Array): string {
  try {
    formatOf(bytes, '文件.txt');
  } catch (error) {
    expect(error).toBeInstanceOf(IngestError);
    return (error as IngestError).message;
  }
  throw new Error('the format was taken');
}

describe('formatOf tells the format from the bytes', () => {
  it('PDF, also with a few bytes in front', () => {
    expect(formatOf(utf8('%PDF-1.7\n%âãÏÓ'), 'a.txt')).toBe('pdf');
    expect(formatOf(utf8('\n\n%PDF-1.4\n'), 'a.txt')).toBe('pdf');
  });

  it('XLSX and DOCX by their parts', () => {
    expect(formatOf(zip('[Content_Types].xml', 'xl/workbook.xml'), 'a.docx')).toBe('xlsx');
    expect(formatOf(zip('[Content_Types].xml', 'word/document.xml'), 'a.xlsx')).toBe('docx');
  });

  it('HTML in every encoding that begins with markup', () => {
    expect(formatOf(utf8('<!DOCTYPE html><p>决算'), 'a.xls')).toBe('html');
    expect(formatOf(utf8('\uFEFF \n<TABLE border=1><tr><td>1'), 'a.xls')).toBe('html');
    expect(formatOf(utf8('<!-- saved from url -->\n<html lang="zh">'), 'a.htm')).toBe('html');
    const wide = Uint8Array.from([0xff, 0xfe, ...[...'<html>'].flatMap((sign) => [sign.charCodeAt(0), 0])]);
    expect(formatOf(wide, 'a.htm')).toBe('html');
  });

  it('text where markup is only left in it', () => {
    expect(formatOf(utf8('2024年度某局部门决算\n<p>\n收入支出决算总表'), 'a.html')).toBe('text');
    expect(formatOf(utf8('<2024年度>部门决算'), 'a.html')).toBe('text');
  });
});

describe('formatOf refuses what is not read and says how to save it', () => {
  it.each([
    ['a workbook with macros', zip('xl/workbook.xml', 'xl/vbaProject.bin'), /含有宏.*另存为不含宏的 \.xlsx/],
    ['a document with macros', zip('word/document.xml', 'word/vbaProject.bin'), /含有宏/],
    ['a binary workbook', zip('xl/workbook.bin'), /XLSB.*另存为 \.xlsx/],
    ['slides', zip('ppt/presentation.xml'), /演示文稿/],
    ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), /OFD.*导出（或打印）为 PDF/],
    ['OpenDocument', zip('mimetype', 'content.xml'), /OpenDocument.*另存为 DOCX 或 XLSX/],
    ['another ZIP', zip('决算.pdf'), /压缩包；请先解压/],
    ['an empty ZIP', latin(`PK\u0005\u0006${'\0'.repeat(18)}`), /压缩包；请先解压/],
    ['RAR', latin('Rar!\u001a\u0007\0'), /压缩包；请先解压/],
    ['7z', latin('7z\u00bc\u00af\u0027\u001c\0'), /压缩包；请先解压/],
    ['an encrypted workbook', compound('EncryptionInfo', 'EncryptedPackage'), /打开密码.*去掉密码/],
    ['an old document', compound('1Table', 'WordDocument'), /\.doc 或 \.wps.*另存为 DOCX/],
    ['an old workbook', compound('Workbook'), /\.xls 或 \.et.*另存为 XLSX/],
    ['old slides', compound('PowerPoint Document'), /演示文稿/],
    ['another old file', compound('Contents'), /旧版 Office 或 WPS/],
    ['PNG', latin('\u0089PNG\r\n\u001a\n'), /是图片.*扫描件/],
    ['JPEG', latin('\u00ff\u00d8\u00ff\u00e0'), /是图片/],
    ['TIFF', latin('II*\0\u0008\0'), /是图片/],
    ['RTF', utf8('{\\rtf1\\ansi'), /RTF.*另存为 DOCX/],
    ['a web archive', utf8('From: <x>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n'), /MHT.*仅 HTML/],
    ['XML of Office 2003', utf8('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>'), /2003.*XLSX/],
  ])('%s', (_, bytes, message) => {
    expect(refusal(bytes)).toMatch(message);
    expect(refusal(bytes)).toMatch(/^文件\.txt /);
  });

  it('an old document whose text speaks of a stream is not taken for that stream', () => {
    const bytes = compound('WordDocument', 'EncryptedPackage is a word in its text');
    expect(refusal(bytes)).toMatch(/\.doc 或 \.wps/);
  });
});
