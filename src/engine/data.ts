import type { ManifestEntry } from '../snapshot/manifest.ts';
import type { Refusal } from '../snapshot/refusal.ts';
import type { Engine, Parameter, Result } from './engine.ts';
import type { SnapshotFile } from './load-snapshots.ts';
import { runQuery } from './run-query.ts';
import { SecondStage } from './second-stage.ts';
import type { SqlFile } from './sql-file.ts';
import { needsReconciliation, stagesOf } from './stages.ts';

/** An open set of snapshots and the queries that can be asked of it. */
export class Data {
  constructor(
    readonly engine: Engine,
    /** The snapshots that were loaded. */
    readonly snapshots: readonly ManifestEntry[],
    readonly refused: readonly Refusal[],
    readonly sqlFiles: readonly SqlFile[],
    /** Earlier revisions, and what an added snapshot stands in for: kept beside the snapshots, not loaded. */
    readonly revisions: readonly ManifestEntry[] = [],
    /** When a reader added a snapshot, by its file; the shipped ones are not in it. */
    readonly addedAt: ReadonlyMap<string, string> = new Map(),
    /** All that the manifest lists, loaded or not. */
    readonly shipped: readonly ManifestEntry[] = [],
    private readonly secondStage = new SecondStage(stagesOf(sqlFiles)),
    /** Verified bytes of the snapshots, so that another engine can be given the same; empty where nobody needs them. */
    readonly files: readonly SnapshotFile[] = [],
  ) {}

  /** Runs a file of queries/metrics by name. Rejects with QueryError; UnknownQuery for a name that no file has. */
  async query(name: string, parameters?: Readonly<Record<string, Parameter>>): Promise<Result> {
    const file = this.metric(name);
    if (needsReconciliation(file, this.secondStage.stages)) await this.reconcile();
    return runQuery(this.engine, file, parameters);
  }

  /** Makes what the checks find, unless it is there. The queries that need it call this themselves. */
  reconcile(): Promise<void> {
    return this.secondStage.make(this.engine);
  }

  /** The file of a query. Throws UnknownQuery. */
  metric(name: string): SqlFile {
    const file = this.sqlFiles.find((candidate) => candidate.folder === 'metrics' && candidate.name === name);
    if (file === undefined) throw new UnknownQuery(name, this.metricNames);
    return file;
  }

  get metricNames(): string[] {
    return this.sqlFiles.filter(({ folder }) => folder === 'metrics').map(({ name }) => name);
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}

export class UnknownQuery extends Error {
  constructor(name: string, known: readonly string[]) {
    super(`没有名为“${name}”的查询，可用的有：${known.join('、')}`);
    this.name = 'UnknownQuery';
  }
}
