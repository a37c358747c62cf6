import { setAddingToStory } from '../../components/adding-to-story.ts';
import type { Navigation } from '../../state/navigation.svelte.ts';
import type { Selection } from '../../state/selection.ts';
import { starts } from './stage-keys.ts';
import { StoryDraft } from './story-draft.ts';

/** What the page has for stories on all of its views. */
export interface Stories {
  /** Keeps the story of this tab as it stands in an address. */
  keep: (story: string | null) => void;
  /** Presents from that step on: the story that is open, else the reader's, else the ready-made one. */
  present: (step: number) => void;
  /** Starts the presentation by key. */
  onkeydown: (event: KeyboardEvent) => void;
}

interface Page {
  navigation: Navigation;
  /** Null while nothing is open, and where the page stands in another one. */
  selection: () => Selection | null;
}

/** Lets every panel under the page be added to the story. To be called while the page is made. */
export function provideStories({ navigation, selection }: Page): Stories {
  const draft = new StoryDraft(sessionStorage);
  setAddingToStory(() => ({
    has: (panel) => selection() !== null && draft.has(panel),
    add: (panel) => {
      const open = selection();
      if (open !== null) draft.add(panel, navigation.address, open);
    },
    here: navigation.href({}),
    href: navigation.href(draft.open()),
    open: () => navigation.go(draft.open()),
  }));
  const present = (step: number): void => {
    if (selection() === null || navigation.address.present !== null) return;
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    navigation.go(draft.present(navigation.address, step));
  };
  return {
    keep: (story) => draft.keep(story),
    present,
    onkeydown: (event) => {
      if (selection() === null || navigation.address.present !== null || !starts(event)) return;
      event.preventDefault();
      present(1);
    },
  };
}
