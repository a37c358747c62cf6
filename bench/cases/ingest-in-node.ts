import { spawnSync } from 'node:child_process';
import { inRoot } from '../../tools/root.mjs';
import type { Case } from '../case.ts';
import type { ProcessAnswer } from './ingest-in-node-process.ts';

/** Each reading has a process of its own: nobody reads the same document twenty times, with code that is warm by then. */
export const ingestInNode: Case = {
  name: 'ingest-node',
  purpose: 'a document read, recognised and written as a snapshot in Node, against bare text extraction by pdf.js',
  async run({ runs, document }) {
    const { file, description } = await document();
    const ingested: ProcessAnswer[] = [];
    const bare: ProcessAnswer[] = [];
    for (let run = 0; run < runs; run += 1) {
      bare.push(inProcess('text', file));
      ingested.push(inProcess('ingest', file));
    }
    return {
      measurements: [
        {
          measured: {
            what: 'PDF read, recognised, written as a snapshot, in Node',
            samples: ingested.map(({ time }) => time),
          },
          against: { what: 'its bare text by pdf.js', samples: bare.map(({ time }) => time) },
        },
      ],
      notes: [`The document: ${description}; ${ingested[0]!.found} figures, ${bare[0]!.found} letters.`],
    };
  },
};

function inProcess(what: 'ingest' | 'text', file: string): ProcessAnswer {
  const script = inRoot('bench/cases/ingest-in-node-process.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, what, file], {
    cwd: inRoot(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The document could not be read in Node: ${stderr}`);
  return JSON.parse(stdout) as ProcessAnswer;
}
