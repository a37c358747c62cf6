import type { HeadlineChange } from '../metrics/rows.ts';
import type { ManifestEntry } from '../snapshot/manifest.ts';
import type { SourceDocument, StartedBody } from './started.ts';

/**
 * Departments, each followed by its units, with the years that any document speaks of. `addedAt` by file name: when the
 * reader added it.
 */
export function bodiesOf(
  snapshots: readonly ManifestEntry[],
  headlines: readonly Pick<HeadlineChange, 'department_id' | 'fiscal_year'>[],
  addedAt: ReadonlyMap<string, string>,
): StartedBody[] {
  const years = new Map<string, Set<number>>();
  for (const { department_id, fiscal_year } of headlines) {
    years.set(department_id, (years.get(department_id) ?? new Set()).add(fiscal_year));
  }
  const bodies = new Map<string, StartedBody & { documents: SourceDocument[] }>();
  for (const entry of snapshots) {
    const document: SourceDocument = {
      id: entry.document_id,
      title: entry.title,
      kind: entry.kind,
      fiscal_year: entry.fiscal_year,
      source: entry.source_name,
      sha256: entry.source_sha256,
      checked_against_official: entry.checked_against_official,
      text_origin: entry.text_origin,
      added_at: addedAt.get(entry.file) ?? null,
      snapshot: { file: entry.file, sha256: entry.sha256 },
    };
    for (const { department_id, name, body_level, parent_id } of entry.bodies) {
      const known = bodies.get(department_id);
      if (known !== undefined) {
        known.documents.push(document);
        continue;
      }
      bodies.set(department_id, {
        id: department_id,
        name,
        level: body_level,
        parent: parent_id,
        years: [...(years.get(department_id) ?? [])].sort((left, right) => right - left),
        documents: [document],
      });
    }
  }
  const family = ({ id, parent }: StartedBody) => `${parent ?? id} ${parent === null ? '' : id}`;
  return [...bodies.values()].sort((left, right) => (family(left) < family(right) ? -1 : 1));
}
