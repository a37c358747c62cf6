import { describe, expect, test } from 'vitest';
import { findAccessibilityViolations, openPage } from './browser.ts';

type Opened = Awaited<ReturnType<typeof openPage>>['page'];

const OVERVIEW = '?department=zhuzhou-ecology&year=2024';
const WAIT = { timeout: 60_000 };
const choose = (page: Opened, label: string, value: string) =>
  page.locator('label.choice', { hasText: label }).last().locator('select').selectOption(value);
const title = (page: Opened) => page.locator('h1').innerText();
const CLEAN = { consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] };

/** Serious and critical violations of the page as it stands. */
async function barriers(page: Opened) {
  const violations = await findAccessibilityViolations(page);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}

describe('Which of the bodies cut its 三公 most', () => {
  test('is answered within five choices, by actual amounts and by budgets, and what is contested stands apart', async () => {
    const { page, observed } = await openPage({ path: OVERVIEW });
    await page.locator('nav.views a', { hasText: '部门比较' }).click(WAIT);
    await page.locator('.compare .chart svg').first().waitFor(WAIT);
    await choose(page, '指标', 'three_public');
    await choose(page, '比较年度', '-0');
    // Left open, amounts are ranked: only one body has a change of these that can be.
    await choose(page, '排列依据', 'change_pct');
    await expect.poll(() => title(page)).toMatch(/规划和自然资源局.*下降27\.8%/s);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/年初预算.*万里街道办事处（2025年），减少10\.00万元（下降20\.9%）/s);
    const aside = await page.locator('.compare-apart').innerText();
    expect(aside).toMatch(/株洲市生态环境局[\s\S]*-2\.37[\s\S]*47\.44 与 59\.43/);
    expect(page.url()).toContain('measure=three_public');
    expect(page.url()).toContain('at=-0');
    await page.reload();
    await expect.poll(() => title(page).catch(() => ''), WAIT).toMatch(/规划和自然资源局/);
    await page.goBack();
    await expect.poll(() => page.url()).not.toContain('by=change_pct');
    await page.goForward();
    await expect.poll(() => page.url()).toContain('by=change_pct');
    expect(observed).toMatchObject(CLEAN);
  });

  test('a figure of the comparison opens its source by keyboard', async () => {
    const { page } = await openPage({ path: `${OVERVIEW}&view=compare` });
    await page.locator('#dots-actual button', { hasText: '表格' }).click(WAIT);
    const figure = page.locator('#dots-actual button.figure', { hasText: '6,504.45' });
    await figure.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('dialog[open]').innerText()).toContain('-565.63');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
  });
});

describe('Which projects spent under 70 % of their revised budget', () => {
  test('is answered in two clicks, and the address keeps the answer', async () => {
    const { page, observed } = await openPage({ path: OVERVIEW });
    await page.locator('nav.views a', { hasText: '执行明细' }).click(WAIT);
    await page.getByRole('button', { name: '70% 以下' }).click(WAIT);
    await expect.poll(() => title(page)).toContain('6 个项目');
    const rows = page.locator('section', { hasText: '项目 6 / 30 个' }).locator('tbody tr');
    const texts = await rows.allInnerTexts();
    expect(texts).toHaveLength(6);
    for (const row of texts) expect(row).toContain('全年预算');
    expect(texts.join('\n')).toMatch(/排污许可核发专项[\s\S]*60\.0%/);
    expect(await page.locator('main').innerText()).toContain('1 个重复列示同一笔钱，1 个不计入本部门支出');
    await page.reload();
    await expect.poll(() => title(page).catch(() => ''), WAIT).toContain('6 个项目');
    await page.goBack();
    await expect.poll(() => title(page)).toContain('117.6%');
    expect(observed).toMatchObject(CLEAN);
  });
});

describe('The leads', () => {
  test('lead to the finding that they speak of, and back', async () => {
    const { page, observed } = await openPage({
      path: `${OVERVIEW}&view=leads&kind=contradiction&bodies=zhuzhou-ecology`,
    });
    const item = page.locator('.leads ol > li').first();
    await item.waitFor(WAIT);
    expect(await item.innerText()).toContain('不一致（待核实）');
    await item.getByRole('link', { name: '核对结果' }).click();
    await page.locator('dialog[open]').waitFor(WAIT);
    expect(page.url()).toContain('finding=');
    await page.goBack();
    await item.waitFor(WAIT);
    expect(observed).toMatchObject(CLEAN);
  });
});

test.each([
  ['compare', '.compare .chart svg', 1366, 768, 'light'],
  ['compare', '.compare .chart svg', 390, 844, 'dark'],
  ['leads', '.leads li', 390, 844, 'light'],
  ['leads', '.leads li', 1920, 1080, 'dark'],
  ['execution', '.execution-page tbody tr', 390, 844, 'light'],
  ['execution', '.execution-page tbody tr', 1366, 768, 'dark'],
] as const)(
  'the page %s (%s) fits a window of %i × %i (%s) and passes axe',
  async (view, sign, width, height, colorScheme) => {
    const { page } = await openPage({ path: `${OVERVIEW}&view=${view}`, viewport: { width, height }, colorScheme });
    await page.locator(sign).first().waitFor(WAIT);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await barriers(page)).toEqual([]);
  },
);
