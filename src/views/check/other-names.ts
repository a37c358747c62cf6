import type { StartedBody } from '../../state/started.ts';

/** Where the list of other names cannot be had. */
export const NO_OTHER_NAMES: ReadonlyMap<string, readonly string[]> = new Map();

/**
 * Bodies with their other names. Those of a unit ("局机关") are said within its department, and may be another unit's in the
 * next: they hold where the page is about that department or one of its units.
 */
export function withOtherNames(
  bodies: readonly StartedBody[],
  department: string,
  names: ReadonlyMap<string, readonly string[]>,
): (StartedBody & { aliases: readonly string[] })[] {
  const family = bodies.find(({ id }) => id === department)?.parent ?? department;
  return bodies.map((body) => ({
    ...body,
    aliases: body.parent === null || body.parent === family ? (names.get(body.id) ?? []) : [],
  }));
}
