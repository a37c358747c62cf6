import { openDataInNode } from '../../src/engine/data-in-node.ts';
import type { Data } from '../../src/engine/data.ts';
import { startNative } from '../../src/engine/native-engine.ts';
import type { Case, Measurement } from '../case.ts';
import type { BenchPage } from '../page/bench-page.ts';

declare const benchPage: BenchPage;

/** The queries are those of the catalogue: one that is added is measured without a word here. */
export const queries: Case = {
  name: 'queries',
  purpose: 'every query of queries/metrics over all shipped data, DuckDB-wasm in Chromium against current DuckDB',
  async run({ runs, openBenchPage }) {
    const { page, context } = await openBenchPage();
    const native = await openDataInNode({ start: startNative });
    try {
      const names = await page.evaluate(() => benchPage.open());
      const measurements: Measurement[] = [];
      for (const name of names) {
        const inWasm: number[] = [];
        const inNative: number[] = [];
        for (let run = 0; run < runs; run += 1) {
          const left = await page.evaluate((name) => benchPage.query(name), name);
          const right = await timed(native, name);
          if (left.rows !== right.rows)
            throw new Error(`${name}: ${left.rows} rows in Chromium, ${right.rows} in Node`);
          inWasm.push(left.time);
          inNative.push(right.time);
        }
        measurements.push({
          measured: { what: `Query \`${name}\` in Chromium`, samples: inWasm },
          against: { what: 'in current DuckDB', samples: inNative },
        });
      }
      const { rows } = await native.engine.query('select count(*) as rows from snapshot');
      return {
        measurements,
        notes: [`Over all ${rows[0]!.rows} records of the shipped snapshots; the first run counts.`],
      };
    } finally {
      await native.close();
      await context.close();
    }
  },
};

async function timed(data: Data, name: string): Promise<{ time: number; rows: number }> {
  const start = performance.now();
  const { rows } = await data.query(name);
  return { time: performance.now() - start, rows: rows.length };
}
