import type { Engine, Row } from '../../../src/engine/engine.ts';
import { readSqlFiles } from '../../../src/engine/sql-files-node.ts';
import { stagesOf } from '../../../src/engine/stages.ts';
import { COLUMNS, type ColumnName, type SnapshotRow } from '../../../src/snapshot/columns.ts';

const NAMES = Object.keys(COLUMNS) as ColumnName[];
const FILE = 'disclosures.csv';

/** Many disclosures in one engine, reconciled in one go. */
export class ReconciledDisclosures {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Their rows as the snapshots of the engine, and the models over them. */
  async load(rows: readonly SnapshotRow[]): Promise<void> {
    const cell = (value: string | null | undefined) =>
      value === undefined || value === null ? '' : `"${value.replaceAll('"', '""')}"`;
    const used = new Set(rows.flatMap((row) => Object.keys(row)));
    const given = NAMES.filter((name) => used.has(name));
    const lines = rows.map((row) => given.map((name) => cell(row[name])).join(','));
    await this.#engine.addFile(FILE, new TextEncoder().encode(`${given.join(',')}\n${lines.join('\n')}\n`));
    const columns = NAMES.map((name) => `cast(${used.has(name) ? name : 'null'} as ${COLUMNS[name]}) as ${name}`).join(
      ', ',
    );
    await this.#engine.query(
      `create or replace table snapshot as select ${columns} from read_csv('${FILE}', header = true, delim = ',', quote = '"', escape = '"', all_varchar = true)`,
    );
    await this.#make((stages) => stages.first);
  }

  /** Only these documents stay, and numbers of them say something else than they did. */
  async restate(numbers: readonly { document_id: string; ordinal: string; amount: string }[]): Promise<void> {
    const values = numbers.map((number) => `('${number.document_id}', ${number.ordinal}, ${number.amount})`).join(', ');
    await this.#engine.query(
      `create or replace table restated as
      select document_id, ordinal, cast(amount as decimal(32, 6)) as amount
      from (values ${values}) as given (document_id, ordinal, amount)`,
    );
    await this.#engine.query('delete from snapshot where document_id not in (select document_id from restated)');
    for (const column of ['amount', 'stated_value']) {
      await this.#engine.query(
        `update snapshot set ${column} = restated.amount from restated
        where snapshot.document_id = restated.document_id and snapshot.ordinal = restated.ordinal
          and snapshot.${column} is not null`,
      );
    }
    await this.#make((stages) => stages.first);
  }

  async reconcile(): Promise<void> {
    await this.#make((stages) => stages.reconciliation);
  }

  async rows(sql: string): Promise<readonly Row[]> {
    return (await this.#engine.query(sql)).rows;
  }

  async #make(models: (stages: ReturnType<typeof stagesOf>) => ReturnType<typeof stagesOf>['first']): Promise<void> {
    for (const { statements } of models(stagesOf(await readSqlFiles()))) {
      for (const statement of statements) await this.#engine.query(statement);
    }
  }
}
