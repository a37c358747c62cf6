import '../../src/app.css';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../src/App.svelte';
import type { FigureCheck } from '../../src/metrics/reconciliation-rows.ts';
import { fixtureDashboard, startedFixture } from '../fixtures/dashboard-rows.ts';
import { CHECKS, TOTAL_CONFLICT } from '../fixtures/reconciliation-rows.ts';

const OPENED = '?department=example-parks&year=2024';
/** Without its stop. */
const SENTENCE =
  '2024年度，示例市园林局收支总计决算数1,000.00万元，比上年减少100.50万元，下降9.1%（上年数1,100.50万元由本年文件所写的增减额推得，非公布数）';
const dialog = () => page.getByRole('dialog');
const section = (name: string) =>
  dialog().getByRole('heading', { level: 3, name, exact: true }).element().closest('section')!;

beforeEach(async () => {
  history.replaceState(null, '', OPENED);
  delete document.documentElement.dataset.theme;
  await page.viewport(1280, 800);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Opens the source of the total with the keyboard. */
async function opened(figureChecks: (places: readonly string[]) => Promise<FigureCheck[]>) {
  // Nothing is marked: what is known of contradictions comes from the checks.
  const dashboard = { ...fixtureDashboard(), figureChecks, contradictedFigures: async () => [] };
  const { container } = await render(App, { start: async () => startedFixture({ dashboard }) });
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('收支总计');
  container.querySelector<HTMLElement>('[data-measure=total] .figure')!.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog()).toBeVisible();
  return container;
}

test('the checks are asked for when the figure is opened, by its places, and waited for', async () => {
  let answer!: (checks: FigureCheck[]) => void;
  const asked: (readonly string[])[] = [];
  await opened((places) => {
    asked.push(places);
    return new Promise((resolve) => (answer = resolve));
  });
  await expect.element(dialog()).toHaveTextContent('正在查找参加过的核对…');
  await expect.element(dialog()).toHaveTextContent('正在核对这个数，引用随后给出…');
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain(TOTAL_CONFLICT.right_locator);
  answer(CHECKS);
  await expect.element(dialog()).toHaveTextContent('共 4 处核对：1 处不一致（待核实），3 处一致。');
  await expect.poll(() => section('参加的核对').querySelectorAll(':scope > ul > li').length).toBe(1);
  await dialog().getByText('一致的 3 处').click();
  await expect.poll(() => section('参加的核对').querySelectorAll('details li').length).toBe(3);
});

test('a check leads to its finding', async () => {
  await opened(async () => CHECKS);
  await dialog()
    .getByRole('link', { name: /^打开这处核对/ })
    .first()
    .click();
  await expect.element(dialog()).toHaveTextContent('收、支总计');
  const parameters = new URLSearchParams(location.search);
  expect(parameters.get('view')).toBe('reconciliation');
  expect(parameters.get('finding')).toBe(TOTAL_CONFLICT.finding_id);
});

test('checks that fail are said with a way to try again, and the quote says that nothing is known of them', async () => {
  let tries = 0;
  await opened(async () => {
    tries += 1;
    if (tries === 1) throw new Error('the engine was lost');
    return CHECKS;
  });
  await expect.element(dialog()).toHaveTextContent('the engine was lost');
  await expect.element(dialog()).toHaveTextContent(`${SENTENCE}（核对结果没有取得，未说明是否有不一致）`);
  await dialog().getByRole('button', { name: '重试' }).click();
  await expect.element(dialog()).toHaveTextContent(`${SENTENCE}（2024年决算数与文件另一处不一致，待核实）`);
});

test('a figure of which no check is found says so', async () => {
  await opened(async () => []);
  await expect.element(dialog()).toHaveTextContent('没有找到这个数参加过的核对。');
  await expect.element(dialog()).not.toHaveTextContent('核对结果没有取得');
});

test('the sentence and the citation are copied in both languages', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await opened(async () => CHECKS.slice(1));
  await dialog().getByRole('button', { name: '复制中文引文' }).click();
  expect(copied).toHaveBeenLastCalledWith(`${SENTENCE}。`);
  await expect.element(dialog().getByText('已复制')).toBeVisible();
  await dialog().getByRole('button', { name: '复制English出处' }).click();
  const citation = copied.mock.lastCall![0];
  expect(citation).toContain('示例市园林局2024年度部门决算');
  expect(citation).toContain(`SHA-256 ${'0f'.repeat(32)} (secondary copy, not compared with the official site)`);
  expect(citation).toContain(`Data snapshot example-parks-2024.parquet, SHA-256 ${'a1'.repeat(32)}`);
  expect(citation).toContain(location.href);
});

test('where the browser does not let it copy, the text is selected and that is said', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('denied', 'NotAllowedError'));
  await opened(async () => CHECKS.slice(1));
  await dialog().getByRole('button', { name: '复制中文引文' }).click();
  await expect.element(dialog()).toHaveTextContent('文字已选中');
  expect(getSelection()!.toString()).toBe(`${SENTENCE}。`);
});

test('the SQL is shown when it is asked for, with the way to run it for this body and year', async () => {
  await opened(async () => []);
  expect(dialog().element().querySelector('pre')).toBeNull();
  await dialog().getByText('计算用的 SQL').click();
  await expect.element(dialog().getByText('-- headline_changes')).toBeVisible();
  const link = dialog().getByRole('link', { name: /^在 SQL 查询页打开/ });
  await expect.element(link).toBeVisible();
  const parameters = new URL((link.element() as HTMLAnchorElement).href).searchParams;
  expect(parameters.get('view')).toBe('sql');
  expect(parameters.get('sql')).toBe("-- headline_changes\nselect 'example-parks', 2024");
});

test('the keyboard goes from the head of the dialog to checks and quote', async () => {
  await opened(async () => CHECKS);
  await expect.element(dialog()).toHaveTextContent('共 4 处核对');
  await dialog().getByRole('button', { name: '引用', exact: true }).click();
  expect(document.activeElement).toBe(dialog().getByRole('heading', { level: 3, name: '引用' }).element());
});

test.each([
  ['zh', 'light'],
  ['en', 'dark'],
] as const)('passes axe and fits a narrow page (%s, %s)', async (lang, theme) => {
  await page.viewport(390, 844);
  history.replaceState(null, '', `${OPENED}&lang=${lang}&theme=${theme}`);
  const dashboard = fixtureDashboard();
  const { container } = await render(App, { start: async () => startedFixture({ dashboard }) });
  await expect.poll(() => container.querySelector('[data-measure=total] .figure')).not.toBeNull();
  container.querySelector<HTMLElement>('[data-measure=total] .figure')!.click();
  await expect.poll(() => container.querySelectorAll('.quotes .copied-text').length).toBe(4);
  for (const summary of container.querySelectorAll<HTMLElement>('.source-dialog summary')) summary.click();
  await expect.poll(() => container.querySelector('.source-dialog pre')).not.toBeNull();
  const sheet = container.querySelector<HTMLElement>('.source-dialog')!;
  expect(sheet.scrollWidth).toBeLessThanOrEqual(390);
  const { violations } = await axe.run(sheet);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
