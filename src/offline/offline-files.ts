/** A file of the build that is kept for use without a network. */
export interface OfflineFile {
  /** Below the folder of the page. */
  url: string;
  /** Changes with the content; null where the name does. */
  revision: string | null;
  /** Subresource Integrity: what arrives must have this sum. */
  integrity: string;
}
