/**
 * Whether a file is one that the project itself wrote: a snapshot (Parquet) or the figures of one (CSV). Null for
 * everything else, which is a document to be read. A CSV goes by its name too: no document is published as one.
 */
export function ownFormatOf(bytes: Uint8Array, fileName: string): 'parquet' | 'csv' | null {
  const begins = new TextDecoder().decode(bytes.subarray(0, 64));
  if (begins.startsWith('PAR1')) return 'parquet';
  return begins.startsWith('department_id,') || /\.csv$/i.test(fileName) ? 'csv' : null;
}
