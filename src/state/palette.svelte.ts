import type { TrendRow } from '../metrics/analysis-rows.ts';
import { Answer } from './answer.svelte.ts';
import type { StartedDashboard } from './started.ts';

/** What the palette looks among beside the bodies: asked for when it is first opened. */
export class PaletteRows {
  /** The measures and subjects of all bodies. */
  readonly trends = new Answer<TrendRow[]>();
  /** Other names of the bodies, by id. */
  readonly otherNames = new Answer<ReadonlyMap<string, readonly string[]>>();

  constructor(private readonly started: StartedDashboard) {}

  /** Asks, unless it is asked or answered. A list that is not there is left out: what else is found does not hang on it. */
  load(): void {
    const { dashboard, otherNames } = this.started;
    if (!this.trends.pending && this.trends.value === null) void this.trends.ask(() => dashboard.trends());
    if (!this.otherNames.pending && this.otherNames.value === null) void this.otherNames.ask(otherNames);
  }
}
