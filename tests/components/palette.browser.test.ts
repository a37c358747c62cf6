import '../../src/app.css';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../src/App.svelte';
import { startedFixture } from '../fixtures/dashboard-rows.ts';

const field = () => page.getByRole('combobox', { name: '查找并前往' });
const dialog = () => page.getByRole('dialog', { name: '查找并前往' });
const parameters = () => Object.fromEntries(new URLSearchParams(location.search));

beforeEach(async () => {
  history.replaceState(null, '', `${location.pathname}?department=example-parks&year=2024`);
  delete document.documentElement.dataset.theme;
  await page.viewport(1280, 800);
  await render(App, { start: async () => startedFixture() });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the shortcut opens it, typing finds, the arrows choose, Enter goes there and the shortcut closes it', async () => {
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(field()).toHaveFocus();
  await field().fill('市园林处');
  await expect.element(dialog().getByRole('option').first()).toHaveTextContent('示例市园林局');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.poll(parameters).toMatchObject({ department: 'example-parks', year: '2023' });
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(field()).toHaveValue('');
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(dialog()).not.toBeInTheDocument();
});

test('the Enter that ends the composing of a character chooses nothing', async () => {
  await page.getByRole('button', { name: '查找' }).click();
  await field().fill('苗圃');
  await expect.element(dialog().getByRole('option').first()).toHaveTextContent('苗圃中心');
  const input = field().element();
  input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true, keyCode: 229 }));
  await expect.element(dialog()).toBeVisible();
  expect(parameters()).toMatchObject({ department: 'example-parks' });
  input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(parameters).toMatchObject({ department: 'example-parks-nursery' });
});

test('what nothing matches is said, and a setting is set', async () => {
  await page.getByRole('button', { name: '查找' }).click();
  await field().fill('没有这样的');
  await expect.element(dialog().getByRole('status')).toHaveTextContent('没有与“没有这样的”相符的');
  await field().fill('深色');
  await page.getByRole('option', { name: '明暗：深色' }).click();
  await expect.poll(() => document.documentElement.dataset.theme).toBe('dark');
});
