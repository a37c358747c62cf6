import type { Browser, BrowserContext, Page } from 'playwright-core';

/** What was timed, and the time of each run in milliseconds. */
export interface Timing {
  what: string;
  samples: readonly number[];
}

/** One line of the report: a time says something only beside another one of the same run. */
export interface Measurement {
  measured: Timing;
  against: Timing;
}

export interface Outcome {
  measurements: readonly Measurement[];
  /** What the reader of the numbers must know besides. */
  notes: readonly string[];
}

/** A document to be read, as a file. */
export interface BenchDocument {
  file: string;
  /** What it is, in words. */
  description: string;
}

/** What the cases share; each part is made when the first case asks for it. */
export interface Bench {
  /** How often a case measures, where it is not told otherwise: 20. */
  readonly runs: number;
  document(): Promise<BenchDocument>;
  browser(): Promise<Browser>;
  /** The built page as `npm start` serves it, in a profile of its own. The caller closes the context. */
  openSite(path?: string): Promise<{ page: Page; context: BrowserContext }>;
  /** The page of the bench (bench/page), built and served in the same way. The caller closes the context. */
  openBenchPage(): Promise<{ page: Page; context: BrowserContext }>;
}

export interface Case {
  name: string;
  /** One line for `--list`. */
  purpose: string;
  run(bench: Bench): Promise<Outcome>;
}
