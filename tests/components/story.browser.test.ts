import '../../src/app.css';
import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../src/App.svelte';
import type { StartDashboard } from '../../src/state/started.ts';
import { startedFixture } from '../fixtures/dashboard-rows.ts';

const start: StartDashboard = async () => startedFixture();

async function openAt(search: string) {
  history.replaceState(null, '', `${location.pathname}?department=example-parks&year=2024&${search}`);
  const { container } = await render(App, { start });
  return container;
}
const stage = () => document.querySelector<HTMLElement>('.stage.whole-screen');
const headline = () => stage()?.querySelector('h1')?.textContent?.trim() ?? '';
const place = () => stage()?.querySelector('.slide-place-of')?.textContent ?? '';
const parameter = (name: string) => new URLSearchParams(location.search).get(name);

beforeEach(async () => {
  sessionStorage.clear();
  history.replaceState(null, '', location.pathname);
  delete document.documentElement.dataset.theme;
  await page.viewport(1280, 800);
});

test('F presents the ready-made story of what is open, and Escape goes back to arranging it', async () => {
  await openAt('view=change');
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => document.querySelector('#change svg')).not.toBeNull();
  await userEvent.keyboard('f');
  await expect.poll(headline).toContain('2024年收支总计1000.00万元，较上年减少100.50万元，下降9.1%');
  expect(parameter('story')).toBe('auto');
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(place).toMatch(/^2 \//);
  await userEvent.keyboard('{Escape}');
  await expect.poll(stage).toBeNull();
  expect(parameter('view')).toBe('story');
  expect(parameter('step')).toBe('2');
});

test('F is a letter where something is typed', async () => {
  await openAt('view=check');
  await page.getByRole('textbox').first().click();
  await userEvent.keyboard('f');
  expect(parameter('present')).toBeNull();
});

test('A number and Enter jump, B blanks until any key, T shows the table and again the step', async () => {
  await openAt('view=story&present=screen&step=1&story=auto');
  await expect.poll(place).toMatch(/^1 \//);
  await userEvent.keyboard('3{Enter}');
  await expect.poll(place).toMatch(/^3 \//);
  await userEvent.keyboard('b');
  await expect.poll(() => document.querySelector('.stage-blank')).not.toBeNull();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => document.querySelector('.stage-blank')).toBeNull();
  expect(place()).toMatch(/^3 \//);
  await userEvent.keyboard('t');
  await expect.poll(() => document.querySelectorAll('.stage-sheet tbody tr').length).toBeGreaterThan(1);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('.stage-sheet')).toBeNull();
  expect(place()).toMatch(/^3 \//);
});

test('Steps are moved, doubled and removed by keyboard, and the ready-made story comes back', async () => {
  await openAt('view=story');
  const names = () => [...document.querySelectorAll('.steps .panel-name')].map(({ textContent }) => textContent);
  await expect.poll(() => names()[0]).toBe('1. 总量与增减');
  const before = names();
  page.getByRole('button', { name: '下移' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => names()[1]).toBe('2. 总量与增减');
  await page.getByRole('button', { name: '复制一步' }).click();
  await expect.poll(() => names().length).toBe(before.length + 1);
  await page.getByRole('button', { name: '删除' }).first().click();
  await expect.poll(() => names().length).toBe(before.length);
  expect(parameter('story')).not.toBe('auto');
  await page.getByRole('button', { name: '恢复现成的讲述' }).click();
  await expect.poll(names).toEqual(before);
  expect(parameter('story')).toBe('auto');
});

test('A story that cannot be read opens the ready-made one and says so', async () => {
  await openAt('view=story&story=1xxxx');
  await expect.element(page.getByText('地址中的讲述读不出来')).toBeVisible();
  await expect.poll(() => document.querySelectorAll('.steps li').length).toBeGreaterThan(3);
});

test.each(['light', 'dark'] as const)('The page of the story and the stage pass axe (%s)', async (theme) => {
  const container = await openAt(`view=story&theme=${theme}`);
  await expect.poll(() => container.querySelector('.preview svg')).not.toBeNull();
  const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] };
  expect((await axe.run(container, rules)).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await userEvent.keyboard('f');
  await expect.poll(() => stage()?.querySelector('svg')).not.toBeNull();
  expect((await axe.run(stage()!, rules)).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
