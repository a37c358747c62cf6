import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readXlsx } from 'hucre/xlsx';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { withoutRadicals } from '../../src/ingest/readers/pdf/radicals.ts';
import { findAccessibilityViolations, openPage } from './browser.ts';

const CLEAN = { consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] };
const ZHUZHOU = '?department=zhuzhou-ecology&year=2024';

/** Waits until the chart of a panel is drawn. */
async function drawn(page: Page, panel: string): Promise<Locator> {
  const section = page.locator(`#${panel}`);
  await section.locator('svg.marks').first().waitFor({ timeout: 60_000 });
  return section;
}

async function openMenu(panel: Locator): Promise<Locator> {
  await panel.getByRole('button', { name: /^取用/ }).click();
  const menu = panel.getByRole('dialog');
  await menu.waitFor();
  return menu;
}

async function taken(page: Page, menu: Locator, kind: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), menu.getByRole('button', { name: kind }).click()]);
  const parts: Buffer[] = [];
  for await (const part of await file.createReadStream()) parts.push(part as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(parts) };
}

/** Text of each page of a PDF. */
async function textOf(pdf: Buffer): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(pdf) });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(withoutRadicals(items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  await task.destroy();
  return pages;
}

describe('A chart', () => {
  test('is taken away as PNG and SVG, its data as CSV and XLSX, each named after body, measure and year', async () => {
    const { page, observed } = await openPage({ path: ZHUZHOU });
    const panel = await drawn(page, 'structure');
    const title = await panel.locator('h2').innerText();
    const menu = await openMenu(panel);
    const name = '株洲市生态环境局_支出去向_2024';

    const svg = await taken(page, menu, 'SVG');
    expect(svg.name).toBe(`${name}.svg`);
    const text = svg.bytes.toString('utf8');
    const [, width, height] = /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(text)!;
    for (const said of [title, '单位：万元', '节能环保支出', '资料来源：', '取自']) expect(text).toContain(said);

    const png = await taken(page, menu, 'PNG');
    expect(png.name).toBe(`${name}.png`);
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);

    const csv = await taken(page, menu, 'CSV');
    expect(csv.name).toBe(`${name}.csv`);
    const lines = csv.bytes.toString('utf8').split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF功能分类（类）,决算数（万元）,占比（%）,/);
    expect(lines.find((line) => line.startsWith('211 节能环保支出,'))).toMatch(
      /,5077\.56,.*[0-9a-f]{64},.*[0-9a-f]{64},/,
    );

    const workbook = await taken(page, menu, 'XLSX');
    expect(workbook.name).toBe(`${name}.xlsx`);
    const [data, sources, about] = (await readXlsx(workbook.bytes)).sheets;
    expect(data!.rows).toHaveLength(lines.length - 1);
    expect(data!.rows.find(([subject]) => subject === '211 节能环保支出')![1]).toBe(5077.56);
    expect(sources!.rows.length).toBeGreaterThanOrEqual(data!.rows.length);
    expect(about!.rows.flat()).toContain(title);
    await menu.getByRole('status').getByText(`已存为 ${name}.xlsx`).waitFor();
    expect(observed).toMatchObject(CLEAN);
  });

  test('gives its link and its frame as text, and its menu is closed by Escape', async () => {
    const { page, observed } = await openPage({ path: ZHUZHOU, colorScheme: 'dark' });
    const panel = await drawn(page, 'structure');
    const menu = await openMenu(panel);
    expect(await menu.getByLabel('本页链接', { exact: true }).inputValue()).toBe(page.url());
    const frame = await menu.getByLabel('嵌入代码', { exact: true }).inputValue();
    expect(frame).toMatch(/^<iframe src="http:[^"]*&amp;embed=structure" title="[^"]+" width="100%" height="\d{3,}" /);
    await menu.getByRole('button', { name: '复制嵌入代码' }).click();
    await menu.getByText(/^已(复制|选中)/).waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(frame);
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    expect(
      await panel.getByRole('button', { name: /^取用/ }).evaluate((button) => button === document.activeElement),
    ).toBe(true);
    expect(observed).toMatchObject(CLEAN);
  });

  test('of any page gives its numbers with their unit and document', async () => {
    const { page, observed } = await openPage({ path: ZHUZHOU });
    for (const view of ['总览', '变动原因', '结构', '趋势', '“三公”经费', '部门比较']) {
      await page.locator('.views').getByRole('link', { name: view, exact: true }).click();
      await page.locator('section.panel[data-status=ready]').first().waitFor({ timeout: 60_000 });
      await expect.poll(() => page.locator('section.panel[aria-busy=true]').count(), { timeout: 60_000 }).toBe(0);
      for (const panel of await page.locator('section.panel[data-status=ready]').all()) {
        const menu = await openMenu(panel);
        const { name, bytes } = await taken(page, menu, 'CSV');
        expect(name).toMatch(/^[^\s<>:"/\\|?*]+_[^\s<>:"/\\|?*]+_\d{4}(-\d{4})?\.csv$/);
        const [head, ...rows] = bytes.toString('utf8').trimEnd().split('\r\n');
        expect(head).toMatch(/（(万元|%|个)）/);
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) expect(row).toMatch(/[0-9a-f]{64}/);
        await page.keyboard.press('Escape');
        await menu.waitFor({ state: 'detached' });
      }
    }
    expect(observed).toMatchObject(CLEAN);
  });
});

test('The tables of execution and the leads are taken away too', async () => {
  const { page, observed } = await openPage({ path: `${ZHUZHOU}&view=execution` });
  const projects = page.locator('section', { has: page.locator('#execution-projects') });
  await projects.getByRole('table').waitFor({ timeout: 60_000 });
  const file = await taken(page, await openMenu(projects), 'CSV');
  expect(file.name).toMatch(/^株洲市生态环境局_.+_2024\.csv$/);
  expect(file.bytes.toString('utf8')).toMatch(/完成率（%）.*快照 sha256/);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '线索' }).click();
  const leads = page.locator('article.leads');
  await leads.locator('ol > li').first().waitFor({ timeout: 60_000 });
  const list = await taken(page, await openMenu(leads), 'XLSX');
  const [data] = (await readXlsx(list.bytes)).sheets;
  expect(data!.rows.length).toBeGreaterThan(10);
  expect(observed).toMatchObject(CLEAN);
});

describe('A panel alone', () => {
  test('stands in a frame of another site: title, chart, unit, source and the way to the whole, nothing else', async () => {
    const address = `${inject('site')}${ZHUZHOU}&embed=structure`;
    const server = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>x</title><iframe src="${address}" width="700" height="420"></iframe>`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void (server.closeAllConnections(), server.close()));
    const around = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    expect(new URL(around).origin).not.toBe(new URL(inject('site')).origin);
    const { page, observed } = await openPage({ around });
    const frame = page.frameLocator('iframe');
    await frame.locator('#structure svg.marks').waitFor({ timeout: 60_000 });
    const text = await frame.locator('body').innerText();
    for (const said of ['株洲市生态环境局', '节能环保支出', '单位：万元', '资料来源：']) expect(text).toContain(said);
    for (const not of ['部门比较', '主要指标', '逐年收支', '取用']) expect(text).not.toContain(not);
    const whole = await frame.getByRole('link', { name: '打开完整页面' }).getAttribute('href');
    expect(whole).toBe(`${inject('site')}${ZHUZHOU}`);
    const wide = await frame.locator('#structure svg.marks').evaluate((svg) => svg.clientWidth);
    await page.locator('iframe').evaluate((element) => element.setAttribute('width', '480'));
    await expect
      .poll(() => frame.locator('#structure svg.marks').evaluate((svg) => svg.clientWidth))
      .toBeLessThan(wide - 100);
    expect(observed).toMatchObject(CLEAN);
  });

  test('may stand in a frame also where the page is kept in the browser', { timeout: 240_000 }, async () => {
    const { page, observed } = await openPage({ path: ZHUZHOU, keeps: true });
    await page.locator('[data-offline=ready]').waitFor({ timeout: 120_000 });
    const response = (await page.goto(`${inject('site')}${ZHUZHOU}&embed=totals`))!;
    expect(response.fromServiceWorker()).toBe(true);
    expect(response.headers()['content-security-policy']).toMatch(/^default-src 'self';.*; frame-ancestors \*$/);
    await drawn(page, 'totals');
    expect(observed).toMatchObject(CLEAN);
  });

  test('passes axe in both modes, with one heading of the first level', async () => {
    const { page, observed } = await openPage({ path: `${ZHUZHOU}&embed=totals` });
    await drawn(page, 'totals');
    expect(await page.getByRole('heading').allInnerTexts()).toHaveLength(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await drawn(page, 'totals');
    expect(await findAccessibilityViolations(page)).toEqual([]);
    expect(observed).toMatchObject(CLEAN);
  });

  test.each(['&embed=nowhere', '&view=compare&embed=slope-initial_budget'])(
    'that the page does not have is said, and the whole page opened (%s)',
    async (path) => {
      const { page, observed } = await openPage({ path: ZHUZHOU + path });
      await page.getByText(/地址中的图表“[^”]+”这一页没有，已打开整页/).waitFor({ timeout: 60_000 });
      await page.getByRole('navigation').first().waitFor();
      expect(page.url()).not.toContain('embed=');
      expect(observed).toMatchObject(CLEAN);
    },
  );
});

describe('On paper', () => {
  test('a page is dark on white with its title, sources, address and day, and numbers its pages', async () => {
    const { page, observed } = await openPage({ path: ZHUZHOU, colorScheme: 'dark' });
    for (const panel of ['structure', 'totals', 'execution']) await drawn(page, panel);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const looks = await page.evaluate(() => ({
      ink: getComputedStyle(document.querySelector('h1')!).color,
      paper: getComputedStyle(document.body).backgroundColor,
      chartText: getComputedStyle(document.querySelector('#structure svg.marks text[fill]')!).fill,
      controls: [...document.querySelectorAll('.views, .pickers, .panel-buttons')].some((one) => one.checkVisibility()),
    }));
    expect(looks).toEqual({
      ink: 'rgb(0, 0, 0)',
      paper: 'rgb(255, 255, 255)',
      chartText: 'rgb(27, 29, 34)',
      controls: false,
    });
    const pages = await textOf(await page.pdf({ preferCSSPageSize: true }));
    const all = pages.join('');
    for (const said of ['株洲市生态环境局', '资料来源：', 'department=zhuzhou-ecology', '取自'])
      expect(all).toContain(said);
    expect(all).not.toContain('取用');
    for (const [at, text] of pages.entries()) expect(text).toContain(`${at + 1} / ${pages.length}`);
    expect(observed).toMatchObject(CLEAN);
  });

  test('no panel stands on two pages', async () => {
    const { page } = await openPage({ path: ZHUZHOU });
    for (const panel of ['structure', 'totals', 'execution']) await drawn(page, panel);
    const pages = await textOf(await page.pdf({ preferCSSPageSize: true }));
    for (const panel of await page.locator('section.panel[data-status=ready]').all()) {
      const title = (await panel.locator('h2').innerText()).replace(/\s/g, '').slice(0, 12);
      const source = (await panel.locator('.source-line').innerText()).replace(/\s/g, '').slice(-12);
      const of = (text: string) => pages.findIndex((page) => page.replace(/\s/g, '').includes(text));
      expect(of(title), title).toBeGreaterThanOrEqual(0);
      expect(pages[of(title)]!.replace(/\s/g, ''), source).toContain(source);
    }
  });
});
