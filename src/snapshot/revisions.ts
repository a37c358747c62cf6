import type { ManifestEntry } from './manifest.ts';
import { SnapshotError } from './snapshot-error.ts';

/** What becomes of two documents of one body, year and kind: the new one is used, or the one that is there. */
export type RevisionChoice = 'supersede' | 'keep';

/** Whether two snapshots speak of the same body, year and kind of document. */
export function isSameDocument(left: ManifestEntry, right: ManifestEntry): boolean {
  return (
    left.department_id === right.department_id && left.fiscal_year === right.fiscal_year && left.kind === right.kind
  );
}

/** Whether a snapshot holds only the figures of what another holds whole. */
export function isPartOf(part: ManifestEntry, whole: ManifestEntry): boolean {
  const isSameSource = isSameDocument(part, whole) && part.source_sha256 === whole.source_sha256;
  return isSameSource && isFiguresOnly(part) && !isFiguresOnly(whole);
}

/** Whether a snapshot holds figures only, as one made from CSV does: no coverage, no claims, no blanks. */
function isFiguresOnly(entry: ManifestEntry): boolean {
  return entry.rows.section === undefined;
}

/**
 * The entries of a manifest after `added` came to them. A snapshot of the same source is replaced (remade) and keeps its
 * place; one of another source stays as a revision, as `choice` says. Throws SnapshotError where a choice is needed and
 * none was made, and where figures alone would replace the whole of the same source.
 */
export function withRevision(
  entries: readonly ManifestEntry[],
  added: ManifestEntry,
  choice: RevisionChoice | null = null,
): ManifestEntry[] {
  const earlier = entries.filter((entry) => isSameDocument(entry, added));
  const own = earlier.find(({ source_sha256 }) => source_sha256 === added.source_sha256);
  const others = earlier.filter((entry) => entry !== own);
  const apart = entries.filter((entry) => !earlier.includes(entry));
  if (own !== undefined && isPartOf(added, own))
    throw new SnapshotError(
      `${added.source_name}：已有同一份文件的完整快照，CSV 里只有数据、没有文字说明中的数，不能代替它；原有快照不变。`,
    );
  const used = others.find(({ superseded }) => !superseded);

  if (used === undefined) return [...apart, ...others, { ...added, superseded: false }];
  if (choice === 'supersede') {
    return [...apart, ...others.map((entry) => ({ ...entry, superseded: true })), { ...added, superseded: false }];
  }
  // A revision that is read in again stays one.
  if (choice === 'keep' || own !== undefined) return [...apart, ...others, { ...added, superseded: true }];
  throw new SnapshotError(
    `${added.source_name}：${added.department_name} ${added.fiscal_year} 年${KINDS[added.kind]}已有另一份文件（${used.source_name}）；` +
      '加 --supersede 改用这一份（原来的留作修订前版本），或加 --keep 仍用原来的（这一份存为另一版本）。',
  );
}

const KINDS: Record<ManifestEntry['kind'], string> = { final_accounts: '决算', budget: '预算' };
