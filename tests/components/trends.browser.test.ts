import '../../src/app.css';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../src/App.svelte';
import { startedFixture } from '../fixtures/dashboard-rows.ts';

const start = async () => startedFixture();
const title = () => page.getByRole('heading', { level: 2 });
const parameter = (name: string) => new URLSearchParams(location.search).get(name);

beforeEach(async () => {
  history.replaceState(null, '', `${location.pathname}?department=example-parks&year=2024&view=trends`);
  await page.viewport(1280, 800);
});

test('bodies, measures and the mode are chosen and stand in the address', async () => {
  const { container } = await render(App, { start });
  await expect.element(title()).toHaveTextContent('收支总计：2023年 1,100.50 → 2024年 1,000.00 万元');
  await page.getByRole('combobox', { name: '加指标或科目' }).selectOptions('212');
  await page.getByRole('combobox', { name: '加部门' }).selectOptions('example-parks-nursery');
  await page.getByRole('combobox', { name: '看什么' }).selectOptions('index');
  await expect.element(title()).toHaveTextContent('2024年为2023年的 90.9%');
  expect([parameter('items'), parameter('bodies'), parameter('mode')]).toEqual([
    'total,212',
    'example-parks,example-parks-nursery',
    'index',
  ]);
  await page.getByRole('combobox', { name: '画法' }).selectOptions('apart');
  await expect.poll(() => container.querySelectorAll('#trends .chart svg').length).toBe(3);
  await page.getByRole('button', { name: '移除城乡社区支出' }).click();
  await expect.poll(() => container.querySelectorAll('#trends .chart svg').length).toBe(2);
  history.back();
  await expect.poll(() => parameter('items')).toBe('total,212');
});

test('what the address names and the data do not have is said', async () => {
  history.replaceState(null, '', `${location.search}&items=nothing,total&bodies=nobody`);
  await render(App, { start });
  await expect.element(page.getByText('地址中的“nobody”“nothing”不在数据中。')).toBeVisible();
  await expect.element(title()).toHaveTextContent('收支总计');
});

test('a number of the table opens its source', async () => {
  history.replaceState(null, '', `${location.search}&items=three_public`);
  await render(App, { start });
  await page.getByRole('button', { name: '表格' }).click();
  await page.getByRole('button', { name: /^※ 11.90/ }).click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('14.2 万元');
  await expect.element(page.getByRole('dialog')).toHaveTextContent('queries/metrics/trends.sql');
});
