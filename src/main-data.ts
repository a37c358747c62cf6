import preparedChecks from 'virtual:prepared-checks';
import { type OpenCollection, openCollection } from './collection/open-collection.ts';
import { type AddedSnapshots, openDataInBrowser } from './engine/data-in-browser.ts';
import { withValues } from './engine/console-tables.ts';
import type { Data } from './engine/data.ts';
import type { SqlConsole } from './metrics/console.ts';
import { createDashboard } from './metrics/fetch.ts';
import { keepRows } from './metrics/kept-rows.ts';
import { bodiesOf } from './state/bodies-of.ts';
import type { Query, Rule, StartDashboard } from './state/started.ts';

const CONSOLE_LIMITS = { rows: 10_000, seconds: 60 };

/** Opened once: it outlives each start. */
let opening: Promise<OpenCollection> | null = null;
/** Of the start before this one; its databases are let go when the new one stands. */
let earlier: { data: Data; closeConsole: () => Promise<void> } | null = null;

/**
 * What the pages ask again with every body and year; kept for all bodies while these are few. Not project_execution: a
 * department's answer holds the projects of its units too, which are no rows of its own.
 */
const KEPT = [
  'headline_changes',
  'expenditure_structure',
  'economic_structure',
  'three_public_trend',
  'change_parts',
  'trends',
  'three_public_unit_costs',
  'execution',
];

/**
 * Joins engine, data and what the reader added to what the pages know of them: a dashboard, and the bodies that have
 * figures. Started again after the collection changed, it shows what there is then.
 */
export const startDashboard: StartDashboard = async (report) => {
  const collection = await (opening ??= openCollection());
  const data = await openDataInBrowser({
    onProgress: report,
    added: () => addedIn(collection),
    prepared: preparedChecks,
  });
  await earlier?.data.close();
  await earlier?.closeConsole();
  const { openConsole, closeConsole } = consoleOf(data);
  earlier = { data, closeConsole };
  const dashboard = createDashboard(
    keepRows(
      async (name, parameters) => (await data.query(name, parameters)).rows,
      data.snapshots.length <= 100 ? KEPT : [],
      ['contradicted_figures'],
    ),
  );
  return {
    dashboard,
    rules: rulesOf(data),
    queries: queriesOf(data),
    bodies: bodiesOf(data.snapshots, await dashboard.headlineChanges(), data.addedAt),
    refused: data.refused.map(({ name, message }) => ({ name, reason: message })),
    collection,
    shipped: data.shipped,
    otherNames,
    openConsole,
  };
};

async function otherNames(): Promise<ReadonlyMap<string, readonly string[]>> {
  const [{ parseKnownBodies }, listed] = await Promise.all([
    import('./ingest/known-bodies.ts'),
    fetch(new URL('data/bodies.json', document.baseURI)),
  ]);
  if (!listed.ok) throw new Error(`data/bodies.json: ${listed.status}`);
  return new Map(parseKnownBodies(await listed.text()).map(({ id, aliases }) => [id, aliases]));
}

/** The console on the same snapshots; its code comes when it is first asked for. */
function consoleOf(data: Data): { openConsole: () => Promise<SqlConsole>; closeConsole: () => Promise<void> } {
  let opening: Promise<{ sql: SqlConsole; close: () => Promise<void> }> | null = null;
  const open = async () => {
    const [{ openConsoleEngine }, { createConsole }] = await Promise.all([
      import('./engine/console-engine.ts'),
      import('./metrics/engine-console.ts'),
    ]);
    const engine = await openConsoleEngine(data, CONSOLE_LIMITS.seconds * 1000);
    const sql = await createConsole(engine, data.sqlFiles, CONSOLE_LIMITS);
    return { sql, close: () => engine.close() };
  };
  return {
    openConsole: async () => {
      const current = (opening ??= open());
      current.catch(() => {
        if (opening === current) opening = null;
      });
      return (await current).sql;
    },
    closeConsole: async () => {
      await (await opening?.catch(() => null))?.close();
    },
  };
}

/** Where what is kept cannot be read, the shipped data still is shown, and the notice says why the rest is not. */
async function addedIn(collection: OpenCollection): Promise<AddedSnapshots> {
  const bytesOf: AddedSnapshots['bytesOf'] = (entry) => collection.bytesOf(entry);
  try {
    return { entries: await collection.list(), refused: await collection.damaged(), bytesOf };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { entries: [], refused: [{ name: '已添加的文件', reason: 'unreadable', message }], bytesOf };
  }
}

/** The one statement of a check holds the comments above it too: it is the file. */
function rulesOf({ sqlFiles }: Data): Rule[] {
  return sqlFiles
    .filter(({ folder }) => folder === 'checks')
    .map(({ name, path, statements }) => ({ name, path: `queries/${path}`, sql: statements[0]! }));
}

function queriesOf({ sqlFiles }: Data): Query[] {
  return sqlFiles
    .filter(({ folder }) => folder === 'metrics')
    .map((file) => ({
      path: `queries/${file.path}`,
      sql: file.statements[0]!,
      statement: (department, year) => withValues(file, { department, year }),
    }));
}
