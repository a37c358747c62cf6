import '../../src/app.css';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../src/App.svelte';
import type { ClaimEvidence, ClaimQuestion } from '../../src/metrics/claim-rows.ts';
import { DEPARTMENT, fixtureDashboard, startedFixture } from '../fixtures/dashboard-rows.ts';

const asked: ClaimQuestion[] = [];

/** A table that says 14.2 to every question. */
function evidence(question: ClaimQuestion): ClaimEvidence {
  const verdict = question.value === '14.2' ? 'agree' : 'conflict';
  return {
    department_id: DEPARTMENT,
    department_name: '示例市园林局',
    fiscal_year: question.year,
    position: 1,
    evidence: 'actual',
    topic: question.measure ?? '',
    value: '14.2',
    tolerance: '0.005',
    unit: '万元',
    basis: 'published',
    source: 'table',
    scope_detail: null,
    part_value: null,
    whole_value: null,
    whole_role: null,
    locator: '三公经费表·第 3 行',
    part_locator: null,
    document_id: 'example-2024',
    verdict,
    reason: verdict === 'conflict' ? 'truncated' : null,
    reason_text: null,
    reason_detail: verdict === 'conflict' ? '14.2' : null,
    overall_verdict: verdict,
    contested: false,
  };
}

const start = async () =>
  startedFixture({
    dashboard: {
      ...fixtureDashboard(),
      claimCheck: async (question) => {
        asked.push(question);
        return [evidence(question)];
      },
    },
  });
const sentence = () => page.getByRole('textbox', { name: '要核对的句子' });
const result = () => page.getByText(/^看懂/);

beforeEach(async () => {
  asked.length = 0;
  history.replaceState(null, '', '?view=check');
  await page.viewport(1280, 800);
});

test('a sentence that is typed is checked after a pause, number by number, and stands in the address', async () => {
  const { container } = await render(App, { start });
  await sentence().fill('2024年三公经费14.2万元，公务接待费3万元，另约5万元');
  await expect
    .element(result())
    .toHaveTextContent('看懂 2 个数字：14.2万元 符合，3万元 不一致（待核实）；没看懂 1 个。');
  expect([...container.querySelectorAll('mark')].map((mark) => mark.dataset['verdict'])).toEqual([
    'agree',
    'conflict',
    'unclear',
  ]);
  expect(new URLSearchParams(location.search).get('claim')).toBe('2024年三公经费14.2万元，公务接待费3万元，另约5万元');
  expect(asked.map(({ department, year, measure, value }) => [department, year, measure, value])).toEqual([
    [DEPARTMENT, 2024, 'three_public', '14.2'],
    [DEPARTMENT, 2024, 'reception', '3'],
  ]);
  await expect.element(page.getByText('约数，没有确切的值')).toBeVisible();
  await expect.element(page.getByText('像是截去了尾数而没有四舍五入：14.2')).toBeVisible();
});

test('a link opens what was checked, and another year asks anew', async () => {
  history.replaceState(null, '', `?view=check&claim=${encodeURIComponent('三公经费14.2万元')}`);
  await render(App, { start });
  await expect.element(sentence()).toHaveValue('三公经费14.2万元');
  await expect.element(result()).toHaveTextContent('14.2万元 符合');
  await page.getByRole('combobox', { name: '年度' }).selectOptions('2023');
  await expect.poll(() => asked.map(({ year }) => year)).toEqual([2024, 2023]);
});

test('the example is the body’s own and goes with Back', async () => {
  await render(App, { start });
  await page.getByRole('button', { name: '试用示例' }).click();
  await expect
    .poll(() => (sentence().element() as HTMLTextAreaElement).value)
    .toMatch(/^2024年度“三公”经费支出决算为12\.4万元，与上年相比增加0\.5万元，增长3\.9%$/);
  await expect.element(result()).toHaveTextContent('看懂 3 个数字');
  history.back();
  await expect.element(sentence()).toHaveValue('');
  await expect.element(result()).not.toBeInTheDocument();
});

test('Ctrl + Enter checks at once, and the place of the evidence opens its source', async () => {
  await render(App, { start });
  await sentence().fill('三公经费14.2万元');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(result()).toHaveTextContent('14.2万元 符合');
  await page.getByRole('button', { name: '三公经费表·第 3 行' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('示例市园林局2024年度部门决算');
  await expect.element(dialog).toHaveTextContent('queries/metrics/claim_check.sql');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
});

test('a check that fails says so and can be tried again', async () => {
  let tries = 0;
  const dashboard = {
    ...fixtureDashboard(),
    claimCheck: async (question: ClaimQuestion) => {
      tries += 1;
      if (tries === 1) throw new Error('the worker was restarted');
      return [evidence(question)];
    },
  };
  history.replaceState(null, '', `?view=check&claim=${encodeURIComponent('三公经费14.2万元')}`);
  await render(App, { start: async () => startedFixture({ dashboard }) });
  await expect.element(page.getByRole('alert')).toHaveTextContent('the worker was restarted');
  await page.getByRole('button', { name: '重试' }).click();
  await expect.element(result()).toHaveTextContent('14.2万元 符合');
});
