import type { KnownBody } from '../../src/ingest/bodies.ts';
import type { Disclosure } from '../../src/ingest/disclosure.ts';
import { readText } from '../../src/ingest/readers/text.ts';
import { recognise } from '../../src/ingest/recognise.ts';

/** What the recogniser makes of a text document. */
export function recogniseText(
  text: string | Uint8Array,
  fileName = 'input.txt',
  bodies: readonly KnownBody[] = [],
): Disclosure {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const lines = readText(bytes, fileName);
  return recognise({ file_name: fileName, sha256: '', format: 'text', lines, text_origin: 'unknown' }, { bodies });
}
