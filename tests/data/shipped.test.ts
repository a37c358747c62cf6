import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../src/engine/data.ts';
import { openDataInNode, SHIPPED_DATA } from '../../src/engine/data-in-node.ts';
import type { Parameter, Row } from '../../src/engine/engine.ts';
import { encodeParquet } from '../../src/engine/parquet.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';
import type { KnownBody } from '../../src/ingest/bodies.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { writeSnapshot } from '../../src/snapshot/write.ts';
import { pick } from '../queries/given.ts';

const DOCUMENTS = fileURLToPath(new URL('../../../shared/documents/', import.meta.url));

describe('The shipped figures of 株洲市生态环境局 2024', () => {
  let data: Data;
  beforeAll(async () => {
    data = await openDataInNode();
  });
  afterAll(() => data.close());

  const row = async (query: string, wanted: Readonly<Record<string, Parameter>>): Promise<Row | undefined> => {
    const { rows } = await data.query(query, { department: 'zhuzhou-ecology', year: 2024 });
    return rows.find((candidate) => Object.entries(wanted).every(([name, value]) => candidate[name] === value));
  };

  it('are all loaded', () => {
    expect(data.refused).toEqual([]);
  });

  it('total 6504.45, 565.63 or 8.0003 % less than the implied 7070.08', async () => {
    const total = await row('headline_changes', { measure: 'total' });
    expect(pick(total, 'actual', 'change', 'change_pct', 'prior_actual', 'prior_basis', 'comparability')).toEqual({
      actual: '6504.45',
      change: '-565.63',
      change_pct: '-8.0003',
      prior_actual: '7070.08',
      prior_basis: 'implied',
      comparability: 'comparable',
    });
  });

  it('spend 45.07 on the “三公”, 4.9958 % less by their own amounts and 4.4 % by their own word, contested', async () => {
    const expected = {
      actual: '45.07',
      change: '-2.37',
      change_pct: '-4.9958',
      prior_actual: '47.44',
      alt_prior_actual: '59.43',
      contested: true,
      claimed_change_pct: '-4.4',
    };
    const columns = Object.keys(expected);
    expect(pick(await row('headline_changes', { measure: 'three_public' }), ...columns)).toEqual(expected);
    expect(pick(await row('three_public_trend', { component: 'three_public' }), ...columns)).toEqual(expected);
  });

  it('execute 117.6369 % of the initial budget of 5529.26', async () => {
    expect(
      pick(
        await row('execution', { subject_code: 'total' }),
        'initial_budget',
        'actual',
        'execution_pct',
        'execution_base',
        'status',
      ),
    ).toEqual({
      initial_budget: '5529.26',
      actual: '6504.45',
      execution_pct: '117.6369',
      execution_base: 'initial',
      status: 'over',
    });
  });

  it('give 2110199 no rate of ours beside the stated 97.59 %', async () => {
    expect(
      pick(
        await row('execution', { subject_code: '2110199' }),
        'initial_budget',
        'actual',
        'alt_actual',
        'execution_pct',
        'stated_execution_pct',
        'status',
      ),
    ).toEqual({
      initial_budget: '193',
      actual: '330.69',
      alt_actual: '188.34',
      execution_pct: null,
      stated_execution_pct: '97.59',
      status: 'contested',
    });
  });

  it('know the 三公 of the headquarters over two published years, 47.19 to 31.75', async () => {
    const { rows } = await data.query('headline_changes', { department: 'zhuzhou-ecology-headquarters', year: 2024 });
    expect(
      pick(
        rows.find(({ measure }) => measure === 'three_public'),
        'prior_actual',
        'prior_basis',
        'actual',
        'change_pct',
      ),
    ).toEqual({ prior_actual: '47.19', prior_basis: 'published', actual: '31.75', change_pct: '-32.7188' });
  });

  it('hold 285 published amounts in the nine statements', async () => {
    const statements = new Set([
      'income_expenditure',
      'income',
      'expenditure',
      'fiscal_appropriation',
      'general_public_expenditure',
      'basic_expenditure',
      'government_fund',
      'state_capital',
      'three_public',
    ]);
    const { rows } = await data.query('figures', { department: 'zhuzhou-ecology', year: 2024 });
    expect(rows.filter(({ statement }) => statements.has(String(statement)))).toHaveLength(285);
  });

  it('hold 30 projects, the shares of the 类 add up to 100 % but for rounding', async () => {
    expect((await data.query('project_execution', {})).rows).toHaveLength(30);
    const { rows } = await data.query('expenditure_structure', { department: 'zhuzhou-ecology' });
    const shares = rows.filter(({ fund, level }) => fund === 'all' && level === 1).map(({ share_pct }) => share_pct);
    const sum = shares.reduce((units, share) => units + tenThousandths(String(share)), 0n);
    expect(shares).toHaveLength(6);
    expect(sum >= 999_997n && sum <= 1_000_003n).toBe(true);
  });
});

describe('The shipped snapshots', () => {
  const manifest = JSON.parse(readFileSync(join(SHIPPED_DATA, 'manifest.json'), 'utf8')) as {
    snapshots: { file: string; source_name: string }[];
  };

  for (const { file, source_name } of manifest.snapshots) {
    const source = join(DOCUMENTS, source_name);
    if (!existsSync(source)) console.warn(`${source_name} is not beside the project: ${file} is not made again here`);
    it.skipIf(!existsSync(source))(`${file} is what its document gives today, byte for byte`, async () => {
      const directory = await mkdtemp(join(tmpdir(), 'snapshot-'));
      const engine = await startWasmNode();
      try {
        const bodies = JSON.parse(await readFile(join(SHIPPED_DATA, 'bodies.json'), 'utf8')) as KnownBody[];
        const disclosure = await ingest(await readFile(source), { fileName: source_name, bodies });
        const entry = await writeSnapshot(disclosure, directory, (rows) => encodeParquet(engine, rows));
        expect(entry.file).toBe(file);
        expect((await readFile(join(directory, entry.file))).equals(await readFile(join(SHIPPED_DATA, file)))).toBe(
          true,
        );
      } finally {
        await engine.close();
        await rm(directory, { recursive: true, force: true });
      }
    });
  }
});

/** "78.0629" in units of 0.0001. */
function tenThousandths(text: string): bigint {
  const [whole, fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(4, '0'));
}
