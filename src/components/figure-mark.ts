/** Says beside a figure that another place contradicts it, and opens the contradiction. */
export interface FigureMark {
  /** finding_id of the contradiction. */
  finding: string;
  text: string;
  hint: string;
  onopen: () => void;
}
