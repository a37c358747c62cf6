import { describe, expect, test } from 'vitest';
import { findAccessibilityViolations, openPage } from './browser.ts';

type Opened = Awaited<ReturnType<typeof openPage>>['page'];

/** Waits until every chart of the overview is drawn. */
async function waitForCharts(page: Opened): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelectorAll('section.panel svg.marks').length >= 4 && !document.querySelector('[aria-busy=true]'),
    undefined,
    { timeout: 60_000 },
  );
}

const choice = (page: Opened, label: string) => page.locator('label.choice', { hasText: label }).locator('select');

const ZHUZHOU = '?department=zhuzhou-ecology&year=2024';

describe('The overview of 株洲市生态环境局 2024', () => {
  test('shows the total, its change and its rate, and asks nobody but its own host', async () => {
    const { page, observed } = await openPage({ path: ZHUZHOU });
    await waitForCharts(page);
    const text = await page.locator('main').innerText();
    expect(text).toContain('6,504.45');
    expect(text).toContain('-565.63');
    expect(text).toContain('-8.0%');
    expect(await page.locator('h1').innerText()).toMatch(/减少\s*565\.63\s*万元.*下降\s*8\.0%/s);
    expect(observed).toMatchObject({ consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] });
    expect(observed.requests.some((address) => address.endsWith('.wasm'))).toBe(true);
    expect(observed.requests.some((address) => address.endsWith('.parquet'))).toBe(true);
  });

  test.each([
    [1366, 768, 'light'],
    [1920, 1080, 'dark'],
    [390, 844, 'light'],
  ] as const)('fits a window of %i × %i (%s) and passes axe', async (width, height, colorScheme) => {
    const { page } = await openPage({ path: ZHUZHOU, viewport: { width, height }, colorScheme });
    await waitForCharts(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const violations = await findAccessibilityViolations(page);
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });

  test('changes department and year by keyboard alone, and the address says so', async () => {
    const { page } = await openPage({ path: ZHUZHOU });
    await waitForCharts(page);
    const reached = new Set<string>();
    for (let step = 0; step < 12 && !reached.has('部门'); step++) {
      await page.keyboard.press('Tab');
      reached.add(await focusedLabel(page));
    }
    expect([...reached]).toContain('部门');
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/department=zhuzhou-ecology-/);
    await expect.poll(() => page.locator('main').innerText()).toMatch(/支队|本级/);
    await page.keyboard.press('Tab');
    expect(await focusedLabel(page)).toBe('年度');
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/year=2023/);
    await page.goBack();
    await page.waitForURL(/year=2024/);
    await expect.poll(() => choice(page, '年度').inputValue()).toContain('2024');
  });

  test('shows the year before as implied, not as published', async () => {
    const { page } = await openPage({ path: '?department=zhuzhou-ecology&year=2023' });
    await page.getByText('7,070.08').first().waitFor({ timeout: 60_000 });
    expect(await page.locator('main').innerText()).toContain('推得');
  });

  test('opens the source of a figure and closes it again by keyboard', async () => {
    const { page } = await openPage({ path: ZHUZHOU });
    await waitForCharts(page);
    const figure = page.locator('button.figure', { hasText: '45.07' }).first();
    await figure.focus();
    await page.keyboard.press('Enter');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    const source = await dialog.innerText();
    expect(source).toContain('株洲市生态环境局');
    expect(source).toMatch(/文本行\s+427/);
    expect(source).toContain('59.43');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' }).catch(() => undefined);
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  test('shows the exact table behind a chart', async () => {
    const { page } = await openPage({ path: ZHUZHOU });
    await waitForCharts(page);
    await page.locator('section.panel').first().getByRole('button', { name: '表格' }).click();
    const table = page.locator('section.panel').first().getByRole('table');
    await table.waitFor();
    expect(await table.innerText()).toContain('5,077.56');
  });

  test('speaks English on request, with the amounts unchanged', async () => {
    const { page } = await openPage({ path: `${ZHUZHOU}&lang=en` });
    await waitForCharts(page);
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^en/);
    expect(await page.locator('main').innerText()).toContain('-565.63');
  });
});

describe('What cannot be had', () => {
  test('an unknown department or year opens what there is and says what it dropped', async () => {
    const { page } = await openPage({ path: '?department=nowhere&year=1999' });
    await waitForCharts(page);
    const notice = await page.locator('.notices').innerText();
    expect(notice).toContain('nowhere');
    expect(await page.locator('h1').innerText()).toContain('2024');
  });

  test('a damaged snapshot is refused by name, not shown', async () => {
    const { page } = await openPage({
      before: (page) =>
        page.route('**/*.parquet', async (route) => {
          const body = await (await route.fetch()).body();
          body[body.length >> 1]! ^= 1;
          await route.fulfill({ body, contentType: 'application/octet-stream' });
        }),
    });
    await page.locator('.notices').waitFor({ timeout: 60_000 });
    expect(await page.locator('.notices').innerText()).toContain('zhuzhou-ecology-2024-final-accounts');
    expect(await page.locator('main').innerText()).not.toContain('6,504.45');
  });

  test('without its data the page says what failed and starts once it is there', async () => {
    let broken = true;
    const { page } = await openPage({
      before: (page) =>
        page.route('**/manifest.json', (route) => (broken ? route.fulfill({ status: 404 }) : route.continue())),
    });
    const retry = page.getByRole('button', { name: '重试' });
    await retry.waitFor({ timeout: 60_000 });
    expect(await page.getByRole('alert').innerText()).toContain('manifest.json');
    broken = false;
    await retry.click();
    await waitForCharts(page);
  });
});

function focusedLabel(page: Opened): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLSelectElement)) return '';
    return focused.labels[0]?.querySelector('span')?.textContent ?? '';
  });
}
