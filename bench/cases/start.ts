import type { Page } from 'playwright-core';
import type { Bench, Case } from '../case.ts';
import type { BenchPage } from '../page/bench-page.ts';
import type { BenchWatch } from '../page/watched.ts';

declare const benchPage: BenchPage;
declare const benchWatch: BenchWatch;

/** Each start has a profile of its own: nothing is in a cache. */
export const start: Case = {
  name: 'start',
  purpose:
    'the engine with the shipped snapshots to its first rows, and the page to its charts, against a bare select 1',
  async run({ runs, openBenchPage, openSite }) {
    const bare: number[] = [];
    const rows: number[] = [];
    const charts: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      bare.push(await inPage(openBenchPage(), (page) => page.evaluate(() => benchPage.startToSelectOne())));
      rows.push(await inPage(openBenchPage(), (page) => page.evaluate(() => benchPage.startToFirstRows())));
      charts.push(await inPage(openSite(), (page) => page.evaluate(() => benchWatch.opened())));
    }
    const against = { what: 'engine started to `select 1`', samples: bare };
    return {
      measurements: [
        {
          measured: { what: 'Engine started to the first rows of the shipped snapshots', samples: rows },
          against,
        },
        {
          measured: { what: 'Page opened to all charts drawn', samples: charts },
          against,
        },
      ],
      notes: ['Served from this machine: the time on a network is not in it.'],
    };
  },
};

async function inPage(
  opening: ReturnType<Bench['openSite']>,
  measure: (page: Page) => Promise<number>,
): Promise<number> {
  const { page, context } = await opening;
  try {
    return await measure(page);
  } finally {
    await context.close();
  }
}
