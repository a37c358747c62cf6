import '../../src/app.css';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../src/App.svelte';
import { startedFixture } from '../fixtures/dashboard-rows.ts';

beforeEach(async () => {
  history.replaceState(null, '', `${location.pathname}?department=example-parks&year=2024&view=three-public`);
  await page.viewport(1280, 800);
});

test('parts over the years and unit costs stand on one page, and a number opens its source', async () => {
  const { container } = await render(App, { start: async () => startedFixture() });
  await expect.element(page.getByText('每辆公务用车运行维护费 27,500 元', { exact: false }).first()).toBeVisible();
  await expect.poll(() => container.querySelectorAll('.chart svg').length).toBe(6);
  await page.getByRole('button', { name: '表格' }).last().click();
  await page.getByRole('button', { name: /^27,500/ }).click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('金额 ÷ 数量 = 11.00 ÷ 4 = 2.75 万元');
});
