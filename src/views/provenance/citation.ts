import type { FigureSource, SidePlace, SourceSide } from '../../components/figure-source.ts';
import type { Texts } from '../../language/texts.ts';
import type { FigureCheck } from '../../metrics/reconciliation-rows.ts';
import { isContradicted } from './side-checks.ts';

/** A place in one line. */
export function placeText(place: SidePlace, texts: Texts): string {
  return typeof place === 'string' ? place : texts.provenance.place({ ...place });
}

/**
 * The sentence of a figure, with what the checks found of it. Checks null: they could not be run, which the sentence
 * says, for nobody may quote a contradicted figure as if it stood.
 */
export function sentenceOf(source: FigureSource, checks: readonly FigureCheck[] | null, texts: Texts): string {
  const words = texts.quote;
  const { text, end, doubted } = source.quote;
  const more = source.sides.filter((side) => !doubted.includes(side.label) && isContradicted(side, checks ?? []));
  const found = [...new Set(more.map(({ label }) => words.contradicted(label)))];
  return [text, ...found, ...(checks === null ? [words.uncheckedNow] : []), end].join('');
}

/** Where a quoted figure is from: documents with the places, files with their SHA-256, and this page. */
export function citationOf(
  source: FigureSource,
  { address, accessed, texts }: { address: string; accessed: string; texts: Texts },
): string {
  const words = texts.quote.cite;
  const cited: string[] = [];
  const documents = new Map(
    source.sides.flatMap(({ document }) => (document === null ? [] : [[document.id, document]])),
  );
  for (const document of documents.values()) {
    const sides = source.sides.filter((side) => side.document?.id === document.id);
    cited.push(
      words.title(document.title) + words.cited(placesOf(sides, texts)),
      words.source(document.source, document.sha256) + words.status(document.copy ?? words.official),
      words.snapshot(document.snapshot.file, document.snapshot.sha256),
    );
    if (document.added !== null) cited.push(document.added);
  }
  const unknown = source.sides.filter(({ document, value }) => document === null && value !== null);
  if (unknown.length > 0) cited.push(words.unknown + words.cited(placesOf(unknown, texts)));
  return words.join([...cited, words.query(source.query), words.view(texts.product, address, accessed)]);
}

function placesOf(sides: readonly SourceSide[], texts: Texts): string {
  const words = texts.quote.cite;
  return sides
    .map(({ label, places }) =>
      words.place(
        label,
        places.length === 0 ? texts.source.noPlace : places.map((place) => placeText(place, texts)).join(words.places),
      ),
    )
    .join(words.places);
}
