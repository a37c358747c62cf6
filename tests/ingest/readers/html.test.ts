import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/ingest/readers/html.ts';
import { LIMITS } from '../../../src/ingest/readers/limits.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function cells(html: string | Uint8Array): Promise<Array<readonly string[]>> {
  const { lines } = await readHtml(typeof html === 'string' ? utf8(html) : html, { fileName: 'a.html' });
  expect(lines.map(({ number }) => number)).toEqual(lines.map((_, at) => at + 1));
  return lines.map((line) => line.cells).filter((row) => row.some((cell) => cell !== ''));
}

describe('readHtml: the text', () => {
  it('is decoded by its mark, its soundness as UTF-8, its declaration, and as GB18030', async () => {
    const gbk = Uint8Array.of(0xbe, 0xf6, 0xcb, 0xe3);
    const page = (head: string, body: Uint8Array): Uint8Array => Uint8Array.from([...utf8(`<html>${head}`), ...body]);
    expect(await cells('\uFEFF<html>决算')).toEqual([['决算']]);
    expect(await cells('<html><meta charset="gb2312">决算')).toEqual([['决算']]);
    expect(await cells(page('<meta charset=gbk>', gbk))).toEqual([['决算']]);
    expect(await cells(page('', gbk))).toEqual([['决算']]);
    const big5 = Uint8Array.of(0xa8, 0x4d, 0xba, 0xe2);
    expect(await cells(page('<meta http-equiv=Content-Type content="text/html; charset=big5">', big5))).toEqual([
      ['決算'],
    ]);
    expect(await cells(page('<meta charset="no-such-charset">', gbk))).toEqual([['决算']]);
  });

  it('leaves out scripts, styles, navigation, controls and what is hidden', async () => {
    const html =
      '<html><head><title>站</title><style>p{}</style></head><nav>首页</nav><p>正文<script>1.00</script></p>' +
      '<p style="display:none">无</p><p hidden>无</p><ul role="navigation"><li>栏目</ul><select><option>2023</select><!-- 注 -->';
    expect(await cells(html)).toEqual([['正文']]);
  });

  it('breaks lines at paragraphs, headings, list items and <br>, not inside words', async () => {
    const html =
      '<h1>2024年度</h1><div>甲<b>乙</b>\n<span>丙</span><br>丁<p>戊&nbsp;&nbsp;1</p>己</div><ol><li>庚<li>辛</ol>';
    expect(await cells(html)).toEqual([['2024年度'], ['甲乙 丙'], ['丁'], ['戊 1'], ['己'], ['庚'], ['辛']]);
  });
});

describe('readHtml: tables', () => {
  it('give a merged cell once, at its left and top', async () => {
    const html =
      '<table><tr><td rowspan=2>项目<td colspan=2>本年支出<td rowspan=2>年末<tr><td>小计<td>基本' +
      '<tr><td>合计<td>1.00<td>&nbsp;<td>2.00</table>';
    expect(await cells(html)).toEqual([
      ['项目', '本年支出', '', '年末'],
      ['', '小计', '基本', ''],
      ['合计', '1.00', '', '2.00'],
    ]);
  });

  it('keep the columns under a tall cell where a row in between is short', async () => {
    const html =
      '<table><tr><td>甲<td>乙<td>丙<td rowspan=2>丁<tr><td>1.00<tr><td>2.00<td>3.00<td>4.00<td>5.00</table>';
    expect(await cells(html)).toEqual([
      ['甲', '乙', '丙', '丁'],
      ['1.00', '', '', ''],
      ['2.00', '3.00', '4.00', '5.00'],
    ]);
  });

  it('join a wrapped name and keep two numbers of one cell apart', async () => {
    const html =
      '<table><tr><td>名称<td>金额<tr><td><p>机关事业单位</p><p>养老保险</p><td>1.00<tr><td>购房<br>补贴<td>12<br>13</table>';
    expect(await cells(html)).toEqual([
      ['名称', '金额'],
      ['机关事业单位养老保险', '1.00'],
      ['购房补贴', '12 / 13'],
    ]);
  });

  it('give title, unit and notes as prose where they are rows of the table', async () => {
    const html =
      '<table><caption>附</caption><tr><td colspan=2>支出决算表<tr><td>部门：某局<td>单位：万元<tr><td>项目<td>决算数' +
      '<tr><td>合计<td>1.00<tr><td colspan=2>说明这张表的一行</table>';
    expect(await cells(html)).toEqual([
      ['附'],
      ['支出决算表'],
      ['部门：某局'],
      ['单位：万元'],
      ['项目', '决算数'],
      ['合计', '1.00'],
      ['说明这张表的一行'],
    ]);
  });

  it('that only lay out the page are unwrapped, and those they hold are read', async () => {
    const article = `<p>${'本部门收入总计与支出总计相等，均为本年度数。'.repeat(4)}</p>`.repeat(3);
    const html =
      `<table><tr><td>标题</td></tr><tr><td><table><tr><td>甲<td>1.00<tr><td>乙<td>2.00</table></td></tr></table>` +
      `<table><tr><td>栏目<td>${article}</td></tr></table>`;
    const read = await cells(html);
    expect(read.slice(0, 3)).toEqual([['标题'], ['甲', '1.00'], ['乙', '2.00']]);
    expect(read.slice(3).map((row) => row.length)).toEqual([1, 1, 1, 1]);
  });

  it('with long texts in many rows are tables all the same', async () => {
    const goal = `<p>${'完成年度绩效目标，各项指标达到预期，资金使用规范。'.repeat(4)}</p>`.repeat(4);
    const row = `<tr><td>目标<td>${goal}`;
    expect(await cells(`<table>${row.repeat(5)}</table>`)).toHaveLength(5);
  });
});

describe('readHtml refuses', () => {
  const refused = (html: string): Promise<unknown> => readHtml(utf8(html), { fileName: 'a.html' });

  it('a page without text', async () => {
    await expect(refused('<html><script>load()</script></html>')).rejects.toThrow(/^a\.html 这个网页里没有文字/);
  });

  it('markup nested without end, at once', async () => {
    const start = performance.now();
    await expect(refused('<div>'.repeat(300_000))).rejects.toThrow(/嵌套过深（超过 400 层）/);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('a table of endless width', async () => {
    const wide = '<td colspan=1000>1'.repeat(LIMITS.columns);
    await expect(refused(`<table><tr>${wide}<tr><td>1<td>2</table>`)).rejects.toThrow(/超过 1000 列/);
  });
});
