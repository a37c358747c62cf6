import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/ingest/readers/docx.ts';
import { docxOf, paragraph } from './written-formats.ts';

async function cells(body: string, more: Record<string, string> = {}): Promise<Array<readonly string[]>> {
  const { lines } = await readDocx(docxOf(body, more), { fileName: 'a.docx' });
  return lines.map((line) => line.cells).filter((row) => row.some((cell) => cell !== ''));
}

const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.split('|').map(paragraph).join('')}</w:tc>`;
const row = (...inside: string[]): string => `<w:tr>${inside.join('')}</w:tr>`;
const table = (...inside: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${inside.join('')}</w:tbl>`;

describe('readDocx', () => {
  it('reads paragraphs, and tables with merged cells and wrapped names', async () => {
    const body =
      paragraph('2024年度某局部门决算') +
      table(
        row(cell('项目', '<w:vMerge w:val="restart"/>'), cell('本年支出', '<w:gridSpan w:val="2"/>')),
        row(cell('', '<w:vMerge/>'), cell('小计'), cell('基本')),
        row(cell('机关事业单位|养老保险'), cell('1,234.50'), cell('')),
      );
    expect(await cells(body)).toEqual([
      ['2024年度某局部门决算'],
      ['项目', '本年支出', ''],
      ['', '小计', '基本'],
      ['机关事业单位养老保险', '1,234.50', ''],
    ]);
  });

  it('reads text boxes and what was inserted, not what was deleted', async () => {
    const box = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('单位：万元')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    const tracked =
      '<w:p><w:ins><w:r><w:t>决算数</w:t></w:r></w:ins><w:del><w:r><w:delText>预算数</w:delText></w:r></w:del></w:p>';
    expect(await cells(box + tracked)).toEqual([['单位：万元'], ['决算数']]);
  });

  it('refuses a document without text, and a damaged one', async () => {
    await expect(cells('<w:p/>')).rejects.toThrow(/^a\.docx 里没有文字/);
    await expect(cells('', { 'word/document.xml': '<w:document' })).rejects.toThrow(/^a\.docx 这个 Word 文件读不出来/);
  });
});
