import type { Data } from '../../src/engine/data.ts';
import type { Dashboard } from '../../src/metrics/dashboard.ts';
import { bodiesOf } from '../../src/state/bodies-of.ts';
import type { StartedBody } from '../../src/state/started.ts';

/** The bodies of the data as the page starts with them. */
export async function bodiesIn(data: Data, dashboard: Dashboard): Promise<StartedBody[]> {
  return bodiesOf(data.snapshots, await dashboard.headlineChanges(), data.addedAt);
}
