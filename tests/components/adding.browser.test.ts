import '../../src/app.css';
import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../src/App.svelte';
import type { ManifestEntry } from '../../src/snapshot/manifest.ts';
import type { StartDashboard } from '../../src/state/started.ts';
import { MemoryCollection, writtenReading } from '../fixtures/added-documents.ts';
import { startedFixture } from '../fixtures/dashboard-rows.ts';

const heading = () => page.getByRole('heading', { level: 1 });
const dialog = () => page.getByRole('dialog');
const button = (name: string | RegExp) => page.getByRole('button', { name });
const addButton = () => page.getByRole('banner').getByRole('button', { name: '添加文件' });

beforeEach(async () => {
  history.replaceState(null, '', location.pathname);
  delete document.documentElement.dataset.theme;
  await page.viewport(1280, 800);
});

/** The page over a collection in memory; `starts` counts how often its data were started. */
async function opened(collection = new MemoryCollection(), shipped: readonly ManifestEntry[] = []) {
  const counted = { starts: 0 };
  const start: StartDashboard = async () => {
    counted.starts += 1;
    return startedFixture({ collection, shipped });
  };
  const { container } = await render(App, { start });
  await expect.element(heading()).toBeVisible();
  return { container, collection, counted };
}

/** Chooses files as the file chooser of the browser would hand them in. */
function choose(container: Element, ...names: string[]): void {
  const input = container.querySelector<HTMLInputElement>('.masthead input[type=file]')!;
  const transfer = new DataTransfer();
  for (const name of names) transfer.items.add(new File(['x'], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function drag(type: string, ...names: string[]): DragEvent {
  const dataTransfer = new DataTransfer();
  for (const name of names) dataTransfer.items.add(new File(['x'], name));
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event;
}

describe('from file to page', () => {
  test('progress by pages, a summary, and only then, on the reader’s word, the data', async () => {
    const { container, collection, counted } = await opened();
    addButton().element().focus();
    choose(container, 'parks-2024.pdf');
    collection.asked[0]!.progress({ stage: 'reading', done: 12, total: 30 });
    await expect.element(dialog()).toHaveTextContent('第 12 / 30 页');
    collection.asked[0]!.answer(writtenReading({ year: 2023 }));
    await expect.element(dialog().getByRole('heading', { level: 4 })).toHaveTextContent('示例市园林局 2023年部门决算');
    const statements = dialog().getByRole('region', { name: '报表：示例市园林局 2023年部门决算' });
    await expect.element(statements.getByRole('row', { name: /收入支出决算总表/ })).toHaveTextContent('有数据46');
    await expect.element(statements.getByRole('row', { name: /国有资本/ })).toHaveTextContent('公开无数据0');
    await expect.element(statements.getByRole('row', { name: /政府性基金/ })).toHaveTextContent('缺0');
    await expect.element(statements.getByRole('row', { name: /三公/ })).toHaveTextContent('已隔离12');
    await expect.element(dialog()).toHaveTextContent('合计不等于各项之和');
    expect(collection.added).toEqual([]);

    await button(/^添加：示例市园林局 2023年部门决算/).click();
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(heading()).toHaveTextContent('2023年');
    expect(new URLSearchParams(location.search).get('year')).toBe('2023');
    expect(counted.starts).toBe(2);
    expect(collection.added).toHaveLength(1);
    await expect.poll(() => document.activeElement).toBe(addButton().element());
  });

  test('what was not understood opens with its place', async () => {
    const { container, collection } = await opened();
    choose(container, 'a.pdf');
    collection.asked[0]!.answer(writtenReading());
    await dialog().getByText('没有看懂的数（1）').click();
    const row = dialog().getByRole('row', { name: /约 3 成/ });
    await expect.element(row).toHaveTextContent('不是金额，也不是比率收入支出决算总体情况说明127');
  });

  test('a cancelled file says so, and the next is read', async () => {
    const { container, collection } = await opened();
    choose(container, 'a.pdf', 'b.pdf');
    await button('取消读取：a.pdf').click();
    await expect.element(dialog().getByRole('article', { name: 'a.pdf' })).toHaveTextContent('已取消');
    await expect.poll(() => collection.asked.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf']);
  });

  test('a failure stands in the words of the reader, and a year said in its place reads the file anew', async () => {
    const { container, collection } = await opened();
    choose(container, 'a.txt');
    collection.asked[0]!.fail('标题中没有年度，请指明年度');
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('标题中没有年度，请指明年度');
    const year = dialog().getByRole('textbox', { name: '年度' });
    await year.fill('24');
    await userEvent.tab();
    await expect.element(dialog()).toHaveTextContent('请填写四位数的年度');
    expect(collection.asked).toHaveLength(1);
    await year.fill('２０２４');
    await userEvent.tab();
    await expect.poll(() => collection.asked.at(-1)!.correction).toEqual({ year: 2024 });
    collection.asked.at(-1)!.answer(writtenReading());
    await expect.element(button(/^添加：/)).toBeEnabled();
  });

  test('a body is corrected by choosing a known one or by name', async () => {
    const { container, collection } = await opened();
    choose(container, 'a.pdf');
    collection.asked[0]!.answer(writtenReading({ body: { id: 'x-new', name: '示例市林业局', known: false } }));
    const body = dialog().getByRole('combobox', { name: '单位' });
    await expect.element(body.getByRole('option', { name: '示例市林业局（新单位）' })).toBeInTheDocument();
    await body.selectOptions('示例市园林局');
    await expect.poll(() => collection.asked.at(-1)!.correction).toEqual({ bodyId: 'example-parks' });
    await expect.element(button(/^添加：/)).toBeDisabled();
    collection.asked.at(-1)!.answer(writtenReading());
    await expect.element(button(/^添加：/)).toBeEnabled();
    await body.selectOptions('其他单位，填写名称…');
    const name = dialog().getByRole('textbox', { name: '单位名称' });
    expect(document.activeElement).toBe(name.element());
    await userEvent.keyboard('示例市园林绿化局{Enter}');
    await expect.poll(() => collection.asked.at(-1)!.correction).toEqual({ bodyName: '示例市园林绿化局' });
    expect(document.activeElement).toBe(body.element());
  });

  test('a correction that fails puts the fields back to what was read', async () => {
    const { container, collection } = await opened();
    choose(container, 'a.pdf');
    collection.asked[0]!.answer(writtenReading());
    const kind = dialog().getByRole('combobox', { name: '种类' });
    await kind.selectOptions('部门预算');
    await expect.poll(() => collection.asked).toHaveLength(2);
    collection.asked[1]!.fail('文件中没有预算表');
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('仍显示更正前的内容。文件中没有预算表');
    await expect.element(kind).toHaveValue('final_accounts');
  });
});

describe('another document of the same body, year and kind', () => {
  test('is met by a choice before anything is added', async () => {
    const { container, collection } = await opened(undefined, [writtenReading({ fileName: 'old.pdf' }, 'b').entry]);
    choose(container, 'new.pdf');
    collection.asked[0]!.answer(writtenReading());
    await expect.element(dialog().getByRole('group', { name: /old\.pdf/ })).toBeVisible();
    await expect.element(button(/^添加：/)).toBeDisabled();
    await dialog().getByRole('radio', { name: '不添加' }).click();
    await expect.element(button(/^不添加：/)).toBeEnabled();
    await expect.element(button(/^添加：/)).not.toBeInTheDocument();
    await dialog().getByRole('radio', { name: '仍用旧的（新的留作修订版）' }).click();
    await button(/^添加：/).click();
    await expect.poll(() => collection.added.map(({ choice }) => choice)).toEqual(['keep']);
  });

  test('that is identical leaves nothing to add', async () => {
    const { container, collection } = await opened(undefined, [writtenReading().entry]);
    choose(container, 'same.pdf');
    collection.asked[0]!.answer(writtenReading());
    await expect.element(dialog()).toHaveTextContent('与已有的文件完全相同，无须添加。');
    await expect.element(button(/^添加：/)).not.toBeInTheDocument();
  });

  test('several files are added at once', async () => {
    const { container, collection } = await opened();
    choose(container, 'a.pdf', 'b.pdf');
    collection.asked[0]!.answer(writtenReading({ year: 2022 }));
    await expect.poll(() => collection.asked).toHaveLength(2);
    collection.asked[1]!.answer(writtenReading({ year: 2023 }, 'b'));
    await button('全部添加').click();
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(collection.added).toHaveLength(2);
  });
});

describe('dropping', () => {
  test('a target covers the page while files are dragged over it, and the drop reads them', async () => {
    const { container, collection } = await opened();
    expect(drag('dragenter', 'a.pdf').defaultPrevented).toBe(true);
    await expect.element(page.getByText('松开即读取文件，确认后才添加')).toBeVisible();
    const box = container.querySelector('.drop-target')!.getBoundingClientRect();
    expect([box.width > innerWidth * 0.9, box.height > innerHeight * 0.9]).toEqual([true, true]);
    drag('dragleave');
    await expect.element(page.getByText('松开即读取文件，确认后才添加')).not.toBeInTheDocument();
    drag('dragover', 'a.pdf');
    drag('drop', 'a.pdf', 'b.pdf');
    await expect.element(dialog().getByRole('article', { name: 'b.pdf' })).toBeVisible();
    expect(collection.asked.map(({ name }) => name)).toEqual(['a.pdf']);
  });

  test('dragged text is left to the browser', async () => {
    await opened();
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', '6,504.45');
    const event = new DragEvent('dragenter', { dataTransfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });
});

describe('what this browser holds', () => {
  const held = () => {
    const collection = new MemoryCollection();
    collection.documents = [{ entry: writtenReading().entry, addedAt: '2026-11-25T08:00:00.000Z' }];
    return collection;
  };

  test('is listed with its day, exported under its name, and removed only when confirmed', async () => {
    const { collection, counted } = await opened(held());
    await button('已添加的数据（1）').click();
    const row = dialog().getByRole('list', { name: '本浏览器中添加的数据' }).getByRole('listitem');
    await expect.element(row).toHaveTextContent('示例市园林局 2024年部门决算 parks-2024.pdf 2026-11-25 添加');
    let saved: HTMLAnchorElement | null = null;
    const catching = (event: MouseEvent): void => {
      event.preventDefault();
      saved = event.target as HTMLAnchorElement;
    };
    HTMLAnchorElement.prototype.click = function () {
      this.addEventListener('click', catching);
      this.dispatchEvent(new MouseEvent('click', { cancelable: true }));
    };
    try {
      await button(/^导出：/).click();
      await expect.poll(() => saved?.download).toBe('example-parks-2024-final-accounts.aaaaaaaa.parquet');
    } finally {
      // The inherited one again.
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    }
    expect(await (await fetch(saved!.href)).text()).toBe('PAR1');

    await button(/^移除：/).click();
    await expect.element(button('保留')).toHaveFocus();
    await button('保留').click();
    await expect.element(button(/^移除：/)).toHaveFocus();
    expect(collection.documents).toHaveLength(1);
    await button(/^移除：/).click();
    await button('确认移除').click();
    await expect.element(dialog()).toHaveTextContent('还没有添加过文件。');
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.poll(() => counted.starts).toBe(2);
    await expect.element(button('已添加的数据')).toHaveFocus();
  });

  test('a browser that cannot keep anything says why, reads all the same, and exports', async () => {
    const { container, collection } = await opened(new MemoryCollection('浏览器处于无痕模式'));
    choose(container, 'a.pdf');
    collection.asked[0]!.answer(writtenReading());
    await expect.element(dialog()).toHaveTextContent('浏览器处于无痕模式');
    await expect.element(button(/^导出：/)).toBeVisible();
    await expect.element(button(/^添加：/)).not.toBeInTheDocument();
    await expect.element(page.getByText('本浏览器中添加的数据')).not.toBeInTheDocument();
  });

  test('a change in another tab is told, and the data are started again when asked', async () => {
    const { collection, counted } = await opened(held());
    collection.changeElsewhere([]);
    const notice = page.getByRole('complementary', { name: '提示' });
    await expect.element(notice).toHaveTextContent('另一个标签页更改了添加的数据');
    await notice.getByRole('button', { name: '重新载入数据' }).click();
    await expect.element(notice).not.toBeInTheDocument();
    expect(counted.starts).toBe(2);
  });
});

describe('for every reader', () => {
  test.each(['light', 'dark'] as const)('the dialog passes axe and fits a narrow page (%s)', async (theme) => {
    await page.viewport(390, 844);
    history.replaceState(null, '', `?theme=${theme}`);
    const collection = new MemoryCollection();
    collection.documents = [{ entry: writtenReading({ year: 2021 }).entry, addedAt: '2026-11-25T08:00:00.000Z' }];
    const shipped = [writtenReading({ fileName: 'a-very-long-name-of-a-file-without-any-space-2024.pdf' }, 'b').entry];
    const { container } = await opened(collection, shipped);
    choose(container, 'a.csv', 'b.pdf', 'c.pdf');
    collection.asked[0]!.answer(writtenReading(), writtenReading({ year: 2022, notUnderstood: [] }, 'c'));
    await expect.poll(() => collection.asked).toHaveLength(2);
    collection.asked[1]!.fail('这是扫描件，没有文字');
    await expect.poll(() => collection.asked).toHaveLength(3);
    collection.asked[2]!.progress({ stage: 'reading', done: 3, total: 30 });
    await dialog().getByText('没有看懂的数（1）').click();
    await button(/^移除：/).click();
    await expect.element(button('确认移除')).toBeInTheDocument();
    const sheet = container.querySelector<HTMLElement>('.adding-dialog')!;
    expect(sheet.scrollWidth).toBeLessThanOrEqual(390);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    const { violations } = await axe.run(sheet);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  test('in English', async () => {
    history.replaceState(null, '', '?lang=en');
    const { container, collection } = await opened();
    choose(container, 'a.pdf');
    collection.asked[0]!.answer(writtenReading());
    await expect
      .element(dialog().getByRole('heading', { level: 4 }))
      .toHaveTextContent('示例市园林局, final accounts 2024');
    await expect.element(button(/^Add: /)).toBeEnabled();
  });
});
