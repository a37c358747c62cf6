// node --import tsx ingest-in-node-process.ts ingest|text FILE: one reading in a process of its own, as the command line
// does it, without the start of Node. Prints what was measured as JSON.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { SHIPPED_DATA } from '../../src/engine/data-in-node.ts';
import { encodeParquet } from '../../src/engine/parquet.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { parseKnownBodies } from '../../src/ingest/known-bodies.ts';
import { writeSnapshot } from '../../src/snapshot/write.ts';
import { bareTextOf } from '../bare-text.ts';

/** What one process prints; `time` in milliseconds, `found` is figures or letters. */
export interface ProcessAnswer {
  time: number;
  found: number;
}

const CHARACTER_MAPS = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), `cmaps${sep}`);

const [what, file = ''] = process.argv.slice(2);
const directory = await mkdtemp(join(tmpdir(), 'bench-snapshot-'));
try {
  const start = performance.now();
  const found = what === 'text' ? await bareTextOf(await readFile(file), CHARACTER_MAPS) : await ingestInto(directory);
  const answer: ProcessAnswer = { time: performance.now() - start, found };
  console.log(JSON.stringify(answer));
} finally {
  await rm(directory, { recursive: true, force: true });
}

async function ingestInto(directory: string): Promise<number> {
  const bodies = parseKnownBodies(await readFile(join(SHIPPED_DATA, 'bodies.json'), 'utf8'));
  const options = { fileName: basename(file), bodies, characterMaps: CHARACTER_MAPS };
  const disclosure = await ingest(await readFile(file), options);
  const engine = await startWasmNode();
  await writeSnapshot(disclosure, directory, (rows) => encodeParquet(engine, rows));
  await engine.close();
  return disclosure.figures.length;
}
