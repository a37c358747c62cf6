import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { startNative } from '../../../src/engine/native-engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { rowsOf } from '../../../src/snapshot/rows.ts';
import { recogniseText } from '../../ingest/recognise-text.ts';
import {
  FAULT_KINDS,
  isCovered,
  plant,
  type FaultKind,
  type Participation,
  type Published,
  type Restated,
} from './planted-faults.ts';
import { ReconciledDisclosures } from './reconciled-disclosures.ts';
import { drawing, seededDisclosure } from './seeded-disclosure.ts';

const CASES = 1000;
/** Every second has a text, every eighth two units with their evaluations too. */
const partsOf = (seed: number) => ({ narrative: seed % 2 === 0, annexes: seed % 8 === 0 });
const FIRST_SEED = Number(process.env['FC_SEED'] ?? 20241101);
const SEEDS = Array.from({ length: CASES }, (_, at) => FIRST_SEED + at);

interface Planted {
  seed: number;
  kind: FaultKind;
  fault: Restated[];
  covered: boolean;
}

describe(`${CASES} disclosures drawn from the seeds ${FIRST_SEED} to ${FIRST_SEED + CASES - 1}`, () => {
  let engine: Engine;
  let disclosures: ReconciledDisclosures;
  let conflicts: readonly unknown[];
  let numberCount: number;
  let planted: Planted[];
  let found: Set<string>;

  beforeAll(async () => {
    engine = await startNative();
    disclosures = new ReconciledDisclosures(engine);
    const seedOf = new Map<string, number>();
    const rows = SEEDS.flatMap((seed): SnapshotRow[] => {
      const disclosure = recogniseText(seededDisclosure(seed, partsOf(seed)));
      seedOf.set(disclosure.document_id, seed);
      return rowsOf(disclosure);
    });
    await disclosures.load(rows);
    await disclosures.reconcile();
    conflicts = await disclosures.rows("select document_id, message from fct_findings where verdict = 'conflict'");

    const takesPart = grouped(
      (await disclosures.rows(
        `select cast(parts.number_id as varchar) as number_id, cast(comparison as varchar) as comparison, rule, side,
          findings.unit, cast(left_value as varchar) as left_value, cast(tolerance as varchar) as tolerance,
          right_label like '应不%' as is_bound
        from fct_findings as findings inner join fct_finding_numbers as parts using (comparison)
        where verdict in ('agree', 'rounding') and left_value is not null`,
      )) as unknown as Participation[],
      ({ number_id }) => number_id,
    );
    const numbers = grouped(
      (await disclosures.rows(
        `select document_id, cast(ordinal as varchar) as ordinal, cast(number_id as varchar) as number_id, statement,
          column_key, unit, cast(amount as varchar) as amount
        from fct_numbers where unit in ('万元', '%') and not is_blank order by number_id`,
      )) as unknown as Published[],
      ({ document_id }) => document_id,
    );
    numberCount = [...numbers.values()].reduce((count, own) => count + own.length, 0);
    planted = [...numbers].flatMap(([document_id, own]): Planted[] => {
      const seed = seedOf.get(document_id)!;
      if (!partsOf(seed).narrative) return [];
      const kind = FAULT_KINDS[Math.floor(seed / 8) % FAULT_KINDS.length]!;
      const fault = plant(kind, own, drawing(seed * 7 + 1));
      return fault === null ? [] : [{ seed, kind, fault, covered: isCovered(fault, takesPart) }];
    });
    await disclosures.restate(
      planted.flatMap(({ fault }) =>
        fault.map(({ number, amount }) => ({ document_id: number.document_id, ordinal: number.ordinal, amount })),
      ),
    );
    await disclosures.reconcile();
    const hit = await disclosures.rows(
      `select distinct numbers.document_id || '/' || cast(numbers.ordinal as varchar) as place
      from fct_findings as findings
      inner join fct_finding_numbers as parts using (comparison)
      inner join fct_numbers as numbers using (number_id)
      where verdict = 'conflict'`,
    );
    found = new Set(hit.map((row) => String(row['place'])));
  }, 300_000);
  afterAll(() => engine.close());

  const isFound = ({ fault }: Planted) =>
    fault.some(({ number }) => found.has(`${number.document_id}/${number.ordinal}`));

  it('contradict themselves nowhere, however their amounts are rounded', () => {
    expect(conflicts).toEqual([]);
    expect(numberCount).toBeGreaterThan(CASES * 75);
  });

  it('are covered by equations in good part', () => {
    expect(planted.filter(({ covered }) => covered).length).toBeGreaterThan(CASES / 8);
  });

  it.each(FAULT_KINDS)('show nineteen of twenty planted faults of the kind %s that an equation covers', (kind) => {
    const ofKind = planted.filter((one) => one.kind === kind);
    const covered = ofKind.filter((one) => one.covered);
    const missed = covered.filter((one) => !isFound(one));
    const told = missed.map(
      ({ seed, fault }) =>
        `seed ${seed}: ${fault.map(({ number, amount }) => `${number.statement} ${number.column_key} ${number.amount} → ${amount}`).join(', ')}`,
    );
    console.info(
      `${kind}: ${covered.length - missed.length} of ${covered.length} covered ones found,`,
      `${ofKind.filter(isFound).length} of all ${ofKind.length}`,
      told,
    );
    expect((covered.length - missed.length) * 100).toBeGreaterThanOrEqual(covered.length * 95);
  });
});

function grouped<T>(rows: readonly T[], by: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
  return groups;
}
