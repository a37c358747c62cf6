import { getContext, setContext } from 'svelte';

const KEY = Symbol('only panel');

/** Leaves one panel of the page alone, by its id; null: all of them stand. */
export function provideOnlyPanel(id: () => string | null): void {
  setContext(KEY, id);
}

/** The id of the panel that stands alone; null where all do. */
export function onlyPanel(): () => string | null {
  return getContext<(() => string | null) | undefined>(KEY) ?? (() => null);
}
