import type { Page } from 'playwright-core';
import type { Bench, Case } from '../case.ts';
import type { BenchPage } from '../page/bench-page.ts';
import type { BenchWatch } from '../page/watched.ts';

declare const benchWatch: BenchWatch;
declare const benchPage: BenchPage;

/** How long an idle page is watched before the first reading, in milliseconds; then as long as the reading before took. */
const FIRST_WATCH = 2000;

interface Reading {
  time: number;
  idle: Frames;
  busy: Frames;
}
type Frames = ReturnType<BenchWatch['framesWatched']>;

/** Each reading has a page of its own that has read nothing before. */
export const ingestInChromium: Case = {
  name: 'ingest-chromium',
  purpose:
    'the same on the built page, against bare text extraction in a worker; and how the page stays free meanwhile',
  async run(bench) {
    const { file, description } = await bench.document();
    const readings: Reading[] = [];
    const bare: number[] = [];
    for (let run = 0; run < bench.runs; run += 1) {
      bare.push(await bareText(bench, file));
      readings.push(await read(bench, file, readings.at(-1)?.time ?? FIRST_WATCH));
    }
    const longTasks = (of: 'idle' | 'busy') => Math.max(...readings.map((reading) => reading[of].longestTask));
    return {
      measurements: [
        {
          measured: {
            what: 'PDF chosen on the page to its summary shown, in Chromium',
            samples: readings.map(({ time }) => time),
          },
          against: { what: 'its bare text by pdf.js in a worker', samples: bare },
        },
        {
          measured: {
            what: 'Longest gap between two frames while it is read',
            samples: readings.map(({ busy }) => busy.longestGap),
          },
          against: { what: 'on the same page, idle as long', samples: readings.map(({ idle }) => idle.longestGap) },
        },
      ],
      notes: [
        `The document: ${description}.`,
        `The longest task of 50 ms or more on the page's own thread in all runs: ${inWords(longTasks('busy'))} while a document is read, ${inWords(longTasks('idle'))} on the idle page.`,
      ],
    };
  },
};

async function read(bench: Bench, file: string, watch: number): Promise<Reading> {
  const { page, context } = await bench.openSite();
  try {
    await page.evaluate(() => benchWatch.opened());
    await page.evaluate(() => benchWatch.watchFrames());
    await page.waitForTimeout(watch);
    const idle = await page.evaluate(() => benchWatch.framesWatched());
    await page.evaluate(() => benchWatch.watchFrames());
    const [time] = await Promise.all([page.evaluate(() => benchWatch.fileShown()), choose(page, file)]);
    const busy = await page.evaluate(() => benchWatch.framesWatched());
    return { time, idle, busy };
  } finally {
    await context.close();
  }
}

async function bareText(bench: Bench, file: string): Promise<number> {
  const { page, context } = await bench.openBenchPage();
  try {
    await choose(page, file);
    return await page.evaluate(() => benchPage.bareText());
  } finally {
    await context.close();
  }
}

const choose = (page: Page, file: string) => page.locator('input[type=file]').first().setInputFiles(file);

const inWords = (task: number) => (task === 0 ? 'none' : `${Math.round(task)} ms`);
