/** Hands a Parquet file to the reader as a download, without a request. */
export function downloadParquet(name: string, bytes: Uint8Array): void {
  // A copy of its own: the bytes may lie in a larger or a shared buffer.
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/vnd.apache.parquet' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes the bytes after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
