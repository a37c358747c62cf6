import type { Lead } from '../../metrics/explore-rows.ts';
import type { Address } from '../../state/address.ts';
import { LEAD_KINDS } from '../../state/exploring.ts';
import { NO_NARROWING } from '../../state/address.ts';

/** What the list is narrowed to; null: all. */
export interface LeadNarrowing {
  kind: string | null;
  body: string | null;
  year: string | null;
}

export function narrowedLeads(leads: readonly Lead[], { kind, body, year }: LeadNarrowing): Lead[] {
  return leads.filter(
    (lead) =>
      (kind === null || lead.kind === kind) &&
      (body === null || lead.department_id === body) &&
      (year === null || String(lead.fiscal_year) === year),
  );
}

/** How many there are of each kind, in the order of the list of kinds; kinds without any are left out. */
export function countByKind(leads: readonly Lead[]): { kind: string; count: number }[] {
  return LEAD_KINDS.map((kind) => ({ kind, count: leads.filter((lead) => lead.kind === kind).length })).filter(
    ({ count }) => count > 0,
  );
}

/** Names a lead among all: no two of a body and year have the same kind and subject. */
export function keyOf({ department_id, fiscal_year, kind, subject_id }: Lead): string {
  return [department_id, fiscal_year, kind, subject_id].join(' ');
}

export interface LeadPlace {
  name: 'overview' | 'change' | 'compare' | 'execution' | 'reconciliation';
  address: Partial<Address>;
}

/** The pages that show what a lead says, the nearest first. */
export function placesOf({ department_id: department, fiscal_year: year, kind, subject_id, base }: Lead): LeadPlace[] {
  const at = { ...NO_NARROWING, department, year };
  const overview: LeadPlace = { name: 'overview', address: { ...at, view: 'overview' } };
  switch (kind) {
    case 'change':
    case 'budget_change':
      return [
        overview,
        {
          name: 'compare',
          address: {
            ...at,
            view: 'compare',
            measure: subject_id,
            basis: kind === 'budget_change' ? 'initial_budget' : null,
          },
        },
      ];
    case 'driver':
      return [
        {
          name: 'change',
          address: {
            ...at,
            view: 'change',
            subject: subject_id,
            fund: 'all',
            amount: base === 'prior_initial_budget' ? 'initial_budget' : 'actual',
          },
        },
        overview,
      ];
    case 'unbudgeted':
    case 'execution':
      return [{ name: 'execution', address: { ...at, view: 'execution' } }, overview];
    case 'contradiction':
      return [{ name: 'reconciliation', address: { ...at, view: 'reconciliation', finding: subject_id } }];
  }
}
