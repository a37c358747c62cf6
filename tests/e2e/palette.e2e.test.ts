import { expect, test } from 'vitest';
import { findAccessibilityViolations, openPage } from './browser.ts';

const WAIT = { timeout: 60_000 };
const START = { path: '?department=putuo-finance&year=2024&unit=yi' };
const address = (url: string) => Object.fromEntries(new URL(url).searchParams);

test('From anywhere to a department by the initials of its name, to a page and to a measure, and back', async () => {
  const { page, observed } = await openPage(START);
  await page.locator('svg.marks').first().waitFor(WAIT);
  const go = async (letters: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '查找并前往' }).fill(letters);
    await page.getByRole('dialog').getByRole('option').first().waitFor(WAIT);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await go('zzsthj');
  await expect.poll(() => address(page.url())).toEqual({ department: 'zhuzhou-ecology', year: '2024', unit: 'yi' });
  await go('zhixing');
  await expect.poll(() => address(page.url())).toMatchObject({ department: 'zhuzhou-ecology', view: 'execution' });
  await go('sgjf');
  await expect.poll(() => address(page.url())).toMatchObject({ view: 'trends', items: 'three_public', unit: 'yi' });
  await go('普陀财政 2023');
  await expect
    .poll(() => address(page.url()))
    .toMatchObject({ department: 'putuo-finance', year: '2023', view: 'trends' });
  await page.goBack();
  await expect.poll(() => address(page.url())).toMatchObject({ department: 'zhuzhou-ecology', view: 'trends' });
  expect(observed).toMatchObject({ consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] });
});

test.each([
  [1366, 768, 'light'],
  [390, 844, 'dark'],
] as const)(
  'The palette fits a window of %i × %i (%s), passes axe, and gives the focus back',
  async (width, height, colorScheme) => {
    const { page } = await openPage({ ...START, viewport: { width, height }, colorScheme });
    await page.locator('svg.marks').first().waitFor(WAIT);
    const button = page.getByRole('button', { name: /^查找/ });
    await button.click();
    const dialog = page.getByRole('dialog');
    await page.getByRole('combobox', { name: '查找并前往' }).fill('普陀');
    await dialog.getByRole('option').first().waitFor(WAIT);
    const box = await dialog.boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(width);
    expect(box!.y + box!.height).toBeLessThanOrEqual(height);
    expect((await findAccessibilityViolations(page)).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
  },
);
