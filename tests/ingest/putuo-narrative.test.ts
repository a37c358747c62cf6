import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Claim, Disclosure } from '../../src/ingest/disclosure.ts';
import { ingest } from '../../src/ingest/ingest.ts';

/** The disclosure, or null where the file is not beside the project. */
async function disclosed(fileName: string): Promise<Disclosure | null> {
  const path = fileURLToPath(new URL(`../../../shared/documents/${fileName}`, import.meta.url));
  if (!existsSync(path)) return null;
  return ingest(readFileSync(path), { bodies: [], fileName });
}

const planning = await disclosed('putuo-planning-2024-final-accounts.pdf');
const finance = await disclosed('putuo-finance-2024-final-accounts.pdf');
const socialWork = await disclosed('putuo-social-work-2024-final-accounts.pdf');
const wanli = await disclosed('putuo-wanli-2024-budget.pdf');

const headline = (of: Disclosure | null, measure: string, kind: Claim['kind']) => [
  ...new Set(
    of!.claims
      .filter((claim) => claim.measure === measure && claim.kind === kind && !claim.is_detail)
      .map((claim) => claim.stated_value),
  ),
];
const unplaced = (of: Disclosure | null) =>
  of!.sections.filter((s) => s.kind === 'narrative').flatMap((s) => s.unplaced.map(({ text }) => text));

describe.skipIf(!planning)('the narrative of a district bureau', () => {
  it('states headline changes, a rate without its percent sign and a template left in', () => {
    expect(headline(planning, 'total', 'change')).toEqual(['1062.85']);
    expect(headline(planning, 'total', 'change_pct')).toEqual(['12.08']);
    expect(headline(planning, 'general_public_expenditure', 'change_pct')).toEqual(['13.95']);
    expect(headline(planning, 'three_public', 'change_pct')).toEqual(['-27.78']);
    expect(headline(planning, 'agency_operation', 'change')).toEqual(['-13.52']);
    expect(unplaced(planning)).toEqual(['92%']);
  });
});

describe.skipIf(!finance)('the narrative of a finance bureau', () => {
  it('states headline changes, and places every number', () => {
    expect(headline(finance, 'total', 'change')).toEqual(['-56.95']);
    expect(headline(finance, 'fiscal_total', 'change')).toEqual(['0']);
    expect(unplaced(finance)).toEqual([]);
  });
});

describe.skipIf(!socialWork)('the narrative of a department founded in its year', () => {
  it('keeps the rate of completion against the budget it names', () => {
    const rates = socialWork!.claims.filter((c) => c.kind === 'execution_pct' && c.subject_code === 'total');
    expect(rates.map((c) => [c.stated_value, c.base])).toEqual([['95.89', 'initial_budget']]);
    expect(unplaced(socialWork)).toEqual([]);
  });
});

describe.skipIf(!wanli)('the narrative of a street office’s budget', () => {
  it("keeps last year's expected outcome apart from budgets", () => {
    const own = wanli!.claims.filter((c) => c.subject_code === '2010507');
    expect(own.map((c) => [c.column_key ?? c.base, c.stated_value])).toEqual([
      ['initial_budget', '25.77'],
      ['execution_estimate', '60.13'],
      ['initial_budget', '25.77'],
      ['prior_execution_estimate', '-57.14'],
    ]);
    expect(wanli!.claims.filter((c) => c.column_key === 'actual' || c.column_key === 'prior_actual')).toEqual([]);
    expect(unplaced(wanli)).toEqual([]);
  });
});
