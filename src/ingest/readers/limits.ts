/**
 * What a reader takes on, in one place. The longest real disclosures (a city's, with scanned annexes) stay under 60 MB as
 * PDF; text and markup are a tenth of that. Memory in a browser's tab is what the caps protect: a document becomes ten
 * to twenty times its size as objects.
 */
export const LIMITS = {
  /** Any file, before its first byte is looked at. */
  fileBytes: 100 * 2 ** 20,
  /** Text and HTML: nothing in them is a picture, and every byte becomes a character. */
  textBytes: 30 * 2 ** 20,
  /** All parts of a container that are read, inflated. Nine statements with their annexes are 2 to 20 MB of XML. */
  unzippedBytes: 80 * 2 ** 20,
  /** Parts of a container, pictures included. */
  zipEntries: 5_000,
  /** How far a part of more than 1 MiB may inflate: repetitive sheets reach 100, a bomb made of zeros 1,000. */
  zipRatio: 300,
  /** Cells of one sheet, blank ones inside its used range included. Nine statements have some thousands. */
  sheetCells: 2_000_000,
  /** Elements inside one another: pages that people made have 30 to 60. */
  markupDepth: 400,
  /** Columns of one table. The widest annex has about 40. */
  columns: 1_000,
} as const;
