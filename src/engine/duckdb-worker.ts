// First of all imports: what comes after it cannot reach another origin.
import './same-origin.ts';
import { DEFAULT_RUNTIME, VoidLogger, createDuckDB } from '@duckdb/duckdb-wasm/blocking';
import { EngineLost } from './engine-lost.ts';
import type { Result } from './engine.ts';
import { WasmSession } from './wasm-session.ts';
import type { WasmAddresses, WorkerAnswer, WorkerRequest } from './worker-messages.ts';

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
    watchInstantiation(reject);
    database.instantiate(() => {}).then(() => resolve(), reject);
  });
  return new WasmSession(database);
}

/**
 * The library waits for ever when the module cannot be fetched or compiled, refuses hosts that serve .wasm under
 * another type, and is silent about the progress of a quick download. All three are met here.
 */
function watchInstantiation(reject: (error: unknown) => void): void {
  const instantiateStreaming = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    try {
      const response = await source;
      if (!response.ok) throw new Error(`the file of the engine: HTTP ${response.status}`);
      const counted = new Response(response.body?.pipeThrough(byteCounter(lengthOf(response))), {
        headers: { 'content-type': 'application/wasm' },
      });
      return await instantiateStreaming(counted, imports);
    } catch (error) {
      reject(error);
      throw error;
    }
  };
}

/** Bytes of the module; null where the host does not say, or says that of a compressed file. */
function lengthOf({ headers }: Response): number | null {
  const length = Number(headers.get('content-length') ?? '');
  return headers.get('content-encoding') === null && length > 0 ? length : null;
}

function byteCounter(total: number | null): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let loaded = 0;
  return new TransformStream({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      post({ progress: { loaded, total } });
      controller.enqueue(chunk);
    },
  });
}
