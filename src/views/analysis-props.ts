import type { Mode } from '../charts/theme.ts';
import type { Voice } from '../language/voice.ts';
import type { Address } from '../state/address.ts';
import type { BodyRows } from '../state/body-rows.svelte.ts';
import type { Selection } from '../state/selection.ts';
import type { StartedBody } from '../state/started.ts';
import type { AddressLinks } from './address-links.ts';
import type { Marks } from './overview/marks.ts';

/** What each of the analyst's views is given. */
export interface AnalysisProps {
  rows: BodyRows;
  bodies: readonly StartedBody[];
  selection: Selection;
  address: Address;
  links: AddressLinks;
  voice: Voice;
  mode: Mode;
  narrow: boolean;
  marks: Marks;
}
