/** A place of the page that a link leads to. */
export interface LinkTo {
  text: string;
  href: string;
  /** Goes there without loading the page anew. */
  onfollow: () => void;
}

/** A link with a number beside it that opens its own source. */
export interface MeasuredLink extends LinkTo {
  figure: { text: string; onopen: () => void };
}
