/** Times from a change to the frame that shows all that came of it, and to its last rows. */
export interface Redraw {
  painted: number;
  rows: number;
}

/** What watch.js puts into the built page. Times are milliseconds; what is not drawn in a minute rejects. */
export interface BenchWatch {
  /** From the beginning of the navigation to the frame that shows all charts. */
  opened(): Promise<number>;
  /** How many options a choice has, by its label. */
  options(label: string): number;
  /** Chooses the option after the one that is chosen, after the last the first. */
  chooseNext(label: string): Promise<Redraw>;
  /** The least a change can take: one attribute of the document, and the frame after it. */
  emptyTurn(): Promise<Redraw>;
  /** From the next choice of a file to the frame that shows what was read. */
  fileShown(): Promise<number>;
  /** Begins to note gaps between frames, and tasks of 50 ms or more. */
  watchFrames(): void;
  /** Ends it. The longest of each; longestTask is 0 when no task took 50 ms. */
  framesWatched(): { longestGap: number; longestTask: number };
}
