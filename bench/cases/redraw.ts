import type { Page } from 'playwright-core';
import type { Bench, Case, Measurement } from '../case.ts';
import type { BenchWatch, Redraw } from '../page/watched.ts';

declare const benchWatch: BenchWatch;

/** A choice of a page by its label, and what it is called in the report. */
interface Choice {
  label: string;
  what: string;
  /** The department of most years is chosen before. */
  ofManyYears?: true;
}

/** The interactions that are measured, by page. */
const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  '': [
    { label: '部门', what: 'Another department chosen' },
    { label: '年度', what: 'Another year chosen', ofManyYears: true },
    { label: '金额单位', what: 'Another unit chosen' },
  ],
  '?view=compare': [{ label: '指标', what: 'Another measure compared' }],
  '?view=trends': [{ label: '看什么', what: 'Trends seen in another way' }],
};

/** So long does a reader look at a page before the first change, in ms: by then it holds the rows of all departments. */
const LOOKED_AT = 1500;
/** Pages opened for a first change that comes at once. */
const FIRST_CHANGES = 5;

/** One page for each view: its reader changes one choice again and again. */
export const redraw: Case = {
  name: 'redraw',
  purpose: 'a page redrawn after a change of department, year, unit or measure, against a change of one attribute',
  async run({ runs, openSite }) {
    const measurements: Measurement[] = [];
    for (const [path, choices] of Object.entries(CHOICES)) {
      const { page, context } = await openSite(path);
      try {
        await page.evaluate(() => benchWatch.opened());
        await page.waitForTimeout(LOOKED_AT);
        for (const choice of choices) measurements.push(...(await changed(page, choice, runs)));
      } finally {
        await context.close();
      }
    }
    measurements.push(await changedAtOnce(openSite, Math.min(runs, FIRST_CHANGES)));
    return {
      measurements,
      notes: [
        'In a window of 1366 × 768, each option in turn. ' +
          `A page is looked at for ${LOOKED_AT} ms before its first change, but the one that is changed at once.`,
      ],
    };
  },
};

async function changed(page: Page, { label, what, ofManyYears }: Choice, runs: number): Promise<Measurement[]> {
  if (ofManyYears) await chooseBodyOfMostYears(page);
  const redrawn: Redraw[] = [];
  const empty: Redraw[] = [];
  for (let run = 0; run < runs; run += 1) {
    empty.push(await page.evaluate(() => benchWatch.emptyTurn()));
    redrawn.push(await page.evaluate((label) => benchWatch.chooseNext(label), label));
  }
  const painted = redrawn.map(({ painted }) => painted);
  return [
    {
      measured: { what: `${what} to all charts painted`, samples: painted },
      against: { what: 'one attribute changed to painted', samples: empty.map(({ painted }) => painted) },
    },
    {
      measured: { what: `${what} to all rows there`, samples: redrawn.map(({ rows }) => rows) },
      against: { what: 'to all charts painted', samples: painted },
    },
  ];
}

/** The first change as soon as a page is drawn, each in a page of its own: the rows may still be on their way. */
async function changedAtOnce(openSite: Bench['openSite'], runs: number): Promise<Measurement> {
  const first: number[] = [];
  const second: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { page, context } = await openSite();
    try {
      await page.evaluate(() => benchWatch.opened());
      for (const times of [first, second])
        times.push((await page.evaluate(() => benchWatch.chooseNext('部门'))).painted);
    } finally {
      await context.close();
    }
  }
  return {
    measured: { what: 'Another department chosen at once, to all charts painted', samples: first },
    against: { what: 'the one after it', samples: second },
  };
}

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
