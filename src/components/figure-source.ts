import type { FigureMark } from './figure-mark.ts';

/** A place in a document, in its parts; null for a part that it does not have. */
export interface PlaceWords {
  statement: string | null;
  row: string | null;
  column: string | null;
  /** Of paged formats; the line is then null: it is one of the text as read, which nobody sees. */
  page: string | null;
  line: string | null;
}

/** A place, or the words of one that is not made of such parts. */
export type SidePlace = PlaceWords | string;

/** The document that a number stands in. */
export interface SideDocument {
  id: string;
  title: string;
  source: string;
  sha256: string;
  origin: string;
  /** Null for one that was compared with what the department's own site publishes. */
  copy: string | null;
  added: string | null;
  /** The snapshot that the figures were read into. */
  snapshot: { file: string; sha256: string };
}

/** One published number behind a figure on the page. */
export interface SourceSide {
  label: string;
  /** Exact amount, as text of the page, with its unit. */
  amount: string;
  /** The same exact in 万元; null where it is not known, or no amount of money. */
  value: string | null;
  /** Published, implied …, in words. */
  basis: string | null;
  /** Not published: worked back from a stated change. */
  implied: boolean;
  /** Where it stands, as stored; none where that is not recorded. */
  locators: readonly string[];
  places: readonly SidePlace[];
  /** The text as it stands in the document, with its unit; null where it was not found. */
  published: string | null;
  /** What contradicts it; null where nothing does, or that is not known yet. */
  mark: FigureMark | null;
  document: SideDocument | null;
}

/** A figure as a sentence that can be quoted: what the checks found of it still goes between the text and its end. */
export interface Quote {
  text: string;
  /** The stop, with what stands before it: the unit. */
  end: string;
  /** Labels of the sides of which the sentence itself says that they are inconsistent. */
  doubted: readonly string[];
}

/** Everything the source dialog says about one figure. */
export interface FigureSource {
  title: string;
  value: string;
  sides: readonly SourceSide[];
  /** Formulas with their numbers, a line each. */
  computed: readonly string[];
  remarks: readonly string[];
  /** Path of the query in the project. */
  query: string;
  /** Body and year that the figure is about. */
  about: { department: string; year: number };
  quote: Quote;
}
