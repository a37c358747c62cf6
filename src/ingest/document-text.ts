import type { Disclosure } from './disclosure.ts';
import type { Line } from './part.ts';

export type DocumentFormat = Disclosure['source_format'];

/**
 * A document as a reader delivers it and as the recogniser takes it: lines in reading order, table rows as cells, the
 * format gone. This is the seam between the two: a reader knows nothing of accounts, the recogniser nothing of formats.
 */
export interface DocumentText {
  /** Name of the file, for messages and for the source line. */
  file_name: string;
  /** Of the file's bytes, lower-case hexadecimal. */
  sha256: string;
  format: DocumentFormat;
  lines: readonly Line[];
  /** As the format tells it; 'unknown' leaves it to what the text shows (text-origin.ts). */
  text_origin: Disclosure['text_origin'];
  /** Pages that could not be read, with the reason: numbers on them are in no figure. */
  unread?: ReadonlyArray<{ page: number; reason: string }>;
}

export interface ReadOptions {
  fileName: string;
  /** Told after each page (PDF) or sheet (XLSX) of a document that has several. */
  onPage?: (done: number, total: number) => void;
  /** Folder of pdf.js's character maps, with "/" at its end: an address in the page, a path in Node. */
  characterMaps?: string | null;
}

/** What a reader of one format yields; read-document.ts adds the file's name and sum. */
export type ReadText = Pick<DocumentText, 'lines' | 'text_origin' | 'unread'>;

/** Bytes of one format to lines. Rejects with IngestError, whose message says what is wrong and what to do. */
export type Reader = (bytes: Uint8Array, options: ReadOptions) => Promise<ReadText>;
