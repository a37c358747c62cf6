import '../../src/app.css';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../src/App.svelte';
import type { Scope } from '../../src/metrics/dashboard.ts';
import type { StartDashboard } from '../../src/state/started.ts';
import { fixtureDashboard, startedFixture } from '../fixtures/dashboard-rows.ts';
import { RATE_CONFLICT, TOTAL_CONFLICT } from '../fixtures/reconciliation-rows.ts';

const start: StartDashboard = async () => startedFixture();
const heading = () => page.getByRole('heading', { level: 1 });
const dialog = () => page.getByRole('dialog');
const asked = () => new URLSearchParams(location.search);

beforeEach(async () => {
  history.replaceState(null, '', location.pathname);
  await page.viewport(1280, 800);
});

const open = (search = '') => {
  history.replaceState(null, '', `?view=reconciliation${search}`);
  return render(App, { start });
};

describe('the page of the reconciliation', () => {
  test('opens from the masthead with its finding, and back leads to the overview', async () => {
    await render(App, { start });
    await expect.element(heading()).toHaveTextContent('1000.00万元');
    await page.getByRole('link', { name: /勾稽核对/ }).click();
    await expect.element(heading()).toHaveTextContent('示例市园林局2024年决算：核对 125 处，2 处不一致（待核实）');
    expect(asked().get('view')).toBe('reconciliation');
    expect(document.title).toBe('勾稽核对 · 示例市园林局 2024年 · 决算年比');
    history.back();
    await expect.element(heading()).toHaveTextContent('1000.00万元');
  });

  test('names the queries whose rows it counts, and that the units are counted too', async () => {
    await open();
    await expect.element(heading()).toBeVisible();
    const [findings, coverage] = [0, 1].map((at) => page.getByText('计算用的 SQL').nth(at));
    await findings!.click();
    await expect.element(page.getByText('-- reconciliation', { exact: false }).first()).toBeVisible();
    await findings!.click();
    await coverage!.click();
    await expect.element(page.getByText('-- reconciliation_coverage', { exact: false })).toBeVisible();
    await expect.element(page.getByText(/对部门及其各单位各做一次/).last()).toBeVisible();
    await expect.element(page.getByText(/对部门及其各单位各做一次/).first()).not.toBeVisible();
  });

  test('counts each result, and shows those that agree a hundred at a time', async () => {
    const { container } = await open();
    await expect.element(heading()).toBeVisible();
    expect([...container.querySelectorAll('.verdict-count strong')].map((count) => count.textContent)).toEqual([
      '2',
      '1',
      '1',
      '1',
      '120',
    ]);
    const items = () => container.querySelectorAll('.finding-items > li').length;
    expect(items()).toBe(4);
    await page.getByRole('button', { name: '看相符的 120 处' }).click();
    await expect.poll(items).toBe(100);
    await page.getByRole('button', { name: '再显示 20 处' }).click();
    await expect.poll(items).toBe(120);
    expect(asked().get('verdict')).toBe('agree');
  });

  test('a cell of the matrix narrows the list, and pressed again lets go', async () => {
    const { container } = await open();
    const cell = page.getByRole('button', { name: /^基本支出表，上下级合计：\s*1\s*处$/ });
    await cell.click();
    await expect.poll(() => container.querySelectorAll('.finding-items > li').length).toBe(1);
    expect(Object.fromEntries(asked())).toMatchObject({ rule: 'children_sum', statement: 'basic_expenditure' });
    await expect.element(cell).toHaveAttribute('aria-pressed', 'true');
    await cell.click();
    await expect.poll(() => container.querySelectorAll('.finding-items > li').length).toBe(4);
  });

  test('what only follows from a finding is folded under it', async () => {
    await open();
    const summary = page.getByText('由此引起的另有 1 处');
    await expect.element(page.getByText(RATE_CONFLICT.message)).not.toBeVisible();
    await summary.click();
    await expect.element(page.getByText(RATE_CONFLICT.message)).toBeVisible();
  });

  test('says how many numbers took part, and lists those that did not', async () => {
    const { container } = await open();
    await expect.element(page.getByRole('heading', { name: '87 个数字中，74 个参加了核对' })).toBeVisible();
    await page.getByRole('button', { name: '收入支出总表：看没有参加核对的 11 个数字' }).click();
    await expect.poll(() => container.querySelectorAll('.unchecked tbody tr').length).toBe(11);
    expect(document.activeElement?.textContent).toBe('收入支出总表：没有参加核对的 11 个数字');
  });
});

describe('an opened finding', () => {
  const link = `&finding=${encodeURIComponent(TOTAL_CONFLICT.finding_id)}`;

  test('shows the sentence and the row of the table, the numbers in question marked, and the query that found it', async () => {
    const { container } = await open(link);
    await expect.element(dialog()).toHaveTextContent(TOTAL_CONFLICT.message);
    await expect
      .poll(() => [...container.querySelectorAll('mark.asked')].map((mark) => mark.textContent))
      .toEqual(['1010万元（参加核对）', '1,000.00（参加核对）']);
    await expect.element(dialog()).toHaveTextContent('退休');
    await expect.element(dialog()).toHaveTextContent('850.00');
    await expect.element(dialog()).toHaveTextContent('（空白）');
    await expect.element(dialog()).toHaveTextContent('0f'.repeat(32));
    await page.getByText('找出这一处的查询').click();
    await expect.element(page.getByText('-- purpose: narrative_vs_statement')).toBeVisible();
  });

  test('is opened and closed by the keyboard, and gives the focus back', async () => {
    await open();
    const title = page.getByRole('button', { name: /^收、支总计\s*（看两处原文）/ });
    await expect.element(title).toBeVisible();
    (title.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog()).toBeVisible();
    expect(asked().get('finding')).toBe(TOTAL_CONFLICT.finding_id);
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(asked().has('finding')).toBe(false);
    expect(document.activeElement).toBe(title.element());
  });

  test('leads to what follows from it, and back', async () => {
    await open(link);
    await page.getByText('由此引起的 1 处').click();
    await page.getByRole('button', { name: RATE_CONFLICT.message }).click();
    await expect.element(dialog()).toHaveTextContent('由这一处不一致引起');
    expect(asked().get('finding')).toBe(RATE_CONFLICT.finding_id);
    history.back();
    await expect.element(dialog()).toHaveTextContent('由此引起的 1 处');
    history.back();
  });

  test('that there is not is dropped with a word, like a rule that there is not', async () => {
    await open('&finding=nothing&rule=no_rule');
    await expect
      .element(page.getByRole('complementary', { name: '提示' }))
      .toHaveTextContent('地址中的核对规则“no_rule”不认识；地址中的核对结果“nothing”不在数据中');
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(asked().has('finding')).toBe(false);
    expect(asked().has('rule')).toBe(false);
  });
});

describe('a contradicted figure of the overview', () => {
  test('has no mark before the checks have run, and then one that opens the finding', async () => {
    let answer!: () => void;
    const run = new Promise<void>((resolve) => (answer = resolve));
    const asking: string[] = [];
    const rows = fixtureDashboard();
    const dashboard = {
      ...rows,
      execution: async (...scope: Parameters<typeof rows.execution>) => {
        asking.push('execution');
        return rows.execution(...scope);
      },
      contradictedFigures: async () => {
        asking.push('contradictions');
        await run;
        return rows.contradictedFigures();
      },
    };
    const { container } = await render(App, { start: async () => startedFixture({ dashboard }) });
    await expect.poll(() => asking).toEqual(['execution', 'contradictions']);
    expect(container.querySelectorAll('.tile .mark')).toHaveLength(0);
    expect(page.getByRole('link', { name: /处不一致/ }).elements()).toEqual([]);
    answer();
    await expect.element(page.getByRole('link', { name: '勾稽核对 2 处不一致' })).toBeVisible();
    const mark = () => container.querySelector<HTMLElement>('[data-measure=total] .mark');
    await expect.poll(() => mark()?.textContent).toBe('不一致（待核实）（查看这处不一致的两边）');
    mark()!.click();
    await expect.element(dialog()).toHaveTextContent(TOTAL_CONFLICT.message);
    history.back();
    await expect.element(heading()).toHaveTextContent('1000.00万元');
  });

  test('is marked in the source of the figure and in the table of its chart', async () => {
    const { container } = await render(App, { start });
    await expect.poll(() => container.querySelector('[data-measure=total] .mark')).not.toBeNull();
    await expect.element(page.getByText('图中与别处不一致的数字：').first()).toBeVisible();
    container.querySelector<HTMLElement>('[data-measure=total] .figure')!.click();
    await expect.element(dialog().getByRole('button', { name: /^不一致（待核实）/ })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    container.querySelector<HTMLElement>('#totals .panel-tools button')!.click();
    await expect.poll(() => container.querySelectorAll('#totals td .mark').length).toBe(1);
  });
});

test('In English the reconciliation speaks English, and what the documents say stays as it is', async () => {
  await open('&lang=en');
  await expect
    .element(heading())
    .toHaveTextContent('示例市园林局, final accounts of 2024: 125 comparisons, 2 inconsistent (to be verified)');
  await expect
    .element(page.getByText(/收、支总计: 正文写明的决算数 1,010.*inconsistent \(to be verified\)\.$/))
    .toBeVisible();
});

test('A failure of the checks is said, can be tried again, and leaves the overview alone', async () => {
  let tries = 0;
  const rows = fixtureDashboard();
  const dashboard = {
    ...rows,
    reconciliation: async (scope: Scope) => {
      // Asked for the body and for each of its units.
      if (scope.department === 'example-parks') tries += 1;
      if (tries === 1) throw new Error('the worker was restarted');
      return rows.reconciliation(scope);
    },
  };
  history.replaceState(null, '', '?view=reconciliation');
  await render(App, { start: async () => startedFixture({ dashboard }) });
  await expect.element(heading()).toHaveTextContent('核对没有算出来');
  await expect.element(page.getByText('the worker was restarted')).toBeVisible();
  await page.getByRole('button', { name: '重试' }).click();
  await expect.element(heading()).toHaveTextContent('2 处不一致（待核实）');
});

test('A narrow page keeps all of the reconciliation inside its width', async () => {
  await page.viewport(390, 844);
  await open();
  await expect.element(page.getByRole('heading', { name: '哪张表、哪条规则' })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
