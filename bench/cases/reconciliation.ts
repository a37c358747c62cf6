import type { Case } from '../case.ts';
import type { BenchPage } from '../page/bench-page.ts';

declare const benchPage: BenchPage;

/** Each run starts an engine of its own in a new profile: what a reader waits for who asks for the checks at once. */
export const reconciliation: Case = {
  name: 'reconciliation',
  purpose: 'all checks over all shipped data in Chromium, against the data opened with the models of the first stage',
  async run({ runs, openBenchPage }) {
    const opened: number[] = [];
    const reconciled: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const { page, context } = await openBenchPage();
      try {
        const times = await page.evaluate(() => benchPage.startToReconciled());
        opened.push(times.opened);
        reconciled.push(times.reconciled);
      } finally {
        await context.close();
      }
    }
    return {
      measurements: [
        {
          measured: { what: 'All checks made on the opened snapshots', samples: reconciled },
          against: { what: 'from nothing to the snapshots opened', samples: opened },
        },
      ],
      notes: ['Each run starts an engine anew, so that compiling it is in both times.'],
    };
  },
};
