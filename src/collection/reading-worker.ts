// First of all imports: what comes after it cannot reach another origin.
import '../engine/same-origin.ts';
import { fetchBytes } from '../engine/fetch-bytes.ts';
import { startWasmWorker } from '../engine/wasm-worker-engine.ts';
import type { WasmEngine } from '../engine/wasm-session.ts';
import { IngestError } from '../ingest/ingest-error.ts';
import type { KnownBody } from '../ingest/bodies.ts';
import { parseKnownBodies } from '../ingest/known-bodies.ts';
import { SnapshotError } from '../snapshot/snapshot-error.ts';
import { readFile } from './read-file.ts';
import type { ReadingAnswer, ReadingRequest } from './worker-messages.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const post = (answer: ReadingAnswer, transfer: Transferable[] = []) => scope.postMessage(answer, transfer);

/** A database of the worker's own, to write Parquet with; it is ended together with the worker. */
let engine: Promise<WasmEngine> | null = null;

scope.addEventListener('message', (event: MessageEvent<ReadingRequest>) => void answer(event.data));

async function answer({ file, correction, addresses }: ReadingRequest): Promise<void> {
  try {
    const readings = await readFile(file, correction, {
      bodies: await knownBodies(addresses.bodies),
      characterMaps: addresses.characterMaps,
      engine: () => (engine ??= startWasmWorker()),
      onProgress: (progress) => post({ progress }),
    });
    post(
      { readings },
      readings.map(({ parquet }) => parquet.buffer),
    );
  } catch (error) {
    post({ error: messageOf(error, file.name) });
  }
}

async function knownBodies(address: string): Promise<KnownBody[]> {
  try {
    const bytes = await fetchBytes(new URL(address), { stallLimit: 30_000, cache: 'no-cache' });
    return parseKnownBodies(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new IngestError('部门名单 data/bodies.json 读取不到：请检查网络后重试。', { cause: error });
  }
}

function messageOf(error: unknown, fileName: string): string {
  if (error instanceof IngestError || error instanceof SnapshotError) return error.message;
  return `读入 ${fileName} 时程序出错（${error instanceof Error ? error.message : String(error)}）；文件没有添加，可再试一次。`;
}
