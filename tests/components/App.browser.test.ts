import '../../src/app.css';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../src/App.svelte';
import type { StartDashboard } from '../../src/state/started.ts';
import { fixtureDashboard, startedFixture } from '../fixtures/dashboard-rows.ts';

const start: StartDashboard = async () => startedFixture();
const heading = () => page.getByRole('heading', { level: 1 });

beforeEach(async () => {
  history.replaceState(null, '', location.pathname);
  delete document.documentElement.dataset.theme;
  await page.viewport(1280, 800);
});

test('opens with the finding, the headline figures and all charts', async () => {
  const { container } = await render(App, { start });
  await expect.element(heading()).toHaveTextContent('2024年收支总计1000.00万元，较上年减少100.50万元，下降9.1%');
  await expect.poll(() => container.querySelectorAll('.chart svg').length).toBe(5);
  expect(document.title).toBe('示例市园林局 2024年 · 决算年比');
  expect(document.documentElement.lang).toBe('zh-CN');
  expect(new URLSearchParams(location.search).get('department')).toBe('example-parks');
});

test('shows progress while it starts, and a failure with a way to try again', async () => {
  let tries = 0;
  let fail!: (reason: Error) => void;
  const failing: StartDashboard = (report) => {
    tries += 1;
    if (tries > 1) return start(report);
    report({ stage: 'engine', loaded: 2_000_000, total: 8_000_000 });
    return new Promise((_resolve, reject) => (fail = reject));
  };
  await render(App, { start: failing });
  await expect.element(page.getByText('2.0 / 8.0 MB')).toBeVisible();
  fail(new Error('manifest.json: 404'));
  await expect.element(page.getByRole('alert')).toHaveTextContent('manifest.json: 404');
  await page.getByRole('button', { name: '重试' }).click();
  await expect.element(heading()).toHaveTextContent('1000.00万元');
});

test('names refused snapshots while the rest works', async () => {
  const refused = [{ name: 'x-2022.parquet', reason: 'SHA-256 不符' }];
  await render(App, { start: async () => startedFixture({ refused }) });
  await expect
    .element(page.getByRole('complementary', { name: '提示' }))
    .toHaveTextContent('x-2022.parquet：SHA-256 不符');
  await expect.element(heading()).toHaveTextContent('1000.00万元');
});

test('an unknown department and year open what there is and say what was dropped', async () => {
  history.replaceState(null, '', '?department=nowhere&year=1999');
  await render(App, { start });
  await expect
    .element(page.getByRole('complementary', { name: '提示' }))
    .toHaveTextContent('地址中的部门“nowhere”不在数据中；地址中的年度“1999”没有数据。现显示：示例市园林局 2024年。');
  await expect.element(heading()).toBeVisible();
});

test('a unit and back again: pickers, address and history go together', async () => {
  await render(App, { start });
  await expect.element(heading()).toBeVisible();
  await page.getByRole('combobox', { name: '部门' }).selectOptions('example-parks-nursery');
  await expect.element(page.getByText(/所属单位。.*示例市园林局/)).toBeVisible();
  await expect.element(page.getByText('没有公布按功能分类的支出。')).toBeVisible();
  await expect.element(page.getByText('-20.0%')).toBeVisible();
  expect(location.search).toBe('?department=example-parks-nursery&year=2024');
  history.back();
  await expect.element(heading()).toHaveTextContent('2024年收支总计1000.00万元');
  await expect.element(page.getByRole('combobox', { name: '部门' })).toHaveValue('example-parks');
});

test('another year is opened by the keyboard alone, and its implied figures say so', async () => {
  const { container } = await render(App, { start });
  await expect.element(heading()).toBeVisible();
  (page.getByRole('combobox', { name: '年度' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(heading()).toHaveTextContent('2023年收支总计1100.50万元');
  expect(container.querySelector('[data-measure=total] .figure')?.classList.contains('implied')).toBe(true);
  await expect.element(page.getByText(/这一年没有收录本年度的文件/)).toBeVisible();
});

test('English and 亿元 are one choice away and stand in the address', async () => {
  await render(App, { start });
  await page.getByRole('button', { name: 'English' }).click();
  await expect.element(heading()).toHaveTextContent('Total income and expenditure in 2024: 1,000.00');
  expect(document.documentElement.lang).toBe('en');
  await page.getByRole('combobox', { name: 'Unit of amounts' }).selectOptions('yi');
  await expect.element(heading()).toHaveTextContent('0.1000 (CNY 100 million)');
  expect(location.search).toBe('?department=example-parks&year=2024&lang=en&unit=yi');
});

test('a figure opens its source with Enter; Escape gives the focus back', async () => {
  const { container } = await render(App, { start });
  await expect.element(heading()).toBeVisible();
  const figure = container.querySelector<HTMLElement>('[data-measure=total] .figure')!;
  figure.focus();
  await userEvent.keyboard('{Enter}');
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('增减额 = 本年 − 上年 = 1000.00 − 1100.50 = -100.50');
  await expect.element(dialog).toHaveTextContent('1,000.00 万元');
  await expect.element(dialog).toHaveTextContent('queries/metrics/headline_changes.sql');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(document.activeElement).toBe(figure);
});

test('the close button gives the focus back too', async () => {
  const { container } = await render(App, { start });
  await expect.element(heading()).toBeVisible();
  const figure = container.querySelector<HTMLElement>('[data-measure=three_public] .figure')!;
  figure.click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('14.2 万元');
  await page.getByRole('button', { name: '关闭' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('a part that fails says so, offers to try again, and leaves the others alone', async () => {
  let tries = 0;
  const dashboard = {
    ...fixtureDashboard(),
    execution: async () => {
      tries += 1;
      if (tries === 1) throw new Error('the worker was restarted');
      return fixtureDashboard().execution({ department: 'example-parks' });
    },
  };
  const { container } = await render(App, { start: async () => startedFixture({ dashboard }) });
  await expect.element(page.getByRole('alert')).toHaveTextContent('the worker was restarted');
  await expect.poll(() => container.querySelectorAll('.chart svg').length).toBe(4);
  await page.getByRole('button', { name: '重试' }).click();
  await expect.poll(() => container.querySelectorAll('.chart svg').length).toBe(5);
});

test('a narrow page keeps everything inside its width', async () => {
  await page.viewport(390, 844);
  const { container } = await render(App, { start });
  await expect.poll(() => container.querySelectorAll('.chart svg').length).toBe(5);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
