import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DocumentText, ReadOptions } from '../document-text.ts';
import { readText } from './text.ts';

/** Reads a file by what its bytes are, whatever its name says. Rejects with IngestError. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<DocumentText> {
  // Some readers hand the bytes on to a worker, which takes them away: the sum comes first.
  const sum = bytesToHex(sha256(bytes));
  if (bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46) {
    const { readPdf } = await import('./pdf.ts');
    return { ...(await readPdf(bytes, options)), file_name: options.fileName, sha256: sum, format: 'pdf' };
  }
  const read = { lines: readText(bytes, options.fileName), text_origin: 'unknown' as const };
  return { ...read, file_name: options.fileName, sha256: sum, format: 'text' };
}
