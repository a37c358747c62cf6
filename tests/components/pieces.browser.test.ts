import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createRawSnippet } from 'svelte';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import Choice from '../../src/components/Choice.svelte';
import DataTable from '../../src/components/DataTable.svelte';
import { paddings, type TableModel } from '../../src/components/data-table.ts';
import HeadlineTile from '../../src/components/HeadlineTile.svelte';
import Panel from '../../src/components/Panel.svelte';
import { textsOf } from '../../src/language/texts.ts';

const texts = textsOf('zh');
const snippet = (text: string) => createRawSnippet(() => ({ render: () => `<p>${text}</p>` }));

describe('a tile', () => {
  const tile = {
    measure: 'total',
    name: '收支总计',
    scope: null,
    amount: '6,504.45',
    implied: false,
    impliedNote: '推得',
    change: { direction: -1 as const, amount: '-565.63', rate: '-8.0%' },
    against: { before: '较2023年 ', amount: '7,070.08', after: '（推得）' },
    contested: [],
    mark: null,
  };

  test('tells the direction by sign, shape and a word for those who do not see the shape', async () => {
    const { container } = await render(HeadlineTile, { tile, texts, onopen: () => {} });
    expect(container.querySelector('.shape')?.textContent).toBe('▼');
    expect(container.querySelector('.tile-change .visually-hidden')?.textContent).toBe('减少');
    await expect.element(page.getByRole('button', { name: '-565.63' })).toBeVisible();
  });

  test('opens its source from each of its numbers', async () => {
    const onopen = vi.fn();
    await render(HeadlineTile, { tile, texts, onopen });
    for (const name of ['6,504.45', '-565.63', '-8.0%', '7,070.08']) await page.getByRole('button', { name }).click();
    expect(onopen).toHaveBeenCalledTimes(4);
  });

  test('without an amount says so and shows no number', async () => {
    const none = {
      ...tile,
      amount: null,
      change: null,
      against: { before: '本年决算数未公布', amount: null, after: '' },
    };
    const { container } = await render(HeadlineTile, { tile: none, texts, onopen: () => {} });
    expect(container.textContent).toContain('未公布');
    expect(container.textContent).not.toMatch(/\d/);
  });
});

describe('a panel', () => {
  const props = {
    id: 'p',
    heading: '支出去向',
    title: '节能环保支出占 78.1%',
    emptyText: '没有公布。',
    failure: null,
    onretry: () => {},
    unitNote: '单位：万元',
    source: '某文件',
    texts,
    chart: snippet('图在这里'),
    table: snippet('表在这里'),
  };

  test('shows the chart, and the table one key away', async () => {
    await render(Panel, { ...props, status: 'ready' });
    await expect.element(page.getByText('图在这里')).toBeVisible();
    await page.getByRole('button', { name: '表格' }).click();
    await expect.element(page.getByText('表在这里')).toBeVisible();
    await expect.element(page.getByText('图在这里')).not.toBeInTheDocument();
  });

  test('has a title that is a heading and opens the source of its figure', async () => {
    const openTitle = vi.fn();
    await render(Panel, { ...props, status: 'ready', openTitle });
    const heading = page.getByRole('heading', { level: 2, name: props.title });
    await heading.getByRole('button', { name: props.title }).click();
    expect(openTitle).toHaveBeenCalledOnce();
  });

  test('has a title that looks and stands the same whether it opens something or not', async () => {
    const { container, rerender } = await render(Panel, { ...props, status: 'ready' });
    const look = () => {
      const heading = container.querySelector('h2')!;
      const { height } = heading.getBoundingClientRect();
      const clause = heading.querySelector('.clause')!;
      const { font, color, letterSpacing, textWrapStyle } = getComputedStyle(clause);
      const { x, y, width } = clause.getBoundingClientRect();
      return { height, x, y, width, font, color, letterSpacing, textWrapStyle };
    };
    const plain = look();
    expect(container.querySelector('h2 button')).toBeNull();
    await rerender({ openTitle: () => {} });
    expect(container.querySelector('h2 button')).not.toBeNull();
    expect(look()).toEqual(plain);
  });

  test.each([
    ['waiting', '正在计算…'],
    ['empty', '没有公布。'],
  ] as const)('%s shows neither chart nor source', async (status, text) => {
    await render(Panel, { ...props, status });
    await expect.element(page.getByText(text)).toBeVisible();
    await expect.element(page.getByText('图在这里')).not.toBeInTheDocument();
    await expect.element(page.getByText('某文件')).not.toBeInTheDocument();
  });

  test('that failed says what and tries again', async () => {
    const onretry = vi.fn();
    await render(Panel, { ...props, status: 'failed', failure: 'out of memory', onretry });
    await expect.element(page.getByRole('alert')).toHaveTextContent('out of memory');
    await page.getByRole('button', { name: '重试' }).click();
    expect(onretry).toHaveBeenCalledOnce();
  });
});

test('a choice reports the value itself, numbers as numbers', async () => {
  const onchoose = vi.fn();
  const options = [
    { value: 2024, text: '2024年' },
    { value: 2023, text: '2023年' },
  ];
  await render(Choice, { label: '年度', value: 2024, options, onchoose });
  await page.getByRole('combobox', { name: '年度' }).selectOptions('2023年');
  expect(onchoose).toHaveBeenCalledExactlyOnceWith(2023);
});

describe('a table', () => {
  test('pads numbers so that their decimal points stand under each other', () => {
    expect(paddings(['1.5', null, '10', '0.03%', '2.1%'])).toEqual(['3', '.03', '.03', '', '3']);
    expect(paddings(['1', '2'])).toEqual(['', '']);
  });

  test('has headers for rows and columns, and opens the source of a number', async () => {
    const onopen = vi.fn();
    const table: TableModel = {
      caption: '支出',
      columns: [
        { title: '科目', kind: 'text' },
        { title: '决算数', kind: 'number' },
      ],
      rows: [
        {
          key: 'a',
          cells: [
            { kind: 'text', text: '甲' },
            { kind: 'number', text: '12.50', onopen },
          ],
        },
      ],
    };
    await render(DataTable, { table, hint: '查看出处', texts: textsOf('zh') });
    await expect.element(page.getByRole('rowheader', { name: '甲' })).toBeVisible();
    await expect.element(page.getByRole('columnheader', { name: '决算数' })).toBeVisible();
    await page.getByRole('button', { name: '12.50' }).click();
    expect(onopen).toHaveBeenCalledOnce();
  });
});
