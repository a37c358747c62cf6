import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { FORMAT_VERSION } from './columns.ts';
import type { ManifestEntry } from './manifest.ts';
import { refusalOf, type Refusal } from './refusal.ts';

/** Lower-case hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** Why a snapshot must not be fetched at all, or null. */
export function refuseVersion(entry: ManifestEntry): Refusal | null {
  if (entry.format_version === FORMAT_VERSION) return null;
  return refusalOf('version', entry.file, `快照为 ${entry.format_version}，本程序为 ${FORMAT_VERSION}`);
}

/**
 * Why the bytes are not the snapshot that the manifest speaks of, or null. No Parquet reader checks this: most flipped
 * bits would come out as wrong figures without an error.
 */
export function refuseBytes(entry: ManifestEntry, bytes: Uint8Array): Refusal | null {
  if (bytes.length !== entry.bytes) {
    return refusalOf('damaged', entry.file, `应为 ${entry.bytes} 字节，实为 ${bytes.length} 字节`);
  }
  return sha256Hex(bytes) === entry.sha256 ? null : refusalOf('damaged', entry.file);
}
