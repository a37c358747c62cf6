import type { Part, Reading } from './part.ts';
import { numbersOf } from './statement-rows.ts';

/** A part that no recogniser reads: each of its numbers is listed with the reason, so that none disappears. */
export function readNothing(part: Part, reason: string): Reading {
  const unplaced = part.lines.flatMap((line) =>
    line.cells.flatMap(numbersOf).map((text) => ({ text, line: line.number, section: part.title, reason })),
  );
  return { figures: [], claims: [], projects: [], indicators: [], rows: 0, numbers_seen: unplaced.length, unplaced };
}
