import { createContext } from 'svelte';

/** What panels know of stories: whether they can be a step, and the one action that makes them one. */
export interface AddingToStory {
  /** True for the id of a panel that a step can show. */
  has: (panel: string) => boolean;
  add: (panel: string) => void;
  /** Address of the page as it is open. */
  here: string;
  /** Address of the story. */
  href: string;
  open: () => void;
}

/** Set by the page where there are stories. */
export const [getAddingToStory, setAddingToStory] = createContext<() => AddingToStory>();
