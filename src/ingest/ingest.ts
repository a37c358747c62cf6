import type { Disclosure } from './disclosure.ts';
import type { ReadOptions } from './document-text.ts';
import type { RecogniseOptions } from './recognise.ts';
import { readDocument } from './readers/read-document.ts';
import { recognise } from './recognise.ts';

export type IngestOptions = ReadOptions & RecogniseOptions;

/**
 * Reads one published document of any readable format into figures, claims, projects and indicators, each with its
 * place. Rejects with IngestError for a file that cannot be read or that is not an account or budget of a department.
 */
export async function ingest(bytes: Uint8Array, { bodies, given, ...options }: IngestOptions): Promise<Disclosure> {
  return recognise(await readDocument(bytes, options), { bodies, given });
}
