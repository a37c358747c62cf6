import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dist } from '../../tools/build.mjs';
import { pdfOf } from '../collection/written-pdf.ts';
import { SAMPLE, write } from '../ingest/written-disclosure.ts';
import { openPage } from './browser.ts';

test('The built worker reads a PDF and writes its snapshot under the policy of the page', async () => {
  const { page, observed } = await openPage();
  const script = readdirSync(join(dist, 'assets')).find((name) => /^reading-worker-.*\.js$/.test(name))!;
  const content = [...pdfOf(write(SAMPLE))];
  const answer = await page.evaluate(
    ({ address, bytes }) =>
      new Promise<{ error?: string; name?: string; figures?: number; bytes?: number }>((resolve) => {
        const at = (path: string) => new URL(path, document.baseURI).href;
        const worker = new Worker(at(address), { type: 'module' });
        worker.onerror = ({ message }) => resolve({ error: message });
        worker.onmessage = ({ data }) => {
          if ('error' in data) resolve({ error: data.error });
          if (!('readings' in data)) return;
          const [{ summary, parquet }] = data.readings;
          resolve({ name: summary.body.name, figures: summary.figures, bytes: parquet.length });
        };
        const addresses = { bodies: at('data/bodies.json'), characterMaps: at('cmaps/') };
        worker.postMessage({ file: new File([new Uint8Array(bytes)], 'archive.pdf'), correction: {}, addresses });
      }),
    { address: `assets/${script}`, bytes: content },
  );
  expect(answer).toMatchObject({ name: SAMPLE.body });
  expect(answer.figures).toBeGreaterThan(100);
  expect(answer.bytes).toBeGreaterThan(0);
  expect(observed).toMatchObject({ consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] });
});
