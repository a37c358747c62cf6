import { directionOf } from '../../language/numbers.ts';
import type { Voice } from '../../language/voice.ts';
import type { ChangePart } from '../../metrics/analysis-rows.ts';
import { Exact } from '../../money/decimal.ts';
import type { Breakdown } from './change-choice.ts';

export type Direction = 'up' | 'down' | 'flat';

/** The change in words, and which part of it weighs most: exact comparisons, nothing is added up. */
export function changeTitle(shown: Breakdown, voice: Voice): string {
  const { texts, numbers, unit } = voice;
  const words = texts.change;
  const first = shown.parts[0]!;
  const name = (part: ChangePart): string => texts.subject(part.subject_code ?? '', part.subject_name ?? '');
  const told = (
    say: (part: string, direction: Direction, amount: string, unit: string) => string,
    part: ChangePart,
  ): string => say(name(part), direction(part.change), numbers.magnitude(part.change), unit);
  const whole = words.title(
    shown.kind,
    first.fiscal_year,
    shown.whole === 'total' ? null : texts.subject(shown.whole, first.whole_name),
    direction(first.whole_change),
    numbers.magnitude(first.whole_change),
    unit,
  );
  if (shown.leaf !== null) return whole + told(words.leaf, shown.leaf);

  const change = new Exact(first.whole_change);
  const along = largest(shown.parts, (part) => directionOf(part.change) === directionOf(first.whole_change));
  const against = largest(shown.parts, (part) => directionOf(part.change) === -directionOf(first.whole_change));
  if (change.isZero()) return whole;
  if (along !== null && along.reason !== null) return whole + (words.notAttributed[along.reason] ?? '');
  const half = change.abs().div(2);
  const weighs = (part: ChangePart): boolean => new Exact(part.change).abs().gte(half);
  const cause = along === null ? '' : told(weighs(along) ? words.mainly : words.most, along);
  const counter = against !== null && against.reason === null && weighs(against) ? told(words.against, against) : '';
  return whole + cause + counter;
}

export function direction(change: string): Direction {
  return ({ '1': 'up', '-1': 'down', '0': 'flat' } as const)[String(directionOf(change)) as '1' | '-1' | '0'];
}

function largest(parts: readonly ChangePart[], fits: (part: ChangePart) => boolean): ChangePart | null {
  return parts
    .filter(fits)
    .reduce<ChangePart | null>(
      (found, part) =>
        found === null || new Exact(part.change).abs().gt(new Exact(found.change).abs()) ? part : found,
      null,
    );
}
