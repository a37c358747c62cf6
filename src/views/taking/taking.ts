import { getContext, setContext } from 'svelte';
import type { Mode } from '../../charts/theme.ts';
import type { Voice } from '../../language/voice.ts';
import type { SourceDocument, StartedBody } from '../../state/started.ts';
import type { Sources } from '../sources.ts';

/** What all that is taken away is written with, from the page as a whole. */
export interface Taking {
  voice: Voice;
  mode: Mode;
  narrow: boolean;
  /** The body on the page. */
  body: StartedBody;
  /** Documents of all bodies. */
  documents: readonly SourceDocument[];
  /** Absolute address of the view as it is, or of one of its panels alone. */
  address: (panel: string | null) => string;
  /** What sources of a body are written with; null: of the body on the page. Rejects where the data cannot be asked. */
  sources: (body: string | null) => Promise<Sources>;
}

const KEY = Symbol('taking');

/** Lets the panels below know; what is given is read anew each time. */
export function provideTaking(taking: () => Taking | null): void {
  setContext(KEY, taking);
}

/** Null where nothing can be taken away: the data are not there, or the panel stands on a page without this. */
export function takingHere(): () => Taking | null {
  return getContext<(() => Taking | null) | undefined>(KEY) ?? (() => null);
}
