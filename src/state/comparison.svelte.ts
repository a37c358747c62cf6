import type { Dashboard } from '../metrics/dashboard.ts';
import type { DepartmentComparison } from '../metrics/explore-rows.ts';
import { Answer } from './answer.svelte.ts';
import { FiguresOfBody } from './figures-of-body.svelte.ts';

/** The bodies side by side, all measures and years: asked for once, every choice of the reader is made among them. */
export class ComparisonRows {
  readonly rows = new Answer<DepartmentComparison[]>();
  readonly figures: FiguresOfBody;

  constructor(private readonly dashboard: Dashboard) {
    this.figures = new FiguresOfBody(dashboard);
  }

  /** Asks, unless it is asked or answered. */
  load(): void {
    if (this.rows.pending || this.rows.value !== null) return;
    void this.rows.ask(() => this.dashboard.departmentComparison());
  }
}
