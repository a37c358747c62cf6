import type { FigureSource } from '../../components/figure-source.ts';
import type { Sources } from '../sources.ts';

/** How the source of a figure is written, and the body whose documents it stands in; null: the one on the page. */
export interface Collected {
  write: (sources: Sources) => FigureSource;
  body: string | null;
}

/** Learns what an opening would show, without opening it. */
export type Collect = (open: () => void) => Collected | null;

/** Of panels whose numbers open nothing that could be told. */
export const NOTHING_COLLECTED: Collect = () => null;

/** Stands before the way a view opens its sources. */
export class SourceCollector {
  #collecting = false;
  #collected: Collected | null = null;

  /** True where the opening is only learnt of: the view then opens nothing. */
  takes(write: Collected['write'], body: string | null = null): boolean {
    if (this.#collecting) this.#collected = { write, body };
    return this.#collecting;
  }

  readonly collect: Collect = (open) => {
    this.#collecting = true;
    this.#collected = null;
    try {
      open();
      return this.#collected;
    } finally {
      this.#collecting = false;
    }
  };
}
