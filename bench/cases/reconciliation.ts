import type { Case } from '../case.ts';
import type { BenchPage } from '../page/bench-page.ts';

declare const benchPage: BenchPage;

/** Each run starts an engine of its own in a new profile: what a reader waits for who asks for the checks at once. */
export const reconciliation: Case = {
  name: 'reconciliation',
  purpose: 'what all checks find in all shipped data, in Chromium: prepared by the build, against run by the reader',
  async run({ runs, openBenchPage }) {
    const inNewPage = async <T>(
      measure: Parameters<Awaited<ReturnType<typeof openBenchPage>>['page']['evaluate']>[0],
    ) => {
      const { page, context } = await openBenchPage();
      try {
        return (await page.evaluate(measure)) as T;
      } finally {
        await context.close();
      }
    };
    type Times = { opened: number; found: number };
    const prepared: Times[] = [];
    const ran: Times[] = [];
    for (let run = 0; run < runs; run += 1) {
      prepared.push(await inNewPage<Times>(() => benchPage.startToFindings('prepared')));
      ran.push(await inNewPage<Times>(() => benchPage.startToFindings('run')));
    }
    const { page, context } = await openBenchPage();
    const again = await page.evaluate((times) => benchPage.reconciledAgain(times), runs);
    await context.close();
    return {
      measurements: [
        {
          measured: {
            what: 'From opened snapshots to the contradicted figures',
            samples: prepared.map(({ found }) => found),
          },
          against: { what: 'with all checks run by the engine just started', samples: ran.map(({ found }) => found) },
        },
        {
          measured: {
            what: 'All snapshots opened, with the prepared findings',
            samples: prepared.map(({ opened }) => opened),
          },
          against: { what: 'without them', samples: ran.map(({ opened }) => opened) },
        },
        {
          measured: { what: 'All checks run again by the same engine', samples: again },
          against: { what: 'by an engine just started', samples: ran.map(({ found }) => found) },
        },
      ],
      notes: ['An engine just started compiles itself while it runs the checks, so that compiling is in those times.'],
    };
  },
};
