import type { Dashboard } from '../metrics/dashboard.ts';
import type { Lead } from '../metrics/explore-rows.ts';
import { Answer } from './answer.svelte.ts';
import { FiguresOfBody } from './figures-of-body.svelte.ts';

/** The leads of all bodies: asked for once, narrowed in the page. */
export class LeadRows {
  readonly rows = new Answer<Lead[]>();
  readonly figures: FiguresOfBody;

  constructor(private readonly dashboard: Dashboard) {
    this.figures = new FiguresOfBody(dashboard);
  }

  /** Asks, unless it is asked or answered. */
  load(): void {
    if (this.rows.pending || this.rows.value !== null) return;
    void this.rows.ask(() => this.dashboard.leads());
  }
}
