import { networkInterfaces } from 'node:os';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { dist } from '../../tools/build.mjs';
import { createStaticServer, listen } from '../../tools/serve.mjs';
import { pdfOf } from '../collection/written-pdf.ts';
import { PLAIN, SAMPLE, write } from '../ingest/written-disclosure.ts';
import { openPage } from './browser.ts';

const ARCHIVE = write(SAMPLE, { ...PLAIN, contents: false });
const LIBRARY = write({ ...SAMPLE, body: '青川市图书馆', year: 2022 });

const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

async function choose(page: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(files);
}

const opened = (page: Page) => page.locator('dialog[open]');

/** A button by what stands on it: for a screen reader its name says the file too. */
const button = (page: Page, text: RegExp) => opened(page).locator('button', { hasText: text });

/** The page shows that body: its name stands in the picker as chosen. */
const shows = (page: Page, body: string) =>
  page.waitForFunction((name) => document.title.startsWith(name), body, { timeout: 60_000 });

async function addArchive(page: Page): Promise<void> {
  await choose(page, file('archive.txt', ARCHIVE));
  await button(page, /^添加$/).click();
  await shows(page, '青川市档案馆');
}

test('Two files are read, shown before they are added, added, and still there after a reload', async () => {
  const { page, observed } = await openPage();
  await choose(page, file('archive.pdf', pdfOf(ARCHIVE)), file('library.txt', LIBRARY));
  const dialog = opened(page);
  await dialog.getByText('青川市档案馆 2023年部门决算').waitFor();
  await dialog.getByText('青川市图书馆 2022年部门决算').waitFor();
  expect(await page.title()).not.toContain('青川市');
  await dialog.getByRole('button', { name: '全部添加' }).click();
  await shows(page, '青川市图书馆');
  expect(new URL(page.url()).searchParams.get('year')).toBe('2022');
  await page.reload();
  await shows(page, '青川市图书馆');
  expect(await page.locator('.pickers').innerText()).toContain('青川市档案馆');
  expect(await page.locator('body').innerText()).toMatch(/由你于 ?\d{4}-\d{2}-\d{2} ?添加/);
  const { consoleErrors, pageErrors, policyViolations, foreignRequests } = observed;
  expect({ consoleErrors, pageErrors, policyViolations, foreignRequests }).toEqual({
    consoleErrors: [],
    pageErrors: [],
    policyViolations: [],
    foreignRequests: [],
  });
});

test('A file that is no account is refused in words, and nothing already there is lost', async () => {
  const { page, observed } = await openPage();
  await shows(page, '上海市');
  const title = await page.title();
  await choose(page, file('photo.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)));
  await opened(page)
    .getByText(/photo\.txt 是图片/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await opened(page).waitFor({ state: 'detached' });
  expect(await page.title()).toBe(title);
  expect(observed.pageErrors).toEqual([]);
});

test('A second document of the same body and year asks which one to use', async () => {
  const { page } = await openPage();
  await addArchive(page);
  await choose(page, file('corrected.txt', ARCHIVE.replace('青川市档案馆部门决算', '青川市档案馆部门决算（更正）')));
  const dialog = opened(page);
  await dialog.getByRole('radio', { name: /用新的/ }).check();
  await button(page, /^(?:添加|确定)$/).click();
  await dialog.waitFor({ state: 'detached' });
  await shows(page, '青川市档案馆');
  await page.locator('[data-offline=impossible]', { hasText: '需要 https' }).waitFor();
});

test('What was added in one tab is told in another', async () => {
  const { page } = await openPage();
  await shows(page, '上海市');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await shows(other, '上海市');
  await addArchive(page);
  await other.getByText(/另一个标签页/).waitFor();
});

test('An added document can be removed', async () => {
  const { page } = await openPage();
  await addArchive(page);
  await page.locator('button', { hasText: '已添加的数据' }).click();
  await button(page, /^移除$/).click();
  await button(page, /^确认移除$/).click();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('.pickers')?.textContent?.includes('青川市档案馆'));
});

const office = Object.values(networkInterfaces())
  .flat()
  .find((address) => address?.family === 'IPv4' && !address.internal)?.address;
if (office === undefined) console.log('This machine has no address of its own: the test over plain http does not run');

test.skipIf(office === undefined)('It works over plain http in an office network', async () => {
  const server = await createStaticServer(dist);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { page } = await openPage({ site: await listen(server, { host: office! }), keeps: true });
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await addArchive(page);
  await page.reload();
  await shows(page, '青川市档案馆');
});
