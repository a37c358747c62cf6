import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { findAccessibilityViolations, openPage } from './browser.ts';

const at = (statement: string) => `?view=sql&sql=${encodeURIComponent(statement)}`;
const TOTALS = "select actual, actual / 3 as third from fct_measures where measure = 'total' order by actual desc";
/** Never gives the engine a moment to listen. */
const ENDLESS = 'select count(*) from range(1000000) a, range(1000000) b';
/** Too deep for the small stack of the engine. */
const DEADLY = Array.from({ length: 300 }, (_, i) => `select ${i} as a`).join(' union all ');

async function run(page: Page, statement: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(statement);
  await page.keyboard.press('Control+Enter');
}

/** The console starts an engine of its own, which takes its time on a slow machine. */
async function openConsole(opening: Parameters<typeof openPage>[0]) {
  return openPage({ ...opening, before: async (page) => page.setDefaultTimeout(100_000) });
}

const clean = { consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] };

test('A link opens what its statement gives; it is taken away as CSV, and nothing was asked of others', async () => {
  const { page, observed } = await openConsole({ path: at(TOTALS) });
  await page.getByRole('cell', { name: '6504.45' }).waitFor();
  await page.getByText('浮点数，非精确', { exact: true }).waitFor();
  // Styled where it lives: the policy allows no style element.
  const gutter = page.locator('.cm-gutters');
  expect(await gutter.evaluate((element) => getComputedStyle(element).display)).toBe('flex');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'saved-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await saved.saveAs(join(folder, 'result.csv'));
  const text = await readFile(join(folder, 'result.csv'), 'utf8');
  expect(text).toMatch(/^\uFEFFactual,third\r\n/);
  expect(text).toContain('\r\n6504.45,');
  await page.getByRole('button', { name: '图', exact: true }).click();
  await page.locator('.chart svg').waitFor();
  expect(observed).toMatchObject(clean);
});

test('What runs without end is stopped, the tables are back, and the page beside it has lost nothing', async () => {
  const { page, observed } = await openConsole({ path: at(ENDLESS) });
  await page.getByText(/正在查询… [1-9]/).waitFor();
  await page.getByRole('button', { name: '停止' }).click();
  await page.getByRole('alert').getByText('已停止').waitFor();
  await run(page, TOTALS);
  await page.getByRole('cell', { name: '6504.45' }).waitFor();
  await page.getByRole('link', { name: '总览' }).click();
  await page.locator('.chart svg').first().waitFor();
  expect(observed).toMatchObject(clean);
});

test('What kills the engine is told, as is what would write, and the tables are back', async () => {
  const { page, observed } = await openConsole({ path: at(DEADLY) });
  await page.getByRole('alert').getByText('崩溃').waitFor();
  await run(page, 'delete from snapshot');
  await page.getByRole('alert').getByText('不能运行以 DELETE 开头的语句').waitFor();
  await run(page, TOTALS);
  await page.getByRole('cell', { name: '6504.45' }).waitFor();
  expect(observed).toMatchObject(clean);
});

test('Tables, columns and functions are offered while a statement is written', async () => {
  const { page } = await openConsole({ path: '?view=sql' });
  await page.getByRole('heading', { name: '表和列' }).waitFor();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('select d.department_n');
  await page.keyboard.insertText(' from dim_bodies as d');
  for (let i = 0; i < ' from dim_bodies as d'.length; i += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+ ');
  await page.locator('.cm-tooltip-autocomplete').getByText('department_name').waitFor();
});

test.each([
  ['light', 1366],
  ['dark', 390],
] as const)('axe finds no fault with the console, %s and %i wide', async (colorScheme, width) => {
  const { page } = await openConsole({ path: at(TOTALS), colorScheme, viewport: { width, height: 844 } });
  await page.getByRole('cell', { name: '6504.45' }).waitFor();
  const found = await findAccessibilityViolations(page);
  expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});

test('The first view does without the console', async () => {
  const { page, observed } = await openPage();
  await page.locator('.chart svg').first().waitFor();
  expect(observed.requests.filter((address) => /console|codemirror/i.test(address))).toEqual([]);
});
