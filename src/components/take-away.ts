export type TakenKind = 'png' | 'svg' | 'csv' | 'xlsx';

/** What a panel hands to its reader. */
export interface TakeAway {
  /** Files there are: no pictures where there is no chart. */
  kinds: readonly TakenKind[];
  /** Hands the file over and gives its name. Rejects with an Error fit to be shown. */
  save: (kind: TakenKind) => Promise<string>;
  /** Absolute address of the view. */
  link: string;
  /** What it is of: body, measure, years. */
  of: string;
  /** HTML that shows the panel alone on another page, at that height in px; null for what cannot stand alone. */
  embed: ((height: number) => string) | null;
}
