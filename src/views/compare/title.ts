import { directionOf } from '../../language/numbers.ts';
import type { Standing } from '../../language/compare-zh.ts';
import type { Voice } from '../../language/voice.ts';
import { ends, type Choice, type Compared, type Comparison } from './compared.ts';

/** The finding: who is at the ends of the order. Null where nothing of that kind is placed. */
export function findingOf(
  comparison: Comparison,
  kind: Compared['kind'],
  { by, measure }: Choice,
  voice: Voice,
): string | null {
  const placed = comparison.placed[kind];
  const first = placed[0];
  if (first === undefined) return null;
  const { texts, unit } = voice;
  const words = texts.compare.title;
  const name = texts.measures[measure] ?? first.row.measure_name;
  const year = comparison.year === null ? null : texts.year(comparison.year);
  const head = words.of(year, texts.compare.measureOf(name, kind));
  const { most, least } = ends(placed);
  const standing = (bodies: readonly Compared[]): Standing => standingOf(bodies, comparison, by, voice);
  if (placed.length === 1) return head + words.only(standing(most).names[0]!, alone(first, by, voice));
  if (by === 'amount' || by === 'per_staff') {
    const clauses = [words.most[by](standing(most), unit)];
    if (placed.length > most.length) clauses.push(words.most[`${by}Least`](standing(least), unit));
    return head + clauses.join(words.and);
  }
  const [up, down] = by === 'change_pct' ? (['up_pct', 'down_pct'] as const) : (['up', 'down'] as const);
  const rises = directionOf(most[0]!.value!) > 0;
  const falls = directionOf(least[0]!.value!) < 0;
  if (!rises && !falls) return head + words.flat(kind);
  return (
    head +
    [
      falls ? words.most[down](standing(least), unit) : words.noneDown,
      rises ? words.most[up](standing(most), unit) : words.noneUp,
    ].join(words.and)
  );
}

/** The body that the finding names first: what a reader who asks for the source of the sentence is shown. */
export function firstNamed(comparison: Comparison, kind: Compared['kind'], { by }: Choice): Compared | null {
  const { most, least } = ends(comparison.placed[kind]);
  const falls = least[0] !== undefined && directionOf(least[0].value!) < 0;
  const fromBelow = by !== 'amount' && by !== 'per_staff' && comparison.placed[kind].length > 1 && falls;
  return (fromBelow ? least[0] : most[0]) ?? null;
}

/** What is said of a body that has none beside it. */
function alone({ change, change_pct, amount, value, kind }: Compared, by: Choice['by'], voice: Voice): string {
  const { texts, numbers, unit } = voice;
  const { clause, flat } = texts.compare.title;
  if (by === 'amount' || by === 'per_staff' || change === null)
    return clause.amount(numbers.amount(by === 'per_staff' ? value! : amount), unit);
  const direction = directionOf(change);
  const rate = change_pct === null ? null : numbers.rateMagnitude(change_pct);
  return direction === 0 ? flat(kind) : clause[direction > 0 ? 'up' : 'down'](numbers.magnitude(change), unit, rate);
}

/** Level bodies can differ in the other numbers: those are only said of one. */
function standingOf(bodies: readonly Compared[], { year }: Comparison, by: Choice['by'], voice: Voice): Standing {
  const { texts, numbers } = voice;
  const [body] = bodies;
  const alone = bodies.length === 1;
  return {
    names: bodies.map(({ row }) =>
      year === null ? texts.compare.inYear(row.department_name, texts.year(row.fiscal_year)) : row.department_name,
    ),
    amount: numbers.amount(by === 'per_staff' ? body!.value! : body!.amount),
    change: body!.change === null || !(alone || by === 'change') ? null : numbers.magnitude(body!.change),
    rate: body!.change_pct === null || !(alone || by === 'change_pct') ? null : numbers.rateMagnitude(body!.change_pct),
  };
}
