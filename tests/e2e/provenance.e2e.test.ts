import { describe, expect, test } from 'vitest';
import { findAccessibilityViolations, openPage } from './browser.ts';

type Opened = Awaited<ReturnType<typeof openPage>>['page'];

const CLEAN = { consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] };
const ZHUZHOU = '?department=zhuzhou-ecology&year=2024';
const SHA256 = /SHA-256 [0-9a-f]{64}/;

/** Opens the source of what the keyboard is on, and waits until its quote is there. */
async function openSource(page: Opened, of: string): Promise<void> {
  const figure = page.locator(of).first();
  await figure.waitFor({ timeout: 60_000 });
  await figure.focus();
  await page.keyboard.press('Enter');
  await page.locator('.source-dialog .quotes .copied-text').first().waitFor({ timeout: 60_000 });
}

const sentence = (page: Opened): Promise<string> =>
  page.locator('.source-dialog .quotes .copied-text p').first().innerText();

/** Tabs within the dialog until the keyboard is on a link with that text. */
async function tabTo(page: Opened, text: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.textContent?.startsWith(wanted) ?? false, text)) return;
  }
  throw new Error(`the keyboard never came to “${text}”`);
}

describe('By keyboard from a figure to its source, to the finding and back', () => {
  test.each([
    [
      'the overview',
      ZHUZHOU,
      '[data-measure=three_public] .figure',
      /^2024年度，株洲市生态环境局“三公”经费决算数45\.07万元，比上年减少2\.37万元，下降5\.0%（上年数47\.44万元由本年文件所写的增减额推得，非公布数）.*59\.43万元，不一致，待核实/,
    ],
    [
      'the page of execution',
      `${ZHUZHOU}&view=execution`,
      'h1 .sentence',
      /^2024年度，株洲市生态环境局支出合计决算数6,504\.45万元，为年初预算数5,529\.26万元的117\.6%/,
    ],
    [
      'the comparison',
      `${ZHUZHOU}&view=compare&measure=three_public&by=amount`,
      '.compare-apart .figure',
      /^2024年度，株洲市生态环境局“三公”经费决算数45\.07万元/,
    ],
  ])('on %s', async (_, path, of, said) => {
    const { page, observed } = await openPage({ path });
    await openSource(page, of);
    expect(await sentence(page)).toMatch(said);
    expect(await page.locator('.source-dialog').innerText()).toMatch(/共 \d+ 处核对：/);
    await tabTo(page, '打开这处核对');
    await page.keyboard.press('Enter');
    await page.waitForURL(/view=reconciliation.*finding=/);
    await page.getByRole('dialog').waitFor({ timeout: 60_000 });
    await page.goBack();
    await page.locator(of).first().waitFor({ timeout: 60_000 });
    expect(new URL(page.url()).search).toContain('zhuzhou-ecology');
    expect(page.url()).not.toContain('finding=');
    expect(observed).toMatchObject(CLEAN);
  });

  test('what cannot be attributed to a subject is quoted as a change, and never as an amount', async () => {
    const { page, observed } = await openPage({ path: `${ZHUZHOU}&view=change` });
    await page.locator('#change svg.marks').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '表格' }).focus();
    await page.keyboard.press('Enter');
    await openSource(page, '#change .data-table tr:has-text("无法分解") .figure');
    expect(await sentence(page)).toBe(
      '2024年度，株洲市生态环境局支出合计比上年的增减额-565.63万元中，-565.63万元无法分解（没有上年分科目的数）。',
    );
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.source-dialog').count()).toBe(0);
    expect(observed).toMatchObject(CLEAN);
  });
});

test('The sentence and the citation are copied; the citation names files, SHA-256 and this address', async () => {
  const { page, observed } = await openPage({ path: ZHUZHOU });
  const origin = new URL(page.url()).origin;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  await openSource(page, '[data-measure=total] .figure');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: '复制中文引文' }).click();
  await page.getByText('已复制').waitFor();
  expect(await copied()).toBe(await sentence(page));
  await page.getByRole('button', { name: '复制中文出处' }).click();
  await expect
    .poll(copied)
    .toMatch(/^《2024年度株洲市生态环境局部门决算》，2024年决算数：收入支出决算总表·行「总计」·列「收入 决算数」/);
  const citation = await copied();
  expect(citation).toMatch(new RegExp(`来源文件 \\S+，${SHA256.source}（二次来源副本，未与官方网站核对）`));
  expect(citation).toMatch(new RegExp(`数据快照 zhuzhou-ecology-\\S+\\.parquet，${SHA256.source}`));
  expect(citation).toContain(page.url());
  expect(citation).toMatch(/访问日期 \d{4}-\d\d-\d\d。$/);
  expect(observed).toMatchObject(CLEAN);
});

test('The SQL of a figure runs in the console, for its body and year', async () => {
  const { page } = await openPage({ path: ZHUZHOU });
  await openSource(page, '[data-measure=total] .figure');
  await page.getByText('计算用的 SQL').click();
  await page.getByRole('link', { name: /^在 SQL 查询页打开/ }).click();
  await page.waitForURL(/view=sql/);
  const result = page.locator('table').filter({ hasText: '6504.45' }).first();
  await result.waitFor({ timeout: 90_000 });
  expect(await result.innerText()).toContain('zhuzhou-ecology');
});

test.each([
  ['light', ''],
  ['dark', '&lang=en'],
] as const)('The dialog has no accessibility violation and fits a phone (%s)', async (colorScheme, language) => {
  const { page } = await openPage({
    path: ZHUZHOU + language,
    colorScheme,
    viewport: { width: 390, height: 844 },
  });
  await openSource(page, '[data-measure=three_public] .figure');
  for (const summary of await page.locator('.source-dialog summary').all()) await summary.click();
  await page.locator('.source-dialog pre').waitFor();
  expect(await page.evaluate(() => document.querySelector('.source-dialog')!.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await findAccessibilityViolations(page)).toEqual([]);
});
