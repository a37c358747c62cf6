import '../../src/app.css';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../src/App.svelte';
import DataTable from '../../src/components/DataTable.svelte';
import type { TableModel } from '../../src/components/data-table.ts';
import { textsOf } from '../../src/language/texts.ts';
import type { StartDashboard } from '../../src/state/started.ts';
import { startedFixture } from '../fixtures/dashboard-rows.ts';

const start: StartDashboard = async () => startedFixture();
const heading = () => page.getByRole('heading', { level: 1 });
const choose = (label: string, value: string) =>
  page.getByRole('combobox', { name: label, exact: true }).selectOptions(value);

beforeEach(async () => {
  history.replaceState(null, '', location.pathname);
  await page.viewport(1280, 800);
});

test('bodies are compared: choices go into the address, back undoes them, contested ones stand apart', async () => {
  history.replaceState(null, '', '?department=example-parks&year=2024&view=compare');
  const { container } = await render(App, { start });
  await expect.element(heading()).toHaveTextContent('降幅最大的是示例市园林局，下降20.0%');
  await expect.poll(() => container.querySelectorAll('.chart svg').length).toBe(2);
  const aside = page.getByRole('region', { name: '不参加排列的' });
  await expect.element(aside).toHaveTextContent('2023年有 47.44 与 59.43 两个数字');
  await choose('排列依据', 'amount');
  await expect.element(heading()).toHaveTextContent('最多的是示例市水务局，44.00万元');
  await choose('比较年度', '-0');
  expect(location.search).toContain('by=amount');
  expect(location.search).toContain('at=-0');
  await expect.element(page.getByRole('heading', { name: '没有决算数，只有年初预算的' })).toBeVisible();
  history.back();
  await expect.element(page.getByRole('heading', { name: '没有决算数，只有年初预算的' })).not.toBeInTheDocument();
  await page.getByText('全部 5 个').click();
  await page.getByRole('checkbox', { name: '示例市水务局' }).click();
  expect(new URLSearchParams(location.search).get('bodies')).toBe(
    'example-parks,example-roads,example-new,example-street',
  );
});

test('a measure and a body that the data do not have leave the address, and are said', async () => {
  history.replaceState(
    null,
    '',
    '?department=example-parks&year=2024&view=compare&measure=gold&bodies=example-parks,nowhere,example-water',
  );
  await render(App, { start });
  await expect
    .element(page.getByRole('complementary', { name: '提示' }))
    .toHaveTextContent('地址中的选择“gold”不认识；地址中的选择“nowhere”不认识');
  await expect.element(heading()).toHaveTextContent('降幅最大的是示例市园林局');
  expect(new URLSearchParams(location.search).get('bodies')).toBe('example-parks,example-water');
  expect(new URLSearchParams(location.search).has('measure')).toBe(false);
});

test('a figure of the comparison opens its source', async () => {
  history.replaceState(null, '', '?department=example-parks&year=2024&view=compare');
  await render(App, { start });
  await page.getByRole('button', { name: '表格' }).first().click();
  await page.getByRole('button', { name: /^12\.40/ }).click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('增减率 = 增减额 ÷ |上年| = -3.10 ÷ |15.50| = -20%');
});

test('the list of what stands apart can be taken away', async () => {
  history.replaceState(null, '', '?department=example-parks&year=2024&view=compare');
  await render(App, { start });
  await page.getByRole('button', { name: '取用：不参加排列的' }).click();
  await page.getByRole('button', { name: 'CSV' }).click();
  await expect.element(page.getByRole('status').filter({ hasText: '已存为' })).toHaveTextContent('不参加排列的');
});

test('leads are narrowed and lead to the page that shows them', async () => {
  history.replaceState(null, '', '?department=example-parks&year=2024&view=leads');
  await render(App, { start });
  await expect.element(heading()).toHaveTextContent('4 条线索');
  await choose('类别', 'contradiction');
  await expect.element(heading()).toHaveTextContent('1 条线索：1 处数字不一致（待核实）');
  expect(location.search).toContain('kind=contradiction');
  await page.getByRole('button', { name: '清除筛选' }).click();
  await page.getByRole('link', { name: '执行明细' }).nth(1).click();
  await expect.element(heading()).toHaveTextContent('支出决算为年初预算的');
  expect(new URLSearchParams(location.search).get('view')).toBe('execution');
});

test('execution is narrowed to rates under a free limit, by keyboard, and a wrong limit is said', async () => {
  history.replaceState(null, '', '?department=example-parks&year=2024&view=execution');
  const { container } = await render(App, { start });
  const limit = page.getByRole('textbox', { name: '完成率低于（%）' });
  await limit.fill('60.5');
  await userEvent.keyboard('{Enter}');
  await expect.element(heading()).toHaveTextContent('完成率低于 60.5%：2 个项目');
  await expect.element(page.getByText('项目中：1 个重复列示同一笔钱。').first()).toBeVisible();
  expect(location.search).toContain('below=60.5');
  await limit.fill('many');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('请填写');
  await page.getByRole('button', { name: '全部' }).click();
  await page.getByRole('button', { name: '完成率', exact: true }).first().click();
  const first = () => container.querySelector('tbody tr th')?.textContent;
  expect(first()).toBe('公园养护');
  await page
    .getByRole('button', { name: /^完成率/ })
    .first()
    .click();
  expect(first()).toMatch(/^绿道建设/);
});

test('a table of thousands draws what is in sight, and sorts all of it', async () => {
  const table: TableModel = {
    caption: '很多行',
    columns: [
      { title: '名称', kind: 'text' },
      { title: '数', kind: 'number' },
    ],
    rows: Array.from({ length: 3000 }, (_, index) => ({
      key: String(index),
      cells: [
        { kind: 'text', text: `第 ${index} 行` },
        { kind: 'number', text: String(index), onopen: () => undefined },
      ],
      values: [`第 ${index} 行`, String(index)],
    })),
  };
  const { container } = await render(DataTable, { table, hint: '查看出处', texts: textsOf('zh') });
  await expect.poll(() => container.querySelectorAll('tbody th').length).toBeGreaterThan(5);
  expect(container.querySelectorAll('tbody th').length).toBeLessThan(200);
  await page.getByRole('button', { name: '数' }).click();
  await expect.poll(() => container.querySelector('tbody th')?.textContent).toBe('第 2999 行');
  // What is filtered is all of it too, and what is left is sorted.
  await page.getByRole('searchbox', { name: '筛选 很多行' }).fill('999');
  await expect
    .poll(() => [...container.querySelectorAll('tbody th')].map(({ textContent }) => textContent))
    .toEqual(['第 2999 行', '第 1999 行', '第 999 行']);
  await expect.element(page.getByRole('status')).toHaveTextContent('3 / 3000 行');
  await page.getByRole('searchbox', { name: '筛选 很多行' }).fill('没有');
  await expect.element(page.getByText('没有符合的行。')).toBeVisible();
});
