import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { bridge } from '../../src/charts/bridge.ts';
import { budgetBullets } from '../../src/charts/budget-bullets.ts';
import type { Chart } from '../../src/charts/chart.ts';
import { comparedDots } from '../../src/charts/compared-dots.ts';
import { comparedSlopes } from '../../src/charts/compared-slopes.ts';
import { executionRates } from '../../src/charts/execution-rates.ts';
import { shareBars } from '../../src/charts/share-bars.ts';
import { trendLines } from '../../src/charts/trend-lines.ts';
import { yearColumns } from '../../src/charts/year-columns.ts';
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

const wide = { narrow: false };
const told = (name: string) => ({ name, tooltip: `${name}的提示`, pick: name });

/** Each chart of two bodies that have little in common: rows, their number, names, texts, amounts and years. */
const OF_TWO_BODIES: Record<string, readonly [Chart, Chart]> = {
  shares: [
    shareBars([{ ...told('甲'), amount: '5', parts: null, label: '5.00' }], wide),
    shareBars(
      [
        {
          ...told('社会保障和就业支出'),
          amount: '1234567.89',
          parts: null,
          prior: '2000000',
          label: '1,234,567.89 · 80%',
        },
        { ...told('乙'), amount: '30', parts: { first: '10', second: '20' }, label: '30.00' },
        { ...told('丙'), amount: '-7', parts: null, label: '-7.00' },
      ],
      wide,
    ),
  ],
  'a change and its parts': [
    bridge(
      { ...told('2023'), amount: '10', label: '10' },
      [{ ...told('甲'), change: '-3', attributed: true, label: '-3' }],
      { ...told('2024'), amount: '7', label: '7' },
      wide,
    ),
    bridge(
      { ...told('2022年决算'), amount: '100', label: '100.00' },
      [
        { ...told('无法归因'), change: '25', attributed: false, label: '+25.00' },
        { ...told('一般公共服务支出'), change: '1000', attributed: true, label: '+1,000.00' },
      ],
      { ...told('2023年决算'), amount: '1125', label: '1,125.00' },
      wide,
    ),
  ],
  'actual amounts beside budgets': [
    budgetBullets([{ ...told('甲'), actual: '5', budget: null, implied: true, label: '5' }], wide),
    budgetBullets(
      [
        { ...told('公务用车购置及运行费'), actual: '50', budget: '80', implied: false, label: '50.00 / 80.00' },
        { ...told('乙'), actual: '0', budget: '1', implied: false, label: '0' },
      ],
      wide,
    ),
  ],
  'rates of execution': [
    executionRates([{ ...told('甲'), rate: '92', label: '92%', total: false }], wide),
    executionRates(
      [
        { ...told('合计'), rate: '150', label: '150.0% · 1,234.00', total: true },
        { ...told('大气'), rate: null, label: '年初预算为 0', total: false },
      ],
      wide,
    ),
  ],
  'bodies on one scale': [
    comparedDots([{ ...told('甲'), value: '5', label: '5' }], 'actual', wide),
    comparedDots(
      [
        { ...told('普陀区发展和改革委员会'), value: '-12.5', label: '-12.5%（第 1）' },
        { ...told('乙'), value: '30', label: '30%' },
      ],
      'actual',
      wide,
    ),
  ],
  'bodies in two years': [
    comparedSlopes(
      [{ ...told('甲'), prior: '5', now: '6', implied: false, priorLabel: '5', nowLabel: '6 甲' }],
      ['2022', '2023'],
      'actual',
      wide,
    ),
    comparedSlopes(
      Array.from({ length: 14 }, (_, at) => ({
        ...told(`部门${at}`),
        prior: String(at * 10),
        now: String(90 - at),
        implied: at === 3,
        priorLabel: `${at * 10}.00`,
        nowLabel: `${90 - at}.00 部门${at}`,
      })),
      ['2023年', '2024年'],
      'actual',
      wide,
    ),
  ],
  'lines over the years': [
    trendLines(
      [
        {
          name: '支出',
          dashed: false,
          points: [{ ...told('a'), year: 2023, value: '5', implied: true, contested: false, label: '5' }],
        },
      ],
      { years: [2023], names: ['支出'], domain: ['0', '5'], axis: 'wan', height: 200, legend: true },
    ),
    trendLines(
      [false, true].map((dashed) => ({
        name: '“三公”经费',
        dashed,
        points: [2022, 2024].map((year) => ({
          ...told(`${year}`),
          year,
          value: dashed ? '800' : String(year - 1500),
          implied: false,
          contested: year === 2024,
          label: '数',
        })),
      })),
      {
        years: [2022, 2023, 2024],
        names: ['“三公”经费'],
        domain: ['0', '800'],
        axis: 'wan',
        height: 260,
        legend: true,
      },
    ),
  ],
  'columns over the years': [
    yearColumns([{ ...told('a'), year: 2023, series: 'whole', amount: '5', label: '5', implied: true }], wide),
    yearColumns(
      [2023, 2024].flatMap((year) =>
        (['whole', 'part'] as const).map((series) => ({
          ...told(`${year} ${series}`),
          year,
          series,
          amount: series === 'whole' ? '700' : '650',
          label: series,
          implied: false,
        })),
      ),
      wide,
    ),
  ],
};

describe.each(Object.entries(OF_TWO_BODIES))('a chart of %s', (_name, [one, other]) => {
  // Marks of an axis stand in the order in which they came; the backgrounds of groups are not seen.
  const shapes = (container: Element): string[] => {
    const drawing = container.querySelector('svg.marks');
    const drawn = [...container.querySelectorAll('svg.marks :is(text, path, line):not(.background)')];
    const size = [drawing?.getAttribute('width'), drawing?.getAttribute('height')].join(' × ');
    return [size, ...drawn.map(({ outerHTML }) => outerHTML).toSorted()];
  };

  test('goes from one body to another and back in one drawing, each as if drawn anew', async () => {
    const given = { mode: 'light' as const, description: '图', onpick: vi.fn<(pick: string) => void>() };
    const first = await render(VegaChart, { ...given, chart: one });
    const second = await render(VegaChart, { ...given, chart: other });
    await expect.poll(() => shapes(first.container).length).toBeGreaterThan(1);
    await expect.poll(() => shapes(second.container).length).toBeGreaterThan(1);
    const [asOne, asOther] = [shapes(first.container), shapes(second.container)];
    const drawings = [first, second].map(({ container }) => container.querySelector('svg.marks'));
    expect(asOne).not.toEqual(asOther);
    await first.rerender({ ...given, chart: other });
    await second.rerender({ ...given, chart: one });
    await expect.poll(() => shapes(first.container)).toEqual(asOther);
    await expect.poll(() => shapes(second.container)).toEqual(asOne);
    expect([first, second].map(({ container }) => container.querySelector('svg.marks'))).toEqual(drawings);

    await first.unmount();
    await second.unmount();
    const again = await render(VegaChart, { ...given, chart: other });
    await expect.poll(() => shapes(again.container)).toEqual(asOther);
    expect(drawings).toContain(again.container.querySelector('svg.marks'));
  });
});

test('a drawing that is taken out again tells its clicks to the new page, and is as wide as there', async () => {
  const [before, after] = [props('5', '5.00'), props('6', '6.00')];
  const first = await render(VegaChart, before);
  await expect.poll(() => first.container.querySelector('.mark-rect path')).not.toBeNull();
  await first.unmount();
  const place = document.body.appendChild(document.createElement('div'));
  place.style.width = '333px';
  const { container } = await render(VegaChart, { target: place, props: after });
  await expect.poll(() => container.querySelector('svg')?.textContent).toContain('6.00');
  await expect.poll(() => container.querySelector('svg')?.getAttribute('width')).toBe('333');
  container
    .querySelector('.mark-rect path')!
    .dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 20, clientY: 20 }));
  await expect.poll(() => after.onpick.mock.calls).toContainEqual(['a']);
  expect(before.onpick).not.toHaveBeenCalled();
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
