/** What the presenter's window shows. */
export interface PresenterState {
  step: number;
  count: number;
  headline: string;
  kicker: string;
  notes: readonly string[];
  remarks: readonly string[];
  /** Headline of the step after it; null at the end. */
  next: string | null;
  /** When the presentation began, in ms since 1970. */
  began: number;
}

export type PresenterMessage =
  | { kind: 'state'; state: PresenterState }
  /** From the presenter's window: it is there, and knows nothing yet. */
  | { kind: 'hello' }
  | { kind: 'key'; key: string; shiftKey: boolean }
  | { kind: 'restart' };

/** A way between the two windows of a presentation; messages come as they are sent. */
export interface PresenterLink {
  send: (message: PresenterMessage) => void;
  close: () => void;
}

interface Ends {
  /** Tells presentations of one browser apart. */
  id: string;
  page: Window;
  /** The other window, where it is known. */
  other: () => Window | null;
  onmessage: (message: PresenterMessage) => void;
}

/** By broadcast where the browser has it, else from window to window; the other may be reloaded meanwhile. */
export function linkPresenter({ id, page, other, onmessage }: Ends): PresenterLink {
  const take = (data: unknown): void => {
    if (isMessage(data) && data.link === id) onmessage(data.message);
  };
  if (typeof BroadcastChannel === 'function') {
    const channel = new BroadcastChannel(`presentation ${id}`);
    channel.onmessage = ({ data }) => take(data);
    return {
      send: (message) => channel.postMessage({ link: id, message }),
      close: () => channel.close(),
    };
  }
  const listen = ({ origin, data }: MessageEvent): void => {
    if (origin === page.location.origin) take(data);
  };
  page.addEventListener('message', listen);
  return {
    send: (message) => other()?.postMessage({ link: id, message }, page.location.origin),
    close: () => page.removeEventListener('message', listen),
  };
}

function isMessage(data: unknown): data is { link: string; message: PresenterMessage } {
  return typeof data === 'object' && data !== null && 'link' in data && 'message' in data;
}
