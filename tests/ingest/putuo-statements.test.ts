import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import listed from '../../data/bodies.json' with { type: 'json' };
import type { KnownBody } from '../../src/ingest/bodies.ts';
import type { Disclosure, Figure } from '../../src/ingest/disclosure.ts';
import { ingest } from '../../src/ingest/ingest.ts';

const CHARACTER_MAPS = fileURLToPath(new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url));

interface Expected {
  file: string;
  id: string;
  kind: Disclosure['kind'];
  year: number;
  /** Statements published without data. */
  empty: string[];
  amounts: ReadonlyArray<readonly [where: Partial<Figure>, amount: string]>;
}

const general = { statement: 'income_expenditure' } as const;
const spent = { statement: 'expenditure', row_code: 'total' } as const;
const threePublic = { statement: 'three_public', row_code: 'three_public' } as const;

const DOCUMENTS: readonly Expected[] = [
  {
    file: 'putuo-planning-2024-final-accounts.pdf',
    id: 'putuo-planning',
    kind: 'final_accounts',
    year: 2024,
    empty: ['government_fund', 'state_capital'],
    amounts: [
      [{ ...general, row_code: 'total', side: 'expenditure' }, '9859.38'],
      [{ ...general, row_code: 'expenditure' }, '9759.38'],
      [{ ...general, row_code: 'opening_carryover' }, '112.88'],
      [{ ...spent, column_key: 'basic' }, '5377.64'],
      [{ ...spent, column_key: 'project' }, '4381.74'],
      [{ statement: 'expenditure', row_code: '2080505', column_key: 'expenditure' }, '446.11'],
      [{ statement: 'general_public_expenditure', row_code: '212', column_key: 'expenditure' }, '3832.36'],
      [{ ...threePublic, column_key: 'actual' }, '0.39'],
      [{ ...threePublic, column_key: 'budget' }, '2.85'],
    ],
  },
  {
    file: 'putuo-finance-2024-final-accounts.pdf',
    id: 'putuo-finance',
    kind: 'final_accounts',
    year: 2024,
    empty: ['government_fund', 'state_capital'],
    amounts: [
      [{ ...general, row_code: 'total', side: 'revenue' }, '2995.39'],
      [{ ...general, row_code: 'opening_carryover' }, '49.14'],
      [{ ...general, row_code: 'closing_carryover' }, '55.34'],
      [{ statement: 'income', row_code: '2010602', column_key: 'other_revenue' }, '6.19'],
      [{ statement: 'basic_expenditure', row_code: 'personnel' }, '2152.26'],
      [{ statement: 'basic_expenditure', row_code: '31002' }, '13.58'],
      [{ ...threePublic, column_key: 'actual' }, '0'],
      [{ ...threePublic, column_key: 'budget' }, '0.95'],
    ],
  },
  {
    file: 'putuo-social-work-2024-final-accounts.pdf',
    id: 'putuo-social-work',
    kind: 'final_accounts',
    year: 2024,
    empty: ['government_fund', 'state_capital', 'three_public'],
    amounts: [
      [{ ...general, row_code: 'total', side: 'expenditure' }, '307.82'],
      [{ statement: 'basic_expenditure', row_code: 'operating' }, '10.23'],
    ],
  },
  {
    file: 'putuo-wanli-2024-budget.pdf',
    id: 'putuo-wanli',
    kind: 'budget',
    year: 2024,
    empty: ['government_fund', 'state_capital'],
    amounts: [
      [{ ...general, row_code: 'total', side: 'expenditure' }, '15621.1123'],
      [{ ...spent, column_key: 'initial_budget_basic' }, '9970.602'],
      [{ statement: 'basic_expenditure', row_code: '30107', column_key: 'initial_budget' }, '1144.71'],
      [{ ...threePublic, column_key: 'initial_budget' }, '47.91'],
    ],
  },
  {
    file: 'putuo-wanli-2025-budget.pdf',
    id: 'putuo-wanli',
    kind: 'budget',
    year: 2025,
    empty: ['government_fund', 'state_capital'],
    amounts: [
      [{ ...general, row_code: 'total', side: 'expenditure' }, '18976.7551'],
      [{ statement: 'expenditure', row_code: '2129999', column_key: 'initial_budget_project' }, '5234.8937'],
      [{ statement: 'three_public', row_code: 'agency_operation', column_key: 'initial_budget' }, '464.64'],
      [{ statement: 'three_public', row_code: 'vehicle_purchase', column_key: 'initial_budget' }, '15'],
    ],
  },
];

for (const { file, id, kind, year, empty, amounts } of DOCUMENTS) {
  const path = fileURLToPath(new URL(`../../../shared/documents/${file}`, import.meta.url));
  const present = existsSync(path);
  if (!present) console.log(`${file} is not there: the tests of its statements do not run`);

  describe.runIf(present)(`the statements of ${file}`, () => {
    let reading: Promise<Disclosure> | null = null;
    const read = (): Promise<Disclosure> =>
      (reading ??= ingest(readFileSync(path), {
        fileName: file,
        bodies: listed as KnownBody[],
        characterMaps: CHARACTER_MAPS,
      }));

    it('are of the body, year and kind that the cover names', async () => {
      expect(await read()).toMatchObject({ department_id: id, fiscal_year: year, kind, text_origin: 'text_layer' });
    });

    it('are all nine, those without data said to be so, and no number of theirs is without a place', async () => {
      const statements = (await read()).sections.filter((section) => section.kind === 'statement');
      expect(statements.map((section) => section.id).sort()).toEqual([
        'basic_expenditure',
        'expenditure',
        'fiscal_appropriation',
        'general_public_expenditure',
        'government_fund',
        'income',
        'income_expenditure',
        'state_capital',
        'three_public',
      ]);
      const without = statements.filter(({ status }) => status !== 'data').map((section) => section.id);
      expect(without.sort()).toEqual([...empty].sort());
      expect(statements.flatMap(({ unplaced }) => unplaced)).toEqual([]);
    });

    it('hold the amounts that the document publishes, each with its page', async () => {
      const { figures } = await read();
      for (const [where, amount] of amounts) {
        const found = figures.filter((figure) =>
          Object.entries(where).every(([key, value]) => figure[key as keyof Figure] === value),
        );
        expect(
          found.map((figure) => figure.amount),
          JSON.stringify(where),
        ).toEqual([amount]);
        expect(found[0]!.place.page).toBeGreaterThan(0);
      }
    });
  });
}
