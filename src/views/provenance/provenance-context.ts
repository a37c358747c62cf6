import { getContext, setContext } from 'svelte';
import type { FigureChecks } from '../../state/figure-checks.svelte.ts';
import type { Query } from '../../state/started.ts';
import type { AddressLinks } from '../address-links.ts';

/** What the source dialog of every page needs besides the figure: set once by the page around them. */
export interface Provenance {
  readonly queries: readonly Query[];
  /** Null until the data are there. */
  readonly checks: FigureChecks | null;
  readonly links: AddressLinks;
}

const KEY = Symbol('provenance');

export function provideProvenance(provenance: Provenance): void {
  setContext(KEY, provenance);
}

export function provenanceOfPage(): Provenance {
  return getContext<Provenance>(KEY);
}
