import type { EconomicStructure, ExpenditureStructure } from '../../metrics/rows.ts';
import {
  AMOUNT_KINDS,
  CLASSIFICATIONS,
  FUNDS,
  type AmountKind,
  type Classification,
  type Fund,
} from '../../state/analysis-address.ts';
import { byAmount } from '../overview/row-order.ts';
import { economicLines, functionalLines, type StructureLine } from './structure-line.ts';

/** What is opened of a classification. */
export interface OpenedStructure {
  by: Classification;
  kind: AmountKind;
  fund: Fund;
  /** What there is a choice of. */
  classifications: readonly Classification[];
  kinds: readonly AmountKind[];
  funds: readonly Fund[];
  /** The subject whose parts are shown; null = all of it. */
  whole: StructureLine | null;
  /** Its parts, most first. */
  parts: readonly StructureLine[];
  /** The part that was asked for, where it has no parts of its own. */
  leaf: StructureLine | null;
  /** Subjects from the widest to what is open. */
  way: readonly StructureLine[];
  opens: ReadonlySet<string>;
  /** What was asked for is not there: a level above is shown. */
  missing: boolean;
}

interface Asked {
  by: Classification | null;
  amount: AmountKind | null;
  fund: Fund | null;
  subject: string | null;
}

/** What was asked for, as far as the year has it: else functional, as spent, on the widest fund. */
export function openedStructure(
  functional: readonly ExpenditureStructure[],
  economic: readonly EconomicStructure[],
  year: number,
  asked: Asked,
): OpenedStructure | null {
  const ofYear = <Row extends { fiscal_year: number }>(rows: readonly Row[]) =>
    rows.filter(({ fiscal_year }) => fiscal_year === year);
  const linesOf = {
    functional: (kind: AmountKind) => functionalLines(ofYear(functional), kind),
    economic: (kind: AmountKind) => economicLines(ofYear(economic), kind),
  };
  const classifications = CLASSIFICATIONS.filter((by) => AMOUNT_KINDS.some((kind) => linesOf[by](kind).length > 0));
  const by = chosen(classifications, asked.by);
  if (by === undefined) return null;
  const kinds = AMOUNT_KINDS.filter((kind) => linesOf[by](kind).length > 0);
  const kind = chosen(kinds, asked.amount)!;
  const all = linesOf[by](kind);
  const funds = FUNDS.filter((fund) => all.some((line) => line.fund === fund));
  const fund = chosen(funds, asked.fund);
  if (fund === undefined) return null;
  const lines = all.filter((line) => line.fund === fund);
  const byCode = new Map(lines.map((line) => [line.code, line]));
  const parents = new Set(lines.flatMap(({ parent }) => parent ?? []));

  const nearest = above(asked.subject).find((code) => byCode.has(code));
  const open = nearest === undefined ? null : byCode.get(nearest)!;
  const leaf = open !== null && !parents.has(open.code) ? open : null;
  const whole = leaf === null ? open : (byCode.get(leaf.parent ?? '') ?? null);
  const way: StructureLine[] = [];
  for (let step: StructureLine | null = open; step !== null; step = byCode.get(step.parent ?? '') ?? null)
    way.unshift(step);
  return {
    by,
    kind,
    fund,
    classifications,
    kinds,
    funds,
    whole,
    parts: lines
      .filter((line) =>
        whole === null ? line.parent === null || !byCode.has(line.parent) : line.parent === whole.code,
      )
      .sort(byAmount),
    leaf,
    way,
    opens: parents,
    missing: asked.subject !== null && open?.code !== asked.subject,
  };
}

/** A subject, then what is above it: 2120501, 21205, 212; 30101, 301. */
function above(code: string | null): string[] {
  if (code === null) return [];
  return [code.length, 5, 3]
    .filter((length, at) => at === 0 || length < code.length)
    .map((length) => code.slice(0, length));
}

function chosen<T>(there: readonly T[], asked: T | null): T | undefined {
  return there.find((candidate) => candidate === asked) ?? there[0];
}
