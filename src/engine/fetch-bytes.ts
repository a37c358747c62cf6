export interface FetchOptions {
  /** Bytes that have arrived so far. */
  onBytes?: (loaded: number) => void;
  /** How the browser's cache is used. Default: as the host says. */
  cache?: RequestCache;
  /** Fails when nothing has arrived for so long, in milliseconds. */
  stallLimit: number;
}

/** A file of this origin, whole. Rejects with an Error that names the address for a bad status or a stalled body. */
export async function fetchBytes(
  address: URL,
  { onBytes, cache = 'default', stallLimit }: FetchOptions,
): Promise<Uint8Array> {
  const stalled = new AbortController();
  const stop = () => stalled.abort(new Error(`${address.pathname}: nothing received for ${stallLimit / 1000} s`));
  let timer = setTimeout(stop, stallLimit);
  const moved = () => {
    clearTimeout(timer);
    timer = setTimeout(stop, stallLimit);
  };
  try {
    const response = await fetch(address, { signal: stalled.signal, cache });
    if (!response.ok) throw new Error(`${address.pathname}: HTTP ${response.status}`);
    moved();
    const chunks: Uint8Array[] = [];
    let length = 0;
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      moved();
      chunks.push(part.value);
      length += part.value.length;
      onBytes?.(length);
    }
    const bytes = new Uint8Array(length);
    let offset = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    return bytes;
  } finally {
    clearTimeout(timer);
  }
}
