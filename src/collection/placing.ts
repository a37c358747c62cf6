import type { ManifestEntry } from '../snapshot/manifest.ts';
import { isPartOf, isSameDocument } from '../snapshot/revisions.ts';

/** A document as it is kept, its bytes apart. */
export interface Kept {
  file: string;
  entry: ManifestEntry;
  /** ISO. */
  addedAt: string;
  /** The document that took its place, whose removal gives it back; null where none did. */
  supersededBy: string | null;
}

/**
 * What becomes of the documents kept when another is added. One of the same source is replaced and keeps its place; one of
 * another source with the same body, year and kind stays, and `choice` says which is used. Throws an Error for the reader
 * where a choice is needed and none was made, and where figures alone would replace the whole.
 */
export function withAdded(
  kept: readonly Kept[],
  entry: ManifestEntry,
  addedAt: string,
  choice: 'supersede' | 'keep' | null,
): Kept[] {
  const same = kept.filter((each) => isSameDocument(each.entry, entry));
  const own = same.find((each) => each.entry.source_sha256 === entry.source_sha256);
  if (own && isPartOf(entry, own.entry))
    throw new Error(`${entry.source_name} 的完整数据已经添加过；CSV 里只有数据，不能代替它。`);
  const others = same.filter((each) => each !== own);
  const used = others.find((each) => !each.entry.superseded);
  if (used && !own && choice === null)
    throw new Error(
      `${entry.department_name} ${entry.fiscal_year} 年已添加过另一份文件（${used.entry.source_name}）；请选择改用这一份，或仍用原来的。`,
    );
  const superseded = choice === 'keep' || (choice === null && own?.entry.superseded === true);
  const supersededBy = superseded ? (own?.supersededBy ?? null) : null;
  return [
    ...kept.filter((each) => !same.includes(each)),
    ...others.map((each): Kept => {
      if (!superseded && !each.entry.superseded)
        return { ...each, entry: { ...each.entry, superseded: true }, supersededBy: entry.file };
      return own && each.supersededBy === own.file ? { ...each, supersededBy: entry.file } : each;
    }),
    { file: entry.file, entry: { ...entry, superseded }, addedAt, supersededBy },
  ];
}

/** What is left when one is removed: where it had taken the place of others, the latest of these is used again. */
export function withoutRemoved(kept: readonly Kept[], file: string): Kept[] {
  const removed = kept.find((each) => each.file === file);
  const left = kept.filter((each) => each !== removed);
  const displaced = left.filter((each) => each.supersededBy === file).sort((a, b) => (a.addedAt < b.addedAt ? 1 : -1));
  const [latest, ...earlier] = displaced;
  if (removed === undefined || latest === undefined) return left;
  // Of a revision that had itself been displaced the one above it takes over.
  if (removed.entry.superseded)
    return left.map((each) => (displaced.includes(each) ? { ...each, supersededBy: removed.supersededBy } : each));
  return left.map((each) => {
    if (each === latest) return { ...each, entry: { ...each.entry, superseded: false }, supersededBy: null };
    return earlier.includes(each) ? { ...each, supersededBy: latest.file } : each;
  });
}
