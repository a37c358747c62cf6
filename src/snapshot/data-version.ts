import type { ManifestEntry } from './manifest.ts';
import { sha256Hex } from './verify.ts';

/** Eight hexadecimal digits that name this set of snapshots: the same files give the same, in whatever order. */
export function dataVersion(entries: readonly Pick<ManifestEntry, 'sha256'>[]): string {
  const sums = entries.map(({ sha256 }) => sha256).sort();
  return sha256Hex(new TextEncoder().encode(sums.join('\n'))).slice(0, 8);
}
