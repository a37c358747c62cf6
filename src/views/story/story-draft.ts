import { NO_NARROWING, type Address } from '../../state/address.ts';
import type { Selection } from '../../state/selection.ts';
import { withStep } from '../../stories/editing.ts';
import { decodeStory, encodeStory, READY_MADE } from '../../stories/story-address.ts';
import { isStep, stepOfPanel } from './panel-step.ts';

const KEY = 'story';

/** The story that is being put together in this tab, and what leads to it. */
export class StoryDraft {
  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {}

  /** As it stands in an address; null where there is none. */
  read(): string | null {
    try {
      return this.storage.getItem(KEY);
    } catch {
      return null;
    }
  }

  /** Keeps it while the tab is open; where the browser keeps nothing, the address still does. */
  keep(story: string | null): void {
    try {
      if (story === null) this.storage.removeItem(KEY);
      else this.storage.setItem(KEY, story);
    } catch {
      // Full or forbidden.
    }
  }

  /** True for a panel that a step can show. */
  has(panel: string): boolean {
    return isStep(panel);
  }

  /** A panel becomes the last step; where there is no story, the first step of one about that body and year. */
  add(panel: string, address: Address, { body, year }: Selection): void {
    const base = { department: body.id, year };
    const draft = this.read();
    const story = (draft === null ? null : decodeStory(draft, base)?.story) ?? { ...base, title: null, steps: [] };
    const step = stepOfPanel(panel, address, story);
    const encoded = step === null ? null : encodeStory(withStep(story, step));
    if (encoded !== null) this.keep(encoded);
  }

  /** Where it is opened. */
  open(): Partial<Address> {
    return { ...NO_NARROWING, view: 'story', story: this.read() };
  }

  /** Where it is presented: the story that is open, else this one, else the ready-made one. */
  present(address: Address, step: number): Partial<Address> {
    const story = (address.view === 'story' ? address.story : this.read()) ?? READY_MADE;
    return { ...NO_NARROWING, view: 'story', story, step, present: 'screen' };
  }
}
