import '../../src/app.css';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../src/App.svelte';
import { startedFixture } from '../fixtures/dashboard-rows.ts';

const start = async () => startedFixture();
const title = () => page.getByRole('heading', { level: 2 });

beforeEach(async () => {
  history.replaceState(null, '', `${location.pathname}?department=example-parks&year=2024&view=structure`);
  await page.viewport(1280, 800);
});

test('a subject is followed down, and seen as a change with one click', async () => {
  await render(App, { start });
  await expect.element(title()).toHaveTextContent('城乡社区支出 740.00 万元，占支出 75.51%');
  await page.getByRole('link', { name: '城乡社区支出', exact: true }).click();
  await expect.element(title()).toHaveTextContent('其中城乡社区环境卫生最多');
  await page.getByRole('link', { name: '变动原因' }).last().click();
  await expect.element(title()).toHaveTextContent('2024年城乡社区支出较上年增加25.00万元');
  history.back();
  await expect.element(title()).toHaveTextContent('其中城乡社区环境卫生最多');
});

test('the economic classification is one choice away and stands in the address', async () => {
  await render(App, { start });
  await page.getByRole('combobox', { name: '分类' }).selectOptions('economic');
  await expect.element(title()).toHaveTextContent('工资福利支出 560.00 万元，占基本支出 80.00%');
  expect(new URLSearchParams(location.search).get('by')).toBe('economic');
});

test('the bars of the overview lead here', async () => {
  history.replaceState(null, '', `${location.pathname}?department=example-parks&year=2024`);
  const { container } = await render(App, { start });
  await expect.poll(() => container.querySelectorAll('#structure .chart svg').length).toBe(1);
  const bar = container.querySelector<SVGElement>('#structure .mark-rect.role-mark path')!;
  bar.dispatchEvent(
    new MouseEvent('click', {
      bubbles: true,
      clientX: bar.getBoundingClientRect().x + 4,
      clientY: bar.getBoundingClientRect().y + 4,
    }),
  );
  await expect.poll(() => new URLSearchParams(location.search).get('view')).toBe('structure');
  await expect.element(title()).toHaveTextContent('城乡社区支出');
});
