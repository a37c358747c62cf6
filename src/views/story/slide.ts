import type { Chart, Room } from '../../charts/chart.ts';
import type { TableModel } from '../../components/data-table.ts';
import type { Voice } from '../../language/voice.ts';
import type { Dashboard } from '../../metrics/dashboard.ts';
import type { Address } from '../../state/address.ts';
import type { Selection } from '../../state/selection.ts';
import type { StartedBody } from '../../state/started.ts';
import type { PanelName, StepNote } from '../../stories/story.ts';
import type { Marks } from '../overview/marks.ts';
import type { PanelModel } from '../overview/panel-model.ts';
import type { OpenSource } from '../sources.ts';

/** A number in large type with what it is. */
export interface SlideFact {
  label: string;
  value: string;
  /** Where it stands, or what must be known of it. */
  remark: string | null;
}

export interface SlideChart {
  /** Empty where there is one chart only. */
  name: string;
  chart: Chart;
  description: string;
}

/** What a panel says on a screen. */
export interface SlideBody {
  /** The finding in words, computed from the rows. */
  finding: string;
  charts: readonly SlideChart[];
  /** Shown where there is no chart. */
  facts: readonly SlideFact[];
  /** Name of the unit of all amounts; null where each number has its own. */
  unit: string | null;
  key: PanelModel['key'];
  source: string;
  table: TableModel | null;
  /** What the reader must know: implied, contested, not comparable, left out. */
  remarks: readonly string[];
  /** Opens the source of the finding, by `open` of the context; null where there is none. */
  openSource: (() => void) | null;
}

/** What one step shows once its rows are there. */
export interface Slide extends SlideBody {
  panel: PanelName;
  /** Body, year and panel. */
  kicker: string;
  /** The author's title, else the finding. */
  headline: string;
  notes: readonly StepNote[];
  body: StartedBody;
  year: number;
}

/** How slides are written and drawn. */
export interface SlideLook {
  voice: Voice;
  room: Room;
  /** Marks of contradicted figures of a body. */
  marksOf: (body: StartedBody) => Marks;
  /** Opens a source of figures of that body. */
  open: (body: StartedBody) => OpenSource;
}

/** What a panel draws its slide from, beside the rows. */
export interface SlideContext extends Selection {
  /** The choices of the step. */
  address: Address;
  bodies: readonly StartedBody[];
  voice: Voice;
  room: Room;
  documents: StartedBody['documents'];
  marks: Marks;
  open: OpenSource;
  openOf: (body: StartedBody) => OpenSource;
}

/** What is asked for a step. */
export interface SlideScope extends Selection {
  address: Address;
  bodies: readonly StartedBody[];
}

/** Writes the slide from rows that are there; null where they say nothing. */
export type DrawSlide = (context: SlideContext) => SlideBody | null;
/** Fetches the rows of a panel. */
export type FetchSlide = (dashboard: Dashboard, scope: SlideScope) => Promise<DrawSlide>;

/** Charts whose every mark stands at zero show nothing. */
export function saysSomething({ rows }: Chart): boolean {
  return rows.some((row) =>
    ['value', 'from', 'to'].some((field) => typeof row[field] === 'number' && row[field] !== 0),
  );
}
