import type { FigureMark } from './figure-mark.ts';

/** One published number behind a figure on the page. */
export interface SourceSide {
  label: string;
  /** Exact amount, as text of the page, with its unit. */
  amount: string;
  /** Published, implied …, in words. */
  basis: string | null;
  /** The place in words; null where none is recorded. */
  place: string | null;
  /** The text as it stands in the document, with its unit; null where it was not found. */
  published: string | null;
  /** What contradicts it; null where nothing does, or that is not known yet. */
  mark: FigureMark | null;
  document: {
    title: string;
    source: string;
    sha256: string;
    origin: string;
    copy: string | null;
    added: string | null;
  } | null;
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
}
