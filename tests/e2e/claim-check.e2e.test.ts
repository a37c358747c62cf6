import { expect, test } from 'vitest';
import { findAccessibilityViolations, openPage } from './browser.ts';

const EXAMPLE = '2024年度“三公”经费支出决算为45.07万元，与上年相比减少2.37万元，下降4.4%';
const VERDICTS = ['1 符合', '2 符合（另有不一致）', '3 不一致（待核实）'];

test('a sentence pasted into the page gets three verdicts, which a reload keeps', async () => {
  const { page, observed } = await openPage({ path: '?department=zhuzhou-ecology&year=2024' });
  await page.getByRole('link', { name: '核对一句话' }).click();
  await page.getByLabel('要核对的句子').fill(EXAMPLE);
  const verdicts = page.locator('mark a');
  await expect.poll(() => verdicts.allInnerTexts(), { timeout: 60_000 }).toEqual(VERDICTS);
  const found = await page.locator('main').innerText();
  expect(found).toContain('-4.9958%');
  expect(found).toContain('改以预算数为分母则相符：-2.37 ÷ 53.5 = -4.4299%');
  expect(found).toContain('45.07 − 59.43 = -14.36');
  await page.reload();
  await expect.poll(() => verdicts.allInnerTexts(), { timeout: 60_000 }).toEqual(VERDICTS);
  expect(await page.getByLabel('要核对的句子').inputValue()).toBe(EXAMPLE);
  expect(observed).toMatchObject({ consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] });
});

test.each([
  [1366, 768, 'light'],
  [390, 844, 'dark'],
] as const)('fits a window of %i × %i (%s) and passes axe', async (width, height, colorScheme) => {
  const path = `?department=zhuzhou-ecology&year=2024&view=check&claim=${encodeURIComponent(EXAMPLE)}`;
  const { page } = await openPage({ path, viewport: { width, height }, colorScheme });
  await page.locator('.checked').nth(2).waitFor({ timeout: 60_000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  const violations = await findAccessibilityViolations(page);
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
});
