import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './browser.ts';
import { shown } from './stage.ts';

const ZHUZHOU = '?department=zhuzhou-ecology&year=2024';
const STEPS = 7;

/** What the audience sees: sizes of type in px of the screen, what runs over the edge, and scroll bars. */
function seen(page: Page) {
  return page.evaluate(() => {
    const stage = document.querySelector('.stage.whole-screen')!;
    const sizes: { text: string; px: number }[] = [];
    const outside: string[] = [];
    const scaleOf = (element: Element): number => {
      if (!(element instanceof SVGGraphicsElement)) return 1;
      const matrix = element.getScreenCTM();
      return matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
    };
    for (const element of stage.querySelectorAll('*')) {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      const text = own
        .map((node) => node.textContent ?? '')
        .join('')
        .trim();
      const box = element.getBoundingClientRect();
      if (text === '' || element.closest('.stage-tools') !== null || box.width === 0) continue;
      sizes.push({ text, px: Number(getComputedStyle(element).fontSize.replace('px', '')) * scaleOf(element) });
      if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
        outside.push(text);
    }
    const room = stage.querySelector('.slide-room')!.getBoundingClientRect();
    const charts = [...stage.querySelectorAll('.slide-room svg')].map((svg) => svg.getBoundingClientRect());
    const root = document.documentElement;
    return {
      smallest: sizes.toSorted((a, b) => a.px - b.px)[0]!,
      texts: sizes.map(({ text }) => text),
      outside,
      // A chart that is larger than its room lies on the words around it.
      beyond: charts
        .map(({ right, bottom }) => Math.max(right - room.right, bottom - room.bottom))
        .filter((px) => px > 2),
      scrolls: root.scrollHeight > root.clientHeight || root.scrollWidth > root.clientWidth,
      bars: [innerWidth - root.clientWidth],
    };
  });
}

test.each([
  { width: 1920, height: 1080, least: 28 },
  { width: 1024, height: 768, least: 19.9 },
])(
  'The story of 株洲市生态环境局 2024 is played by keyboard at $width × $height, large and without a scroll bar',
  async (size) => {
    const { page, observed } = await openPage({ path: ZHUZHOU, viewport: size });
    await page.waitForSelector('#structure[data-status="ready"] svg');
    await page.keyboard.press('f');
    const headlines: string[] = [];
    for (let step = 1; step <= STEPS; step++) {
      await shown(page, step);
      const { smallest, outside, scrolls, bars, texts } = await seen(page);
      expect(smallest.px, `${step}: ${smallest.text}`).toBeGreaterThanOrEqual(size.least);
      expect(outside, `${step}`).toEqual([]);
      // It is drawn anew when the words around it have found their place.
      await expect.poll(async () => (await seen(page)).beyond, { timeout: 20_000 }).toEqual([]);
      expect(scrolls).toBe(false);
      expect(bars).toEqual([0]);
      expect(texts.length).toBeGreaterThan(5);
      headlines.push((await page.textContent('.slide h1'))!.trim());
      await page.keyboard.press(step % 2 === 1 ? 'ArrowRight' : 'PageDown');
    }
    expect(headlines[0]).toContain('2024年收支总计6504.45万元');
    expect(headlines[0]).toContain('下降8.0%');
    expect(new Set(headlines).size).toBe(STEPS);
    // The last step is the last.
    await shown(page, STEPS);
    await page.keyboard.press('Home');
    await shown(page, 1);
    await page.keyboard.press('4');
    await page.keyboard.press('Enter');
    await shown(page, 4);
    await page.keyboard.press('Shift+Space');
    await shown(page, 3);
    // What is open outlives the page, and back goes where it came from.
    await page.reload();
    await shown(page, 3);
    await page.goBack();
    await shown(page, 4);
    await page.keyboard.press('b');
    await page.waitForSelector('.stage-blank');
    await page.keyboard.press('b');
    await page.waitForSelector('.stage-blank', { state: 'detached' });
    await page.keyboard.press('Escape');
    await page.waitForSelector('.stage.whole-screen', { state: 'detached' });
    expect(new URL(page.url()).searchParams.get('present')).toBeNull();
    expect(observed.consoleErrors).toEqual([]);
    expect(observed.pageErrors).toEqual([]);
    expect(observed.policyViolations).toEqual([]);
  },
);

test('In the room: the table, the source, another body, and back to the same step', async () => {
  const { page, observed } = await openPage({
    path: `${ZHUZHOU}&view=story&present=screen&step=4&story=auto`,
    viewport: { width: 1920, height: 1080 },
  });
  await shown(page, 4);
  await page.keyboard.press('t');
  await page.waitForSelector('.stage-sheet table td');
  expect(await page.textContent('.stage-sheet table')).toContain('公务接待费');
  expect((await seen(page)).smallest.px).toBeGreaterThanOrEqual(28);
  await page.keyboard.press('s');
  await page.waitForFunction(() => document.querySelector('.stage-sheet dl')?.textContent?.includes('45.07'));
  expect((await seen(page)).outside).toEqual([]);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.stage-sheet', { state: 'detached' });
  await page.keyboard.press('k');
  await page.waitForSelector('.stage-sheet [role="listbox"]');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.slide-kicker')?.textContent?.includes('万里街道'));
  expect(await page.textContent('.slide h1')).toContain('三公');
  await page.keyboard.press('Backspace');
  await page.waitForFunction(() => document.querySelector('.slide-kicker')?.textContent?.includes('株洲市生态环境局 '));
  await shown(page, 4);
  expect(observed.pageErrors).toEqual([]);
});

test("The presenter's window says what comes next, and moves the other one", async () => {
  const { page, observed } = await openPage({
    path: `${ZHUZHOU}&view=story&present=screen&step=1&story=auto`,
  });
  await shown(page, 1);
  const [notes] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('p')]);
  await notes.waitForSelector('.presenter .next');
  expect(await notes.textContent('.presenter h1')).toContain('2024年收支总计');
  expect(await notes.textContent('.elapsed')).toMatch(/^\d\d:\d\d$/);
  await notes.keyboard.press('ArrowRight');
  await shown(page, 2);
  await notes.waitForFunction(() => document.querySelector('.presenter header')?.textContent?.includes('2 / 7'));
  expect(observed.pageErrors).toEqual([]);
  expect(observed.policyViolations).toEqual([]);
});

test('A panel becomes a step with one action; the story is arranged, titled, annotated, and lives in its address', async () => {
  const { page, observed } = await openPage({ path: `${ZHUZHOU}&view=change` });
  await page.waitForSelector('#change[data-status="ready"]');
  await page.click('#change button:has-text("加入讲述")');
  await page.click('nav a[data-view="structure"]');
  await page.waitForSelector('#subjects[data-status="ready"]');
  await page.click('#subjects button:has-text("加入讲述")');
  await page.click('#subjects a:has-text("看讲述")');
  const names = () => page.locator('.steps .panel-name').allTextContents();
  await page.waitForFunction(() => document.querySelectorAll('.steps .panel-name').length === 2);
  expect(await names()).toEqual(['1. 变动原因', '2. 支出结构']);
  await page.click('.steps .current button:has-text("下移")');
  await page.waitForFunction(() => document.querySelector('.steps .panel-name')?.textContent === '1. 支出结构');
  await page.click('.steps li:first-child .step');
  await page.fill('.editor input >> nth=0', '钱主要用在环保');
  await page.press('.editor input >> nth=0', 'Enter');
  await page.waitForSelector('.preview .slide-headline:has-text("钱主要用在环保")');
  await page.fill('.editor form input', '其中项目支出见下一步');
  await page.selectOption('.editor form select', { index: 1 });
  await page.click('.editor form button[type="submit"]');
  await page.waitForSelector('.preview .slide-notes:has-text("① 其中项目支出见下一步")');
  const address = page.url();
  expect(address.length).toBeLessThan(600);
  const other = await page.context().newPage();
  await other.goto(address);
  await other.waitForSelector('.preview .slide-headline:has-text("钱主要用在环保")');
  expect(await other.locator('.steps .panel-name').allTextContents()).toEqual(['1. 支出结构', '2. 变动原因']);
  await other.close();
  expect(observed.pageErrors).toEqual([]);
  expect(observed.policyViolations).toEqual([]);
});

test.each([
  'putuo-planning&year=2024',
  'putuo-social-work&year=2024',
  'putuo-wanli&year=2025',
  'putuo-finance&year=2023',
])('Every step of %s stays inside its screen at 4 : 3', async (body) => {
  const { page, observed } = await openPage({
    path: `?department=${body}&view=story&present=screen&story=auto`,
    viewport: { width: 1024, height: 768 },
  });
  await shown(page, 1);
  // Steps without data are known when all rows are there.
  await page.waitForFunction(() => document.querySelector('.stage')?.getAttribute('data-waiting') === '0');
  const count = Number((await page.textContent('.slide-place-of'))!.split('/')[1]);
  for (let step = 1; step <= count; step++) {
    await shown(page, step);
    const { smallest, outside, scrolls } = await seen(page);
    expect(smallest.px, smallest.text).toBeGreaterThanOrEqual(19.9);
    expect(outside, `${step}`).toEqual([]);
    await expect.poll(async () => (await seen(page)).beyond, { timeout: 20_000 }).toEqual([]);
    expect(scrolls).toBe(false);
    await page.keyboard.press('ArrowRight');
  }
  expect(observed.pageErrors).toEqual([]);
});
