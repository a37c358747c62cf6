import type { Room } from '../../charts/chart.ts';
import type { Voice } from '../../language/voice.ts';
import type { SourceDocument } from '../../state/started.ts';
import type { OpenSource } from '../sources.ts';
import type { Marks } from './marks.ts';

/** What every panel of the overview is written with. */
export interface PanelContext {
  year: number;
  voice: Voice;
  room: Room;
  documents: readonly SourceDocument[];
  open: OpenSource;
  marks: Marks;
}
