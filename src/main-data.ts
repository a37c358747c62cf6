import { openDataInBrowser } from './engine/data-in-browser.ts';
import type { Data } from './engine/data.ts';
import type { Dashboard } from './metrics/dashboard.ts';
import { createDashboard } from './metrics/fetch.ts';
import type { SourceDocument, StartDashboard, StartedBody } from './state/started.ts';

/** Joins engine and data to what the pages know of them: a dashboard, and the bodies that have figures. */
export const startDashboard: StartDashboard = async (report) => {
  const data = await openDataInBrowser({ onProgress: report });
  const dashboard = createDashboard(async (name, parameters) => (await data.query(name, parameters)).rows);
  return { dashboard, bodies: await bodiesOf(data, dashboard), refused: data.refused, collection: null, shipped: [] };
};

/** Departments, each followed by its units, with the years that any document speaks of. */
async function bodiesOf(data: Data, dashboard: Dashboard): Promise<StartedBody[]> {
  const years = new Map<string, Set<number>>();
  for (const { department_id, fiscal_year } of await dashboard.headlineChanges()) {
    years.set(department_id, (years.get(department_id) ?? new Set()).add(fiscal_year));
  }
  const bodies = new Map<string, StartedBody & { documents: SourceDocument[] }>();
  for (const entry of data.snapshots) {
    const document: SourceDocument = {
      id: entry.document_id,
      title: entry.title,
      kind: entry.kind,
      fiscal_year: entry.fiscal_year,
      source: entry.source_name,
      sha256: entry.source_sha256,
      checked_against_official: entry.checked_against_official,
      text_origin: entry.text_origin,
      added_at: null,
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
