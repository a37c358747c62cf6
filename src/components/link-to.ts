/** A place of the page that a link leads to. */
export interface LinkTo {
  text: string;
  href: string;
  /** Goes there without loading the page anew. */
  onfollow: () => void;
}
