import '../../src/app.css';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../src/App.svelte';
import { startedFixture } from '../fixtures/dashboard-rows.ts';

const start = async () => startedFixture();

beforeEach(async () => {
  history.replaceState(null, '', `${location.pathname}?department=example-parks&year=2024&view=change`);
  await page.viewport(1280, 800);
});

test('a change opens level by level with the keyboard, and back again', async () => {
  const { container } = await render(App, { start });
  const title = page.getByRole('heading', { level: 2 });
  await expect.element(title).toHaveTextContent('主要因为城乡社区支出增加25.00万元');
  await expect.poll(() => container.querySelectorAll('.chart svg').length).toBe(1);
  const down = page.getByRole('link', { name: '城乡社区支出', exact: true });
  (down.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(title).toHaveTextContent('主要因为城乡社区环境卫生增加27.00万元');
  expect(new URLSearchParams(location.search).get('subject')).toBe('212');
  await page.getByRole('navigation', { name: '科目层级' }).getByRole('link', { name: '合计' }).click();
  await expect.element(title).toHaveTextContent('2024年支出较上年增加20.00万元');
  expect(new URLSearchParams(location.search).get('subject')).toBeNull();
  history.back();
  await expect.element(title).toHaveTextContent('2024年城乡社区支出');
});

test('the title and the number beside a way down open their sources, and the title is a heading', async () => {
  await render(App, { start });
  await page
    .getByRole('heading', { level: 2 })
    .getByRole('button', { name: /^2024年支出较上年增加20\.00万元/ })
    .click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('增减额 = 本年 − 上年 = 120.00 − 100.00 = 20.00');
  await userEvent.keyboard('{Escape}');
  await page
    .getByRole('navigation', { name: '往下一级：' })
    .getByRole('button', { name: /^\+25\.00/ })
    .click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('212 城乡社区支出 · 2024年');
});

test('all parts stand in the table, and a number opens its source', async () => {
  await render(App, { start });
  await page.getByRole('button', { name: '表格' }).click();
  await expect.element(page.getByRole('table')).toHaveTextContent('未能归到科目（分科目数与合计不等）');
  await page.getByRole('button', { name: /^-13.8%/ }).click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('增减额 = 本年 − 上年 = 50.00 − 58.00 = -8.00');
});

test('a year without a change to break down says so', async () => {
  history.replaceState(null, '', `${location.pathname}?department=example-parks&year=2023&view=change`);
  await render(App, { start });
  await expect.element(page.getByText(/没有可以分解的变动/)).toBeVisible();
});
