import '../../src/app.css';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../src/App.svelte';
import { ConsoleError, type ConsoleResult, type SqlConsole } from '../../src/metrics/console.ts';
import { startedFixture } from '../fixtures/dashboard-rows.ts';

const AMOUNTS: ConsoleResult = {
  columns: [
    { name: '部门', type: 'VARCHAR' },
    { name: 'actual', type: 'DECIMAL(32,6)' },
    { name: 'third', type: 'DOUBLE' },
  ],
  rows: [
    ['园林局', '12345678901234567.89', '4115226300411522.5'],
    ['环境局', '9.5', '3.1666666666666665'],
    ['档案馆', null, null],
  ],
  cut: false,
};
const MANY: ConsoleResult = {
  columns: [{ name: 'i', type: 'BIGINT' }],
  rows: Array.from({ length: 5_000 }, (_, i) => [String(i)]),
  cut: true,
};

/** Answers by the statement; "endless" only when it is stopped. */
function fakeConsole(): SqlConsole & { ran: string[] } {
  let end: (error: Error) => void = () => {};
  const ran: string[] = [];
  return {
    ran,
    tables: [
      {
        name: 'fct_measures',
        purpose: 'What was published.',
        columns: [{ name: 'actual', type: 'DECIMAL(32,6)', meaning: '' }],
      },
    ],
    functions: ['sum'],
    rowLimit: 5_000,
    timeLimit: 60,
    examples: (department, year) => [{ name: 'figures', purpose: '', statement: `select '${department}', ${year}` }],
    explain: async () => 'SEQ_SCAN',
    run: (statement) => {
      ran.push(statement);
      if (statement === 'many') return Promise.resolve(MANY);
      if (statement === 'endless') return new Promise((_, reject) => (end = reject));
      if (statement.startsWith('delete')) return Promise.reject(new ConsoleError('writes', 'delete'));
      if (statement.startsWith('wrong'))
        return Promise.reject(new ConsoleError('refused', 'Parser Error: LINE 1: wrong'));
      return Promise.resolve(AMOUNTS);
    },
    stop: () => end(new ConsoleError('stopped', '')),
  };
}

async function openConsole(sql?: string) {
  const fake = fakeConsole();
  const search = new URLSearchParams({ view: 'sql', ...(sql === undefined ? {} : { sql }) });
  history.replaceState(null, '', `?${search.toString()}`);
  const { container } = await render(App, { start: async () => startedFixture({ openConsole: async () => fake }) });
  await expect.element(page.getByRole('heading', { name: '表和列' })).toBeVisible();
  return { fake, container };
}

const editor = () => document.querySelector('.sql-editor')!.shadowRoot!.querySelector<HTMLElement>('.cm-content')!;

async function write(statement: string) {
  editor().focus();
  await userEvent.keyboard('{Control>}a{/Control}');
  await userEvent.keyboard(statement);
}

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 800);
});

test('a statement of the address is shown and run; numbers stand exactly, floats are marked, NULL says so', async () => {
  const { fake, container } = await openConsole('select 1');
  await expect.element(page.getByText('12345678901234567.89')).toBeVisible();
  expect(fake.ran).toEqual(['select 1']);
  expect(editor().textContent).toBe('select 1');
  await expect.element(page.getByText('浮点数，非精确', { exact: true })).toBeVisible();
  expect(container.querySelectorAll('td.none')).toHaveLength(2);
  expect(getComputedStyle(container.querySelector('td.number')!).textAlign).toBe('end');
  expect(document.title).toMatch(/^SQL 控制台 · /);
});

test('without a statement in the address nothing runs until it is asked; what is run stands in address and history', async () => {
  const { fake } = await openConsole();
  expect(fake.ran).toEqual([]);
  await write('select 2');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('12345678901234567.89')).toBeVisible();
  expect(fake.ran).toEqual(['select 2']);
  expect(new URLSearchParams(location.search).get('sql')).toBe('select 2');
  await write('select 3');
  await page.getByRole('button', { name: '运行', exact: true }).click();
  await expect.poll(() => fake.ran).toEqual(['select 2', 'select 3']);
  history.back();
  await expect.poll(() => fake.ran).toEqual(['select 2', 'select 3', 'select 2']);
  await expect.poll(() => editor().textContent).toBe('select 2');
  await page.getByText('运行过的语句（2）').click();
  await page.getByRole('button', { name: 'select 3' }).click();
  expect(editor().textContent).toBe('select 3');
});

test('a statement that runs is stopped with the button, and the page goes on', async () => {
  await openConsole('endless');
  await expect.element(page.getByText(/正在查询… \d+ 秒/)).toBeVisible();
  await page.getByRole('button', { name: '停止' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('已停止。引擎已重新启动，数据照旧，可以继续查询。');
  await write('select 1');
  await page.getByRole('button', { name: '运行', exact: true }).click();
  await expect.element(page.getByText('12345678901234567.89')).toBeVisible();
});

test.each([
  ['delete from fct_measures', '控制台只能查询，不能运行以 DELETE 开头的语句；数据没有改动'],
  ['wrong', 'Parser Error: LINE 1: wrong'],
])('%s fails in words', async (statement, words) => {
  await openConsole(statement);
  await expect.element(page.getByRole('alert')).toHaveTextContent(words);
});

test('of many rows only those in sight are on the page; sorting and scrolling reach the others', async () => {
  const { container } = await openConsole('many');
  await expect.element(page.getByText(/只读取了前 5,000 行/)).toBeVisible();
  await expect.poll(() => container.querySelectorAll('tbody tr').length).toBeGreaterThan(10);
  expect(container.querySelectorAll('tbody tr').length).toBeLessThan(120);
  await page.getByRole('button', { name: 'i', exact: true }).click();
  await page.getByRole('button', { name: /^i/ }).click();
  await expect.element(page.getByRole('cell', { name: '4999', exact: true })).toBeVisible();
  const scroller = container.querySelector('.result-scroll')!;
  scroller.scrollTop = scroller.scrollHeight;
  await expect.element(page.getByRole('cell', { name: '0', exact: true })).toBeVisible();
});

test('the result becomes a chart, with other columns where they are chosen', async () => {
  const { container } = await openConsole('select 1');
  await page.getByRole('button', { name: '图', exact: true }).click();
  await expect.poll(() => container.querySelectorAll('.chart svg').length).toBe(1);
  await expect.element(page.getByRole('heading', { name: 'actual，按 部门' })).toBeVisible();
  await expect.element(page.getByText(/^1 行没有画出/)).toBeVisible();
  await page.getByRole('combobox', { name: '数值' }).selectOptions('third');
  await expect.element(page.getByRole('heading', { name: 'third，按 部门' })).toBeVisible();
});

test('names of the schema go into the statement; an example and a plan are opened', async () => {
  const { fake } = await openConsole();
  await write('select ');
  await page.getByText('fct_measures', { exact: true }).click();
  await page.getByRole('button', { name: /^actual/ }).click();
  expect(editor().textContent).toBe('select actual');
  await page.getByRole('button', { name: '查询计划' }).click();
  await expect.element(page.getByText('SEQ_SCAN')).toBeVisible();
  await page.getByRole('combobox', { name: '示例查询' }).selectOptions('figures');
  expect(editor().textContent).toBe("select 'example-parks', 2024");
  await page.getByRole('button', { name: 'fct_measures 的前 100 行' }).click();
  await expect.poll(() => fake.ran).toEqual(['select * from fct_measures limit 100']);
});

test('a statement too long for an address is run all the same, and that is said', async () => {
  const { fake } = await openConsole();
  const noise = Array.from({ length: 9_000 }, (_, i) => ((i * 7919) % 99_991).toString(36)).join(' ');
  editor().focus();
  await userEvent.keyboard('{Control>}a{/Control}');
  document.execCommand('insertText', false, noise);
  await page.getByRole('button', { name: '运行', exact: true }).click();
  await expect.element(page.getByText(/语句太长，没有写进地址/)).toBeVisible();
  expect(fake.ran).toEqual([noise]);
  expect(new URLSearchParams(location.search).get('sql')).toBeNull();
});

test('an address whose statement cannot be read says so, and nothing is run', async () => {
  const { fake } = await openConsole('.%%%');
  await expect.element(page.getByText('地址中的语句读不出来，没有打开。')).toBeVisible();
  expect(fake.ran).toEqual([]);
});

test('a console that does not open says why and can be tried again; a narrow page stays inside its width', async () => {
  await page.viewport(390, 844);
  let tries = 0;
  const opening = async () => {
    tries += 1;
    if (tries === 1) throw new Error('no memory');
    return fakeConsole();
  };
  history.replaceState(null, '', '?view=sql&sql=select+1');
  await render(App, { start: async () => startedFixture({ openConsole: opening }) });
  await expect.element(page.getByRole('alert')).toHaveTextContent('no memory');
  await page.getByRole('button', { name: '重试' }).click();
  await expect.element(page.getByText('12345678901234567.89')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

test('the pages are one click apart, and the console is not fetched before', async () => {
  history.replaceState(null, '', location.pathname);
  await render(App, { start: async () => startedFixture({ openConsole: async () => fakeConsole() }) });
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('2024年收支总计');
  await page.getByRole('link', { name: 'SQL 控制台' }).click();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('SQL 控制台');
  expect(new URLSearchParams(location.search).get('view')).toBe('sql');
  await page.getByRole('link', { name: '总览' }).click();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('2024年收支总计');
});
