import type { Dashboard } from '../metrics/dashboard.ts';
import type { FigureCheck } from '../metrics/reconciliation-rows.ts';
import { Answer } from './answer.svelte.ts';

/** The comparisons that the numbers of the opened figure took part in: asked for when it is opened. */
export class FigureChecks {
  readonly answer = new Answer<FigureCheck[]>();
  #places: string | null = null;

  constructor(private readonly dashboard: Pick<Dashboard, 'figureChecks'>) {}

  /** Asks what was checked at these places, unless that was asked last. */
  open(places: readonly string[]): void {
    const key = places.join('\n');
    if (this.#places === key && this.answer.error === null) return;
    this.#places = key;
    void this.answer.ask(() => this.dashboard.figureChecks(places));
  }
}
