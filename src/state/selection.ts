import type { Address, Dropped } from './address.ts';
import type { StartedBody } from './started.ts';

/** The body and year that the page shows. */
export interface Selection {
  body: StartedBody;
  year: number;
}

export interface ResolvedSelection {
  /** Null only when there is no body with a year at all. */
  selection: Selection | null;
  dropped: Dropped[];
}

/**
 * Opens what the address asks for, as far as it exists: an unknown department gives the first one, an unknown year the
 * latest of the department; both are said.
 */
export function resolveSelection(
  address: Pick<Address, 'department' | 'year'>,
  bodies: readonly StartedBody[],
): ResolvedSelection {
  const dropped: Dropped[] = [];
  const usable = inPickerOrder(bodies).filter((body) => body.years.length > 0);
  let body = usable.find((candidate) => candidate.id === address.department);
  if (body === undefined) {
    if (address.department !== null) dropped.push({ name: 'department', value: address.department });
    body = usable[0];
  }
  if (body === undefined) return { selection: null, dropped };
  let year = body.years.find((candidate) => candidate === address.year);
  if (year === undefined) {
    if (address.year !== null) dropped.push({ name: 'year', value: String(address.year) });
    year = Math.max(...body.years);
  }
  return { selection: { body, year }, dropped };
}

/** Departments in the order given, each followed by its units. Units of an unknown department stand at the end. */
export function inPickerOrder(bodies: readonly StartedBody[]): StartedBody[] {
  const departments = bodies.filter((body) => body.level === 'department');
  const known = new Set(departments.map((body) => body.id));
  const unitsOf = (id: string): StartedBody[] => bodies.filter((body) => body.level === 'unit' && body.parent === id);
  const orphans = bodies.filter((body) => body.level === 'unit' && (body.parent === null || !known.has(body.parent)));
  return [...departments.flatMap((department) => [department, ...unitsOf(department.id)]), ...orphans];
}

/** A body and, of a department, its units after it. */
export function withUnits(id: string, bodies: readonly StartedBody[]): StartedBody[] {
  return [...bodies.filter((body) => body.id === id), ...bodies.filter((body) => body.parent === id)];
}
