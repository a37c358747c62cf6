import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dist } from '../../tools/build.mjs';
import { createStaticServer, listen } from '../../tools/serve.mjs';
import { pdfOf } from '../collection/written-pdf.ts';
import { PLAIN, SAMPLE, write } from '../ingest/written-disclosure.ts';
import { openPage } from './browser.ts';
import { shown } from './stage.ts';

type Opened = Awaited<ReturnType<typeof openPage>>['page'];

const ZHUZHOU = '?department=zhuzhou-ecology&year=2024';

/** The build in a folder below the root of a server of its own, as on a stick; `stop` takes the server away. */
async function serveCopy(): Promise<{ site: string; folder: string; stop: () => void }> {
  const root = mkdtempSync(join(tmpdir(), 'offline-'));
  const folder = join(root, '决算', 'pages');
  cpSync(dist, folder, { recursive: true });
  const server = await createStaticServer(root);
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  const address = await listen(server);
  onTestFinished(() => {
    stop();
    rmSync(root, { recursive: true, force: true });
  });
  return { site: new URL(`${encodeURIComponent('决算')}/pages/index.html`, address).href, folder, stop };
}

const kept = (page: Opened) => page.locator('[data-offline="ready"]').waitFor({ timeout: 120_000 });
const drawn = (page: Opened) =>
  page.locator('.panel[data-status="ready"] svg.marks').first().waitFor({ timeout: 90_000 });

/** Another title for the page, and the list of a new version that has it. */
function change(folder: string, { page, list }: { page: boolean; list: boolean }): void {
  const sumOf = (text: string) => createHash('sha256').update(text).digest('base64');
  const old = readFileSync(join(dist, 'index.html'), 'utf8');
  const next = old.replace('<meta charset', '<meta name="version" content="next" /><meta charset');
  if (page) writeFileSync(join(folder, 'index.html'), next);
  const script = readFileSync(join(dist, 'service-worker.js'), 'utf8');
  expect(script).toContain(sumOf(old));
  if (list) writeFileSync(join(folder, 'service-worker.js'), script.replaceAll(sumOf(old), sumOf(next)));
}
const isNext = (page: Opened) => page.locator('meta[name="version"]').count();

test('after one visit the page opens cold with no server, below any path: charts, checks, console, a PDF, the story', async () => {
  const { site, stop } = await serveCopy();
  const { page, observed } = await openPage({ site, path: ZHUZHOU, keeps: true });
  await kept(page);
  const version = await page.locator('.page-foot').innerText();
  expect(version).toMatch(/随页数据版本 [0-9a-f]{8}（6 份文件）/);
  await page.close();
  stop();

  const cold = await page.context().newPage();
  await cold.goto(new URL(ZHUZHOU, site).href);
  await drawn(cold);
  expect(await cold.locator('h1').innerText()).toContain('6504.45万元');
  await cold.goto(new URL(`${ZHUZHOU}&view=reconciliation`, site).href);
  await cold.locator('.finding-items').waitFor({ timeout: 90_000 });
  await cold.goto(new URL(`${ZHUZHOU}&view=sql`, site).href);
  await cold.locator('.cm-content').waitFor({ timeout: 90_000 });
  await cold
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: 'archive.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfOf(write(SAMPLE, PLAIN))) },
    ]);
  await cold.locator('dialog[open]').getByText('青川市档案馆 2023年部门决算').waitFor({ timeout: 60_000 });

  // As the installed app is started, and played by keyboard to its end.
  const app = await page.context().newPage();
  await app.goto(site);
  await drawn(app);
  await app.goto(new URL(ZHUZHOU, site).href);
  await drawn(app);
  await app.keyboard.press('f');
  const headlines = new Set<string>();
  for (let step = 1; step <= 7; step++) {
    await shown(app, step);
    headlines.add(await app.locator('.stage.whole-screen h1, .stage.whole-screen h2').first().innerText());
    await app.keyboard.press('PageDown');
  }
  expect(headlines.size).toBe(7);
  expect([...headlines].join()).toContain('565.63万元');
  expect(observed).toMatchObject({ pageErrors: [], policyViolations: [], foreignRequests: [] });
});

test('a new version waits, is offered, and is taken whole; a host that is only half updated changes nothing', async () => {
  const { site, folder } = await serveCopy();
  const { page } = await openPage({ site, path: ZHUZHOU, keeps: true });
  await kept(page);

  change(folder, { page: true, list: false });
  await page.reload();
  await drawn(page);
  expect(await isNext(page)).toBe(0);

  cpSync(join(dist, 'index.html'), join(folder, 'index.html'));
  change(folder, { page: false, list: true });
  await page.reload();
  await drawn(page);
  await page.locator('[data-offline]').waitFor({ timeout: 60_000 });
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing ?? null), {
      timeout: 60_000,
    })
    .toBe(null);
  expect(await isNext(page)).toBe(0);
  expect(await page.locator('.notice', { hasText: '有新版本' }).count()).toBe(0);

  change(folder, { page: true, list: true });
  await page.reload();
  const offer = page.locator('.notice', { hasText: '有新版本' });
  await offer.waitFor({ timeout: 120_000 });
  expect(await isNext(page)).toBe(0);
  await offer.getByRole('button', { name: '换用新版本' }).click();
  await expect.poll(() => isNext(page), { timeout: 60_000 }).toBe(1);
  await drawn(page);
  expect(page.url()).toContain(ZHUZHOU);
});
