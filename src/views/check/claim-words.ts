import type { UnderstoodNumber } from '../../ingest/understanding.ts';
import type { Voice } from '../../language/voice.ts';
import type { ClaimEvidence, ClaimVerdict } from '../../metrics/claim-rows.ts';
import { Exact } from '../../money/decimal.ts';
import type { StartedBody } from '../../state/started.ts';
import type { CheckedText } from './checked-claim.svelte.ts';

/** What the page knows when it puts a checked text into words. */
export interface Wording {
  voice: Voice;
  bodies: readonly StartedBody[];
  subjects: CheckedText['subjects'];
}

/** What a number was understood to say: body, year, measure and kind of amount. */
export function aboutOf(number: UnderstoodNumber, wording: Wording): string {
  const { texts } = wording.voice;
  const body = wording.bodies.find(({ id }) => id === number.department)?.name ?? number.department;
  const fund = number.fund === null ? undefined : texts.funds[number.fund];
  const name = nameOf(number, wording);
  return texts.check.about(
    body,
    number.year,
    fund === undefined ? name : texts.check.fundNamed(name, fund),
    kindOf(number, wording),
  );
}

/** Name of a measure or subject, as the page calls it, else as the text does. */
function nameOf({ measure, subjectCode, subject }: UnderstoodNumber, wording: Wording): string {
  if (subjectCode !== null) return subjectName(subjectCode, wording);
  return (measure === null ? undefined : wording.voice.texts.measures[measure]) ?? subject;
}

function subjectName(code: string, { voice, subjects }: Wording): string {
  return voice.texts.subject(code, subjects[code] ?? code);
}

function kindOf({ kind, column, base }: UnderstoodNumber, { voice: { texts } }: Wording): string {
  const words = texts.check;
  const against = words.roles[base ?? ''] ?? texts.measures[base ?? ''] ?? base ?? '';
  switch (kind) {
    case 'amount':
      return words.roles[column ?? 'actual']!;
    case 'change':
      return words.change(against);
    case 'change_pct':
      return words.changePct(against);
    case 'execution_pct':
      return words.executionPct(against);
    case 'share_pct':
      return words.sharePct(against);
    case 'count':
      return words.count;
  }
}

/** What a piece of evidence is. */
export function evidenceLabel(row: ClaimEvidence, number: UnderstoodNumber, wording: Wording): string {
  const { texts } = wording.voice;
  const words = texts.check;
  const source = words.sources[row.source ?? ''] ?? '';
  switch (row.evidence) {
    case 'none':
      return words.none;
    case 'stated':
      return words.stated[number.kind]!;
    case 'computed':
      return words.computedFrom(
        number.kind === 'share_pct'
          ? (texts.measures[number.base ?? ''] ?? number.base ?? '')
          : words.roles[row.whole_role ?? '']!,
        source,
      );
    case 'elsewhere':
      return words.elsewhere(elsewhere(row, wording));
    default:
      return words.amountFrom(words.roles[row.evidence] ?? row.evidence, source);
  }
}

function elsewhere({ reason, scope_detail }: ClaimEvidence, wording: Wording): string {
  const { texts } = wording.voice;
  const detail = scope_detail ?? '';
  switch (reason) {
    case 'other_fund':
      return texts.funds[detail] ?? detail;
    case 'other_measure':
      return texts.measures[detail] ?? subjectName(detail, wording);
    case 'other_year':
      return texts.check.roles[detail] ?? texts.check.yearOf(detail);
    case 'other_budget':
    case 'other_column':
      return texts.check.roles[detail] ?? detail;
    default:
      return detail;
  }
}

/** An exact value with its unit, nothing rounded: "45.07 万元", "-4.9958%". */
export function exactValue(value: string, unit: ClaimEvidence['unit'], { texts }: Voice): string {
  const plain = new Exact(value).toFixed();
  if (unit === '') return plain;
  return unit === '%' ? `${plain}%` : texts.withUnit(plain, texts.units['万元']!);
}

/** "(45.07 − 47.44) ÷ 47.44 = -4.9958%"; null for a value that was not computed. */
export function formulaOf(row: ClaimEvidence, number: UnderstoodNumber): string | null {
  if (row.part_value === null || row.whole_value === null) return null;
  const part = new Exact(row.part_value).toFixed();
  const whole = new Exact(row.whole_value).toFixed();
  const result = row.value === null ? '' : ` = ${new Exact(row.value).toFixed()}${row.unit === '%' ? '%' : ''}`;
  if (number.kind === 'change') return `${part} − ${whole}${result}`;
  return number.kind === 'change_pct' ? `(${part} − ${whole}) ÷ ${whole}${result}` : `${part} ÷ ${whole}${result}`;
}

/** Why the verdict is what it is, with the numbers that show it; null where it needs no reason. */
export function reasonOf({ reason, reason_text, reason_detail }: ClaimEvidence, { texts }: Voice): string | null {
  if (reason === null) return null;
  const words = texts.check.reasons[reason] ?? reason_text ?? reason;
  return reason_detail === null ? words : texts.check.detail(words, reason_detail);
}

/** A stretch of the checked text: plain, or a number with the place of its result in the list. */
export interface Stretch {
  text: string;
  /** Place in `checked`, or null. */
  checked: number | null;
  verdict: ClaimVerdict | 'unclear' | null;
  contested: boolean;
}

/** The text in stretches, each number one of its own. */
export function stretchesOf({ text, checked, unclear }: CheckedText): Stretch[] {
  const marks = [
    ...checked.map(({ number, evidence }, index) => ({
      start: number.start,
      end: number.end,
      checked: index,
      verdict: evidence[0]?.overall_verdict ?? ('not_checkable' as const),
      contested: evidence[0]?.contested ?? false,
    })),
    ...unclear.map(({ start, end }) => ({ start, end, checked: null, verdict: 'unclear' as const, contested: false })),
  ].sort((a, b) => a.start - b.start);
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { start, end, ...mark } of marks) {
    if (start < from) continue;
    if (start > from) stretches.push({ text: text.slice(from, start), checked: null, verdict: null, contested: false });
    stretches.push({ text: text.slice(start, end), ...mark });
    from = end;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), checked: null, verdict: null, contested: false });
  return stretches;
}
