import { expect, test } from 'vitest';
import { VIEWS } from '../../src/state/address.ts';
import { openPage } from './browser.ts';

const WAIT = { timeout: 60_000 };

test('No page is wider than a phone, and the open one stands in the line of pages', async () => {
  const { page, observed } = await openPage({
    path: '?department=zhuzhou-ecology&year=2024',
    viewport: { width: 390, height: 844 },
  });
  for (const view of VIEWS) {
    await page.locator(`nav.views a[data-view="${view}"]`).click(WAIT);
    await page.locator('main h1').first().waitFor(WAIT);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), { message: view })
      .toBeLessThanOrEqual(0);
    const place = await page.locator('nav.views a[aria-current="page"]').boundingBox();
    expect(place, view).not.toBeNull();
    expect(place!.x, view).toBeGreaterThanOrEqual(0);
    expect(place!.x + place!.width, view).toBeLessThanOrEqual(390);
  }
  expect(observed).toMatchObject({ consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] });
});
