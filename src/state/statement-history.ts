const KEY = 'juesuan-nianbi.statements';
const LONGEST = 50;

/** What of the browser's storage the history needs; null where there is none. */
export type HistoryStore = Pick<Storage, 'getItem' | 'setItem'> | null;

/** The statements that were run in this browser, the last one first. Storage that is full or closed is no failure. */
export function readHistory(store: HistoryStore): string[] {
  try {
    const kept: unknown = JSON.parse(store?.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(0, LONGEST) : [];
  } catch {
    return [];
  }
}

/** Puts a statement first; one that was there already moves. Gives back the history as it is now. */
export function remember(store: HistoryStore, history: readonly string[], statement: string): string[] {
  const now = [statement, ...history.filter((each) => each !== statement)].slice(0, LONGEST);
  write(store, now);
  return now;
}

/** Forgets all statements. */
export function forget(store: HistoryStore): string[] {
  write(store, []);
  return [];
}

function write(store: HistoryStore, history: readonly string[]): void {
  try {
    store?.setItem(KEY, JSON.stringify(history));
  } catch {
    // The history of this visit still stands on the page.
  }
}
