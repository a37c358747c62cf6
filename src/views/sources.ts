import type { FigureSource, SideDocument, SourceSide } from '../components/figure-source.ts';
import { dayOf } from '../language/day.ts';
import type { Voice } from '../language/voice.ts';
import { Exact } from '../money/decimal.ts';
import type { StoredFigure } from '../metrics/rows.ts';
import type { SourceDocument } from '../state/started.ts';
import { NO_MARKS, type Marks } from './overview/marks.ts';
import type { PanelContext } from './overview/panel-context.ts';
import { locatorsOf, placeOf, rowOf } from './provenance/place-words.ts';

/** What a side of a source is looked up by. Amount exact in 万元; null = not known. */
export interface Side {
  label: string;
  amount: string | null;
  basis: string | null;
  locator: string | null;
  year: number;
  /** The document, where the row names it; else it is told by place and year. */
  document_id?: string | null;
}

/** Opens the source of a figure: handed a way to write it, so that the dialog follows language and late answers. */
export type OpenSource = (write: (sources: Sources) => FigureSource) => void;

/** Finds documents and published texts for the source dialog. */
export class Sources {
  readonly #byLocator = new Map<string, StoredFigure[]>();
  /** By the place of their row: what is told of a row as a whole is found there. */
  readonly #byRow = new Map<string, StoredFigure[]>();

  constructor(
    figures: readonly StoredFigure[],
    private readonly documents: readonly SourceDocument[],
    readonly voice: Voice,
    private readonly marks: Marks = NO_MARKS,
  ) {
    for (const figure of figures) {
      if (figure.locator === null) continue;
      add(this.#byLocator, figure.locator, figure);
      add(this.#byRow, rowOf(figure.locator), figure);
    }
  }

  /** One side with all that is known of where it stands. */
  side({ label, amount, basis, locator, year, document_id = null }: Side): SourceSide {
    const { texts } = this.voice;
    const figure = this.#figureAt(locator, amount);
    // Only actual amounts of the year before are stored as implied.
    const implied = figure?.basis === 'implied';
    const document = this.#documentOf(figure?.document_id ?? document_id, year);
    return {
      label,
      amount: amount === null ? texts.tile.none : this.exact(amount),
      value: amount,
      basis: basis ?? (implied ? texts.source.of.actual.implied : null),
      implied,
      locators: locatorsOf(locator),
      places: locatorsOf(locator).map(placeOf),
      published: figure === null ? null : publishedText(figure),
      mark: this.marks.of({ amount, locator, document_id: document?.id ?? null, year }),
      document: document === null ? null : this.#written(document),
    };
  }

  /** The exact amount with its unit: 万元 as stored, nothing rounded. */
  exact(amount: string): string {
    return `${new Exact(amount).toFixed()} ${this.voice.texts.units['万元']}`;
  }

  #written({ id, title, source, sha256, snapshot, ...document }: SourceDocument): SideDocument {
    const { texts } = this.voice;
    return {
      id,
      title,
      source,
      sha256,
      snapshot,
      copy: document.checked_against_official ? null : texts.source.secondaryCopy,
      added: document.added_at === null ? null : texts.adding.addedBy(dayOf(document.added_at)),
      origin: texts.source.origins[document.text_origin] ?? document.text_origin,
    };
  }

  /** Only a figure of the same amount is what the locator means: a place may also name a sentence or a sum. */
  #figureAt(locator: string | null, amount: string | null): StoredFigure | null {
    if (locator === null || amount === null) return null;
    const wanted = new Exact(amount);
    const there = this.#byLocator.get(locator) ?? [];
    const same = ({ amount: other }: StoredFigure): boolean => other !== null && wanted.equals(other);
    const exact = there.find(same);
    if (exact !== undefined) return exact;
    // Of a row, only where all that could be meant are written alike.
    const inRow = (this.#byRow.get(locator) ?? []).filter(same);
    const texts = new Set(inRow.map((figure) => `${figure.document_id} ${publishedText(figure) ?? ''}`));
    return texts.size === 1 ? inRow[0]! : null;
  }

  #documentOf(documentId: string | null, year: number): SourceDocument | null {
    if (documentId !== null) return this.documents.find(({ id }) => id === documentId) ?? null;
    const ofYear = this.documents.filter((document) => document.fiscal_year === year);
    // Where there is one document only, it is also what says something of the years before it.
    const candidates = ofYear.length === 0 ? this.documents : ofYear;
    return candidates.length === 1 ? candidates[0]! : null;
  }
}

function add(by: Map<string, StoredFigure[]>, key: string, figure: StoredFigure): void {
  const there = by.get(key);
  if (there === undefined) by.set(key, [figure]);
  else there.push(figure);
}

function publishedText(figure: StoredFigure): string | null {
  if (figure.published_text === null) return null;
  return [figure.published_text, figure.published_unit ?? ''].join(' ').trim();
}

/** "document · statements" of a panel: the titles of the year's documents and the first part of its places. */
export function sourceLine(
  { documents, voice }: Pick<PanelContext, 'documents' | 'voice'>,
  years: ReadonlySet<number>,
  locators: readonly (string | null)[],
): string {
  const ofYears = documents.filter(({ fiscal_year }) => years.has(fiscal_year));
  // Years without a document of their own are known through the others.
  const titles = (ofYears.length === 0 ? documents : ofYears).map(({ title, added_at }) =>
    added_at === null ? title : voice.texts.adding.addedTitle(title, dayOf(added_at)),
  );
  const statements = new Set(locators.flatMap((locator) => statementOf(locator) ?? []));
  const named = [...statements].slice(0, 3);
  return [...new Set(titles), ...named].join(' · ');
}

function statementOf(locator: string | null): string | null {
  const first = locator?.split(/[·，,;；]/)[0]?.trim();
  return first === undefined || first === '' ? null : first;
}
