/** Hands bytes to the reader as a file, without a request. */
export function download(name: string, bytes: Uint8Array, type: string): void {
  // A copy of its own: the bytes may lie in a larger or a shared buffer.
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes the bytes after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
