import { TAKE_OVER } from './take-over.ts';

/** Where the copy for use without a network stands. */
export type OfflineState =
  /** Not begun yet. */
  | { kind: 'waiting' }
  /** The browser keeps nothing from this address: plain http, a file, or a browser without service workers. */
  | { kind: 'impossible' }
  | { kind: 'saving' }
  | { kind: 'failed'; message: string }
  /** All files are there, and the next opening of the page needs no network. */
  | { kind: 'ready' }
  /** A new version is there beside the one that runs. */
  | { kind: 'update'; use: () => void };

export interface KeptFiles {
  /** Null where the browser has none, or not on this address. */
  workers: ServiceWorkerContainer | null;
  /** Address of the worker's script. */
  script: URL;
  reload: () => void;
}

/**
 * Has the browser keep all files of the page, and tells how far that is. A new version waits until the reader takes it, or
 * until all pages of the old one are closed; when one page takes it, all of them load it.
 */
export async function keepOffline(
  { workers, script, reload }: KeptFiles,
  tell: (state: OfflineState) => void,
): Promise<void> {
  if (workers === null) return tell({ kind: 'impossible' });
  // The page that starts without a worker gets none while it runs.
  const isControlled = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    if (isControlled) reload();
  });
  let registration: ServiceWorkerRegistration;
  try {
    registration = await workers.register(script, { updateViaCache: 'none' });
  } catch (error) {
    return tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
  const follow = (worker: ServiceWorker) => {
    const look = () => {
      if (worker.state === 'installing') return tell({ kind: 'saving' });
      if (worker.state === 'redundant' && registration.active === null) return tell({ kind: 'failed', message: '' });
      if (worker.state === 'installed' && isControlled)
        return tell({ kind: 'update', use: () => worker.postMessage(TAKE_OVER) });
      if (registration.active !== null && registration.waiting === null) tell({ kind: 'ready' });
    };
    look();
    worker.addEventListener('statechange', look);
  };
  registration.addEventListener('updatefound', () => {
    if (registration.installing !== null) follow(registration.installing);
  });
  const newest = registration.installing ?? registration.waiting ?? registration.active;
  if (newest !== null) follow(newest);
}
