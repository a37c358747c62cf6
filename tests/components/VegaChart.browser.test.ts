import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { shareBars } from '../../src/charts/share-bars.ts';
import VegaChart from '../../src/components/VegaChart.svelte';

const chart = (amount: string, label: string) =>
  shareBars([{ name: '甲', amount, parts: null, label, tooltip: '甲的提示', pick: 'a' }], { narrow: false });
const props = (amount: string, label: string) => ({
  chart: chart(amount, label),
  mode: 'light' as const,
  description: '一根条：甲',
  onpick: vi.fn<(pick: string) => void>(),
});

test('draws with a Chinese description and none of Vega’s English ones', async () => {
  const { container } = await render(VegaChart, props('5', '5.00'));
  await expect.element(page.getByRole('img', { name: '一根条：甲' })).toBeVisible();
  await expect.poll(() => container.querySelector('svg')?.textContent).toContain('5.00');
  // Vega's own words are English: whatever they stand on is kept from those who listen.
  expect(container.querySelector('svg')!.closest('[aria-hidden=true]')).not.toBeNull();
  expect(document.querySelector('style#vega-embed-style, style#vega-tooltip-style')).toBeNull();
});

test('new rows go into the drawing that is there', async () => {
  const first = props('5', '5.00');
  const { container, rerender } = await render(VegaChart, first);
  await expect.poll(() => container.querySelector('svg')?.textContent).toContain('5.00');
  const drawing = container.querySelector('svg');
  // The same number of characters: the room for the text, and so the specification, stays.
  await rerender({ ...first, chart: chart('7', '7.00') });
  await expect.poll(() => container.querySelector('svg')?.textContent).toContain('7.00');
  expect(container.querySelector('svg')).toBe(drawing);
});

test('another colour mode draws anew', async () => {
  const first = props('5', '5.00');
  const { container, rerender } = await render(VegaChart, first);
  const fill = () => container.querySelector('.mark-rect path')?.getAttribute('fill');
  await expect.poll(fill).toBe('#1f4e79');
  await rerender({ ...first, mode: 'dark' });
  await expect.poll(fill).toBe('#8fbce6');
});

test('a mark that is clicked says which figure it stands for', async () => {
  const given = props('5', '5.00');
  const { container } = await render(VegaChart, given);
  await expect.poll(() => container.querySelector('.mark-rect path')).not.toBeNull();
  container
    .querySelector('.mark-rect path')!
    .dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 20, clientY: 20 }));
  await expect.poll(() => given.onpick.mock.calls).toContainEqual(['a']);
});

test('a specification that cannot be drawn says so instead of staying empty', async () => {
  const broken = { rows: [], spec: { ...chart('1', '1').spec, layer: [{ mark: 'nonsense', encoding: {} }] } } as never;
  await render(VegaChart, { ...props('5', '5.00'), chart: broken });
  await expect.element(page.getByRole('alert')).toBeVisible();
});
