import type { Page } from 'playwright-core';
import type { Case, Measurement } from '../case.ts';
import type { BenchWatch, Redraw } from '../page/watched.ts';

declare const benchWatch: BenchWatch;

/** The interactions that are measured: a choice of the page, by its label. */
const CHOICES = [
  { label: '部门', what: 'Another department chosen' },
  { label: '年度', what: 'Another year chosen' },
] as const;

/** One page for all: its reader changes department and year again and again. */
export const redraw: Case = {
  name: 'redraw',
  purpose: 'the overview redrawn after a change of department or year, against a change of one attribute of the page',
  async run({ runs, openSite }) {
    const { page, context } = await openSite();
    try {
      await page.evaluate(() => benchWatch.opened());
      const measurements: Measurement[] = [];
      for (const { label, what } of CHOICES) {
        if (label === '年度') await chooseBodyOfMostYears(page);
        const redrawn: Redraw[] = [];
        const empty: Redraw[] = [];
        for (let run = 0; run < runs; run += 1) {
          empty.push(await page.evaluate(() => benchWatch.emptyTurn()));
          redrawn.push(await page.evaluate((label) => benchWatch.chooseNext(label), label));
        }
        const painted = redrawn.map(({ painted }) => painted);
        measurements.push(
          {
            measured: { what: `${what} to all charts painted`, samples: painted },
            against: { what: 'one attribute changed to painted', samples: empty.map(({ painted }) => painted) },
          },
          {
            measured: { what: `${what} to all rows there`, samples: redrawn.map(({ rows }) => rows) },
            against: { what: 'to all charts painted', samples: painted },
          },
        );
      }
      return { measurements, notes: [`The overview in a window of 1366 × 768, each option in turn.`] };
    } finally {
      await context.close();
    }
  },
};

async function chooseBodyOfMostYears(page: Page): Promise<void> {
  const years = () => page.evaluate(() => benchWatch.options('年度'));
  const next = () => page.evaluate(() => benchWatch.chooseNext('部门'));
  const counts: number[] = [];
  const bodies = await page.evaluate(() => benchWatch.options('部门'));
  for (let at = 0; at < bodies; at += 1) {
    await next();
    counts.push(await years());
  }
  const most = Math.max(...counts);
  if (most < 2) throw new Error('No department of the shipped data has two years.');
  while ((await years()) < most) await next();
}
