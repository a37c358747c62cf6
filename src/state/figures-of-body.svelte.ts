import type { Dashboard } from '../metrics/dashboard.ts';
import type { StoredFigure } from '../metrics/rows.ts';
import { Answer } from './answer.svelte.ts';

/** Figures as published of the body whose source is open. */
export class FiguresOfBody {
  readonly answer = new Answer<StoredFigure[]>();
  #department: string | null = null;

  constructor(private readonly dashboard: Dashboard) {}

  /** Asks for the figures of that body, unless they are there. */
  open(department: string): void {
    if (this.#department === department && this.answer.error === null) return;
    this.#department = department;
    void this.answer.ask(() => this.dashboard.figures({ department }));
  }
}
