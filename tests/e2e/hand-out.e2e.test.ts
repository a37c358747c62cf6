import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { withoutRadicals } from '../../src/ingest/readers/pdf/radicals.ts';
import { openPage } from './browser.ts';

const CLEAN = { consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] };
const STORY = '?view=story&department=zhuzhou-ecology&year=2024';
const NAME = '株洲市生态环境局_决算故事_2024';

async function openStory(): ReturnType<typeof openPage> {
  const opened = await openPage({ path: STORY });
  await opened.page.getByRole('group', { name: '带走这份讲述' }).waitFor();
  return opened;
}

async function taken(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  const parts: Buffer[] = [];
  for await (const part of await file.createReadStream()) parts.push(part as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(parts) };
}

interface PdfPage {
  text: string;
  width: number;
  height: number;
}

async function pagesOf(pdf: Buffer): Promise<PdfPage[]> {
  const task = getDocument({ data: new Uint8Array(pdf) });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const [left, bottom, right, top] = page.view as [number, number, number, number];
    pages.push({
      text: withoutRadicals(items.map((item) => ('str' in item ? item.str : '')).join('')).replace(/\s/g, ''),
      width: right - left,
      height: top - bottom,
    });
  }
  await task.destroy();
  return pages;
}

test('A story is taken away as slides and as a page, made in the reader’s browser', async () => {
  const { page, observed } = await openStory();
  const pptx = await taken(page, 'PPTX');
  expect(pptx.name).toBe(`${NAME}.pptx`);
  const files = unzipSync(new Uint8Array(pptx.bytes));
  const slides = Object.keys(files).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
  expect(slides).toHaveLength(7);
  expect(Object.keys(files).filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path))).toHaveLength(6);
  expect(strFromU8(files['ppt/charts/' + firstChart(files)]!)).toContain('<c:v>6504.45</c:v>');
  await page.getByText(`已存为 ${NAME}.pptx`).waitFor();

  const html = await taken(page, 'HTML');
  expect(html.name).toBe(`${NAME}.html`);
  expect(observed).toMatchObject(CLEAN);

  // By double click, without the server.
  const folder = await mkdtemp(join(tmpdir(), 'story-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'told.html');
  await writeFile(file, html.bytes);
  const own = await page.context().newPage();
  const said: string[] = [];
  own.on('console', (message) => said.push(message.text()));
  own.on('request', (request) => said.push(request.url()));
  await own.goto(`file://${file}`);
  expect(await own.locator('section').count()).toBe(7);
  expect(said).toEqual([`file://${file}`]);
  const before = await own.evaluate(() => scrollY);
  await own.keyboard.press('PageDown');
  await own.waitForFunction((y) => scrollY > y, before);
});

test('Printed, a story is one step a page, in 16 to 9, with every finding and number', async () => {
  const { page, observed } = await openStory();
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', document.title);
  });
  await page.getByRole('button', { name: 'PDF（打印）' }).click();
  await page.locator('html[data-printed]').waitFor({ state: 'attached' });
  expect(await page.locator('html').getAttribute('data-printed')).toBe('株洲市生态环境局2024年决算故事');
  const headlines = await page.locator('.story-pages h2').allTextContents();
  const pages = await pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(pages).toHaveLength(7);
  pages.forEach(({ text, width, height }, at) => {
    expect(text).toContain(headlines[at]!.replace(/\s/g, ''));
    expect(text).toContain('资料来源：');
    expect(text).toContain(`${at + 1}/7`);
    expect(width / height).toBeCloseTo(16 / 9, 2);
  });
  // Charts are drawn as text and lines, not as pixels.
  expect(pages[2]!.text).toContain('5,077.56');
  // Afterwards the page is as it was.
  await page.locator('.story-pages').waitFor({ state: 'detached' });
  expect(await page.title()).not.toBe('株洲市生态环境局2024年决算故事');
  expect(observed).toMatchObject(CLEAN);
});

function firstChart(files: Record<string, Uint8Array>): string {
  const numbers = Object.keys(files).flatMap((path) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? []);
  return `chart${Math.min(...numbers.map(Number))}.xml`;
}
