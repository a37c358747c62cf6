const KEY = 'story';

/** The story that is being put together in this tab, as it stands in an address; null where there is none. */
export function readDraft(storage: Pick<Storage, 'getItem'>): string | null {
  try {
    return storage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keeps it while the tab is open; where the browser keeps nothing, the address still does. */
export function keepDraft(storage: Pick<Storage, 'setItem' | 'removeItem'>, story: string | null): void {
  try {
    if (story === null) storage.removeItem(KEY);
    else storage.setItem(KEY, story);
  } catch {
    // Full or forbidden.
  }
}
