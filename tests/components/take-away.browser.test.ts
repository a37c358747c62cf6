import '../../src/app.css';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import TakeMenu from '../../src/components/TakeMenu.svelte';
import type { TakeAway } from '../../src/components/take-away.ts';
import { pngOf } from '../../src/exports/png.ts';
import { textsOf } from '../../src/language/texts.ts';

const texts = textsOf('zh');
const LINK = 'http://example.org/?year=2024';
const menuOf = (over: Partial<TakeAway> = {}) => {
  const take: TakeAway = {
    kinds: ['png', 'svg', 'csv', 'xlsx'],
    save: async (kind) => `甲局_支出_2024.${kind}`,
    of: '甲局 · 支出 · 2024 年',
    link: LINK,
    embed: (height) => `<iframe height="${height}">`,
    ...over,
  };
  return render(TakeMenu, { take, of: '支出最多的是教育', height: () => 321, texts });
};
const open = () => page.getByRole('button', { name: '取用：支出最多的是教育' }).click();

beforeEach(() => page.viewport(1000, 700));

test('the menu opens by keyboard, says what was saved, and gives the focus back', async () => {
  await menuOf();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await page.getByRole('button', { name: 'CSV' }).click();
  await expect.element(page.getByRole('status')).toHaveTextContent('已存为 甲局_支出_2024.csv');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: /^取用/ })).toHaveFocus();
});

test('what could not be made is said, and the rest can still be had', async () => {
  await menuOf({
    save: (kind) => (kind === 'png' ? Promise.reject(new Error('画布太大')) : Promise.resolve('甲.svg')),
  });
  await open();
  await page.getByRole('button', { name: 'PNG' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('没有生成：画布太大');
  await page.getByRole('button', { name: 'SVG' }).click();
  await expect.element(page.getByRole('status')).toHaveTextContent('已存为 甲.svg');
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('without a clipboard the link stands selected, with a word on how to copy it', async () => {
  const writing = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
  try {
    await menuOf();
    await open();
    await page.getByRole('button', { name: '复制本页链接' }).click();
    await expect.element(page.getByRole('status')).toHaveTextContent('已选中，请按 Ctrl/⌘ C 复制。');
    expect(document.getSelection()?.toString()).toBe(LINK);
  } finally {
    writing.mockRestore();
  }
});

test('the frame is as high as the panel; where nothing can stand alone there is none', async () => {
  const { unmount } = await menuOf();
  await open();
  await expect.element(page.getByLabelText('嵌入代码', { exact: true })).toHaveValue('<iframe height="321">');
  await unmount();
  await menuOf({ kinds: ['csv', 'xlsx'], embed: null });
  await open();
  await expect.element(page.getByRole('button', { name: 'XLSX' })).toBeVisible();
  expect(page.getByLabelText('嵌入代码', { exact: true }).elements()).toEqual([]);
  expect(page.getByRole('button', { name: 'PNG' }).elements()).toEqual([]);
});

test('a picture has twice the size of its SVG, and one too high for a canvas as much as fits', async () => {
  const svg = (width: number, height: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#123"/></svg>`;
  const sizeOf = async (text: string) => {
    const { width, height } = await createImageBitmap(new Blob([new Uint8Array(await pngOf(text))]));
    return [width, height];
  };
  expect(await sizeOf(svg(300, 120))).toEqual([600, 240]);
  expect(await sizeOf(svg(100, 20_000))).toEqual([82, 16_384]);
  await expect(pngOf('<svg')).rejects.toThrow();
});
