import { VERDICTS, type Finding, type Verdict } from '../../metrics/reconciliation-rows.ts';
import { Exact } from '../../money/decimal.ts';

/** What the list is narrowed to; null verdict: all but those that agree. */
export interface Narrowing {
  rule: string | null;
  statement: string | null;
  verdict: Verdict | null;
}

/** A finding, and the conflicts that only follow from it. */
export interface FoldedFinding {
  finding: Finding;
  followers: readonly Finding[];
}

/**
 * The findings that fit, in the order they come in, which is the gravest first. What follows from a finding that is
 * shown is folded under it, whether or not it fits by itself; where its root does not fit, it stands by itself.
 */
export function foldedFindings(findings: readonly Finding[], narrowing: Narrowing): FoldedFinding[] {
  const fitting = findings.filter((finding) => fits(finding, narrowing));
  const shown = new Set(fitting.map(({ finding_id }) => finding_id));
  const followers = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.follows_from === null || !shown.has(finding.follows_from)) continue;
    const there = followers.get(finding.follows_from);
    if (there === undefined) followers.set(finding.follows_from, [finding]);
    else there.push(finding);
  }
  return fitting
    .filter(({ follows_from }) => follows_from === null || !shown.has(follows_from))
    .map((finding) => ({ finding, followers: followers.get(finding.finding_id) ?? [] }));
}

/** The findings of several bodies in the order that the query gives those of one: the gravest first, then the largest. */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  const size = ({ difference }: Finding) => (difference === null ? null : new Exact(difference).abs());
  return findings.toSorted((left, right) => {
    const order =
      VERDICTS.indexOf(left.verdict) - VERDICTS.indexOf(right.verdict) ||
      Number(left.follows_from !== null) - Number(right.follows_from !== null) ||
      right.severity - left.severity;
    if (order !== 0) return order;
    const [ours, theirs] = [size(left), size(right)];
    if (ours === null || theirs === null) return Number(ours === null) - Number(theirs === null);
    return theirs.comparedTo(ours);
  });
}

export function countByVerdict(findings: readonly Finding[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { conflict: 0, scope_differs: 0, rounding: 0, not_checkable: 0, agree: 0 };
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
}

/** Findings in which one of the same numbers takes part, without those that are told with it anyway. */
export function findingsWithSameNumbers(findings: readonly Finding[], of: Finding): Finding[] {
  const own = new Set(numberNames(of));
  return findings.filter(
    (finding) =>
      finding.finding_id !== of.finding_id &&
      finding.finding_id !== of.follows_from &&
      finding.follows_from !== of.finding_id &&
      numberNames(finding).some((number) => own.has(number)),
  );
}

function fits(finding: Finding, { rule, statement, verdict }: Narrowing): boolean {
  return (
    (rule === null || finding.rule === rule) &&
    (statement === null || finding.statement === statement) &&
    (verdict === null ? finding.verdict !== 'agree' : finding.verdict === verdict)
  );
}

function numberNames({ left_numbers: left, right_numbers: right }: Finding): string[] {
  return [left, right].flatMap((list) => (list ?? '').split(',').filter(Boolean));
}
