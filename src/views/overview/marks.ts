import type { FigureMark } from '../../components/figure-mark.ts';
import type { Texts } from '../../language/texts.ts';
import { Exact } from '../../money/decimal.ts';
import type { ContradictedFigure } from '../../metrics/reconciliation-rows.ts';
import type { SourceDocument } from '../../state/started.ts';

/** A figure by its amount, exact in 万元, and the place where it stands. */
export interface MarkedPlace {
  amount: string | null;
  locator: string | null;
  /** Null: to be told by the year. */
  document_id?: string | null;
  /** Of the document. */
  year: number;
}

/** Which figures another place contradicts. */
export interface Marks {
  /** The mark of a figure; null where nothing contradicts it, or that is not known yet. */
  of(place: MarkedPlace): FigureMark | null;
}

/** Nothing is known of contradictions. */
export const NO_MARKS: Marks = { of: () => null };

/**
 * Marks from what the reconciliation found. A figure is marked where it is one of the two values that contradict,
 * not where it was only added up or divided by; where it is in several contradictions, the gravest is opened.
 */
export function marksOf(
  figures: readonly ContradictedFigure[],
  documents: readonly SourceDocument[],
  texts: Texts,
  onopen: (figure: ContradictedFigure) => void,
): Marks {
  const years = new Map(documents.map(({ id, fiscal_year }) => [id, fiscal_year]));
  const byLocator = new Map<string, ContradictedFigure[]>();
  for (const figure of figures) {
    if (figure.unit !== '万元' || figure.locator === null || !years.has(figure.document_id)) continue;
    const there = byLocator.get(figure.locator);
    if (there === undefined) byLocator.set(figure.locator, [figure]);
    else there.push(figure);
  }
  const words = texts.reconciliation;
  return {
    of({ amount, locator, document_id = null, year }) {
      if (amount === null || locator === null) return null;
      const wanted = new Exact(amount);
      // The same words can stand for a place in two documents.
      const there = (byLocator.get(locator) ?? []).filter(
        (figure) => figure.side_value !== null && wanted.equals(figure.side_value),
      );
      const oneDocument = new Set(there.map((figure) => figure.document_id)).size === 1;
      const figure = there.find((candidate) =>
        document_id !== null
          ? candidate.document_id === document_id
          : oneDocument || years.get(candidate.document_id) === year,
      );
      if (figure === undefined) return null;
      return { finding: figure.finding_id, text: words.mark, hint: words.markHint, onopen: () => onopen(figure) };
    },
  };
}

/** The figures among these that are marked, each contradiction once. */
export function namedMarks(
  places: readonly (MarkedPlace & { name: string })[],
  marks: Marks,
): { name: string; mark: FigureMark }[] {
  const named = places.flatMap((place) => {
    const mark = marks.of(place);
    return mark === null ? [] : [{ name: place.name, mark }];
  });
  return named.filter(({ mark }, at) => named.findIndex((earlier) => earlier.mark.finding === mark.finding) === at);
}
