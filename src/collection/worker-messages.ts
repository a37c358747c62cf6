import type { Correction, Reading, ReadingProgress } from './collection.ts';

/** Where the worker finds what the page is served with. */
export interface ReadingAddresses {
  /** Of data/bodies.json. */
  bodies: string;
  /** Of the folder of pdf.js's character maps, with "/" at its end. */
  characterMaps: string;
}

/** One file to be read. The next is sent after the answer to the one before. */
export interface ReadingRequest {
  file: File;
  correction: Correction;
  addresses: ReadingAddresses;
}

/** Progress any number of times, then readings or an error whose message is for the reader. */
export type ReadingAnswer = { progress: ReadingProgress } | { readings: Reading[] } | { error: string };
