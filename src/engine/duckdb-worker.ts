// First of all imports: what comes after it cannot reach another origin.
import './same-origin.ts';
import { DEFAULT_RUNTIME, VoidLogger, createDuckDB } from '@duckdb/duckdb-wasm/blocking';
import { EngineLost } from './engine-lost.ts';
import type { Result } from './engine.ts';
import { WasmSession } from './wasm-session.ts';
import type { WasmAddresses, WorkerAnswer, WorkerRequest } from './worker-messages.ts';

/** "\0asm" */
const WASM_MAGIC = 0x0061736d;

const scope = self as unknown as DedicatedWorkerGlobalScope;
const post = (answer: WorkerAnswer, transfer: Transferable[] = []) => scope.postMessage(answer, transfer);

let session: WasmSession | null = null;
/** Requests are taken one after the other, also while the database is still starting. */
let last: Promise<void> = Promise.resolve();

scope.addEventListener('message', (event: MessageEvent<WorkerRequest>) => {
  last = last.then(() => answer(event.data));
});

async function answer(request: WorkerRequest): Promise<void> {
  try {
    const value = await run(request);
    post({ id: request.id, value }, value instanceof Uint8Array ? [value.buffer] : []);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    post({ id: request.id, error: { message, lost: error instanceof EngineLost || session === null } });
  }
}

async function run(request: WorkerRequest): Promise<Result | Uint8Array | null> {
  if (request.call === 'start') {
    session = await start(request.addresses);
    return null;
  }
  if (session === null) throw new Error('the database is not started');
  switch (request.call) {
    case 'query':
      return session.query(request.sql, request.parameters);
    case 'readFile':
      return session.readFile(request.name);
    case 'addFile':
      session.addFile(request.name, request.bytes);
      return null;
    case 'insertText':
      session.insertText(request.table, request.columns);
      return null;
  }
}

async function start({ eh, mvp }: WasmAddresses): Promise<WasmSession> {
  const bundles = { eh: { mainModule: eh, mainWorker: '' }, mvp: { mainModule: mvp, mainWorker: '' } };
  // No runtime of the browser: it would read addresses and files that a statement names.
  const database = await createDuckDB(bundles, new VoidLogger(), DEFAULT_RUNTIME);
  await new Promise<void>((resolve, reject) => {
    reportFailures(reject);
    const started = database.instantiate(({ bytesLoaded, bytesTotal }) => {
      // The length in the header is that of the compressed file where the host compresses.
      const total = bytesTotal > 0 && bytesLoaded <= bytesTotal ? bytesTotal : null;
      post({ progress: { loaded: bytesLoaded, total } });
    });
    started.then(() => resolve(), reject);
  });
  return new WasmSession(database);
}

/**
 * The library waits for ever when the module cannot be fetched or compiled, and refuses hosts that serve .wasm under
 * another type. Both are met here.
 */
function reportFailures(reject: (error: unknown) => void): void {
  const instantiateStreaming = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    try {
      const response = await source;
      if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
      const type = response.headers.get('content-type')?.split(';')[0]?.trim();
      if (type === 'application/wasm') return await instantiateStreaming(response, imports);
      const module = await response.arrayBuffer();
      // Hosts that answer an unknown path with the page itself.
      if (module.byteLength < 8 || new DataView(module).getUint32(0) !== WASM_MAGIC)
        throw new Error(`${response.url}: not a WebAssembly module`);
      return await WebAssembly.instantiate(module, imports);
    } catch (error) {
      reject(error);
      throw error;
    }
  };
}
