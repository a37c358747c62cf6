import type { FigureMark } from './figure-mark.ts';

/** Words around an amount, or words alone. */
export interface TileNote {
  before: string;
  amount: string | null;
  after: string;
}

/** One headline figure, all texts written out. */
export interface HeadlineTile {
  measure: string;
  name: string;
  /** Which fund, where it is not all money. */
  scope: string | null;
  /** Null: not published. */
  amount: string | null;
  implied: boolean;
  impliedNote: string;
  change: { direction: -1 | 0 | 1; amount: string; rate: string | null } | null;
  /** "较2023年", "7,070.08", "（推得）"; or, without an amount, why there is no change. */
  against: TileNote;
  /** Why the figure is contested: the other figures and what the document states; empty where it is not. */
  contested: readonly TileNote[];
  /** The contradiction that the figure, or what it is compared with, is part of; null where none is known. */
  mark: FigureMark | null;
}
