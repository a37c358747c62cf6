import type { Data } from '../../src/engine/data.ts';
import type { Dashboard } from '../../src/metrics/dashboard.ts';
import type { StartedBody } from '../../src/state/started.ts';

/** The bodies of the data as the page starts with them. */
export async function bodiesIn(data: Data, dashboard: Dashboard): Promise<StartedBody[]> {
  const headlines = await dashboard.headlineChanges();
  const ids = [...new Set(data.snapshots.flatMap(({ bodies }) => bodies.map(({ department_id }) => department_id)))];
  return ids.map((id) => {
    const own = data.snapshots.filter(({ bodies }) => bodies.some(({ department_id }) => department_id === id));
    const body = own[0]!.bodies.find(({ department_id }) => department_id === id)!;
    const years = headlines.filter((row) => row.department_id === id).map((row) => row.fiscal_year);
    return {
      id,
      name: body.name,
      level: body.body_level,
      parent: body.parent_id,
      years: [...new Set(years)].sort((a, b) => b - a),
      documents: own.map((entry) => ({
        id: entry.document_id,
        title: entry.title,
        kind: entry.kind,
        fiscal_year: entry.fiscal_year,
        source: entry.source_name,
        sha256: entry.source_sha256,
        checked_against_official: entry.checked_against_official,
        text_origin: entry.text_origin,
        snapshot: { file: entry.file, sha256: entry.sha256 },
        added_at: null,
      })),
    };
  });
}
