import { describe, expect, test } from 'vitest';
import { findAccessibilityViolations, openPage } from './browser.ts';

type Opened = Awaited<ReturnType<typeof openPage>>['page'];

const CLEAN = { consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] };
const ZHUZHOU = '?department=zhuzhou-ecology&year=2024';
const WANLI = '?department=putuo-wanli&year=2025';

/** Waits until a panel of the view has that in its title and all its charts are drawn. */
async function waitForTitle(page: Opened, part: string): Promise<void> {
  await page.locator('section.panel h2', { hasText: part }).first().waitFor({ timeout: 60_000 });
  await page.locator('section.panel[data-status=ready] svg.marks').first().waitFor({ timeout: 60_000 });
}

describe('What caused a change', () => {
  test('of a budget is named, and followed down and back by keyboard; a link opens the same', async () => {
    const { page, observed } = await openPage({ path: `${WANLI}&view=change` });
    await waitForTitle(page, '2025年预算比上年增加3,355.64万元');
    expect(await page.locator('section.panel h2').innerText()).toContain('主要因为城乡社区支出增加3,498.40万元');
    await page.getByRole('link', { name: '城乡社区支出', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/subject=212/);
    await waitForTitle(page, '2025年城乡社区支出预算比上年增加3,498.40万元');
    await page.reload();
    await waitForTitle(page, '2025年城乡社区支出预算比上年增加3,498.40万元');
    await page.goBack();
    await waitForTitle(page, '2025年预算比上年增加');
    await page.goForward();
    await waitForTitle(page, '2025年城乡社区支出');
    expect(observed).toMatchObject(CLEAN);
  });

  test('of final accounts without last year’s subjects is one part that says so', async () => {
    const { page } = await openPage({ path: `${ZHUZHOU}&view=change` });
    await waitForTitle(page, '2024年支出较上年减少565.63万元，没有上年分科目的数');
    await page.getByRole('button', { name: '表格' }).click();
    const table = await page.getByRole('table').innerText();
    expect(table).toContain('无法分解');
    expect(table).toContain('-565.63');
  });
});

test('The share of 大气 is four clicks from the overview', async () => {
  const { page } = await openPage({ path: ZHUZHOU });
  await page.locator('#structure svg.marks').waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: '结构' }).click();
  await page.getByRole('link', { name: /^节能环保支出/ }).click();
  await page.getByRole('link', { name: /^污染防治/ }).click();
  await waitForTitle(page, '大气最多');
  await page.getByRole('button', { name: '表格' }).click();
  const row = page.getByRole('row', { name: /2110301/ });
  expect(await row.innerText()).toMatch(/809\.17[\s\S]*12\.44%/);
});

test('Trends hold bodies, subjects and the mode in the address', async () => {
  const { page, observed } = await openPage({ path: `${ZHUZHOU}&view=trends&items=total,three_public&mode=index` });
  await waitForTitle(page, '收支总计：2024年为2023年的 92.0%');
  await page.goto(
    page.url().replace('mode=index', 'mode=share').replace('total%2C', '2110301%2C').replace('total,', '2110301,'),
  );
  await waitForTitle(page, '大气占本年支出合计：2024年 12.44%');
  expect(observed).toMatchObject(CLEAN);
});

test('A vehicle and a guest have their cost, with the division behind it', async () => {
  const { page } = await openPage({ path: `${ZHUZHOU}&view=three-public` });
  await waitForTitle(page, '每位来宾接待费 192 元');
  await page.locator('#three-public-costs').getByRole('button', { name: '表格' }).click();
  await page.getByRole('button', { name: /^2\.6513/ }).click();
  const source = await page.locator('dialog[open]').innerText();
  expect(source).toContain('42.42 ÷ 16 = 2.6513');
  expect(source).toMatch(/文本行\s+571/);
});

type Size = [width: number, height: number, colorScheme: 'light' | 'dark'];
const DESK: Size = [1366, 768, 'light'];
const WALL: Size = [1920, 1080, 'dark'];
const PHONE: Size = [390, 844, 'light'];
describe.each([
  ['change', WANLI, '增加', [DESK, PHONE]],
  ['structure', ZHUZHOU, '节能环保', [WALL, PHONE]],
  ['trends', `${ZHUZHOU}&items=total,three_public,basic`, '收支总计', [DESK, PHONE]],
  ['three-public', ZHUZHOU, '45.07', [WALL, PHONE]],
] satisfies [string, string, string, Size[]][])('The view %s', (view, path, title, sizes) => {
  test.each<Size>(sizes)('fits a window of %i × %i (%s) and passes axe', async (width, height, colorScheme) => {
    const { page, observed } = await openPage({
      path: `${path}&view=${view}`,
      viewport: { width, height },
      colorScheme,
    });
    await waitForTitle(page, title);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const violations = await findAccessibilityViolations(page);
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    expect(observed).toMatchObject(CLEAN);
  });
});
