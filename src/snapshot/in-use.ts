import type { ManifestEntry } from './manifest.ts';
import { isPartOf, isSameDocument } from './revisions.ts';

/** A snapshot that a reader added to those that are shipped. */
export interface AddedEntry {
  entry: ManifestEntry;
  /** ISO. */
  addedAt: string;
}

/**
 * Which snapshots are used, one a body, year and kind: the latest that a reader added, else the shipped one. Superseded ones
 * never are; nor are added figures alone where the whole of the same source is shipped.
 */
export function entriesInUse(shipped: readonly ManifestEntry[], added: readonly AddedEntry[]): ManifestEntry[] {
  const whole = shipped.filter(({ superseded }) => !superseded);
  const candidates = added
    .filter(({ entry }) => !entry.superseded)
    .filter(({ entry }) => !whole.some((other) => isPartOf(entry, other)))
    .sort((left, right) => (left.addedAt < right.addedAt ? 1 : left.addedAt > right.addedAt ? -1 : 0))
    .map(({ entry }) => entry);
  const latest = candidates.filter((entry, at) => candidates.findIndex((other) => isSameDocument(entry, other)) === at);
  return [...whole.filter((entry) => !latest.some((other) => isSameDocument(entry, other))), ...latest];
}
