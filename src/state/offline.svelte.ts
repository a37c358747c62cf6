import type { OfflineState } from '../offline/keep-offline.ts';

/** Has the page kept for use without a network, and tells the way of it. */
export type KeepOffline = (tell: (state: OfflineState) => void) => Promise<void>;

/** What the page shows comes first: so long after it, in milliseconds, the files are asked for that it does not need yet. */
const PAUSE = 3_000;

export class Offline {
  state = $state.raw<OfflineState>({ kind: 'waiting' });

  #begun = false;

  constructor(private readonly keep: KeepOffline | null) {}

  /** Begins after a pause, once; returns the way to call it off. */
  start(): () => void {
    const { keep } = this;
    if (keep === null || this.#begun) return () => {};
    const timer = setTimeout(() => {
      this.#begun = true;
      void keep((state) => (this.state = state));
    }, PAUSE);
    return () => clearTimeout(timer);
  }
}
