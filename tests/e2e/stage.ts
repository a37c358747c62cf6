import type { Page } from 'playwright-core';

/** The step is drawn: its text, and its chart where it has one. */
export async function shown(page: Page, step: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const stage = document.querySelector('.stage.whole-screen[data-status="ready"]');
      const place = stage?.querySelector('.slide-place-of')?.textContent ?? '';
      const room = stage?.querySelector('.slide-room');
      const drawn = room?.querySelector('.slide-chart') === null || room?.querySelector('svg text') !== null;
      return place.startsWith(`${wanted} /`) && drawn;
    },
    step,
    { timeout: 60_000 },
  );
}
