import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** A short text could unfold to gigabytes. */
export const MOST_UNFOLDED = 200_000;

/** A text compressed into letters that an address carries as they are (base64url). */
export function packText(text: string): string {
  const bytes = deflateSync(strToU8(text), { level: 9 });
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The text again; null where it cannot be read, or is longer than MOST_UNFOLDED bytes. */
export function unpackText(packed: string): string | null {
  try {
    const base64 = packed.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    // What does not fit is not written.
    const unfolded = inflateSync(bytes, { out: new Uint8Array(MOST_UNFOLDED) });
    return unfolded.length >= MOST_UNFOLDED ? null : strFromU8(unfolded);
  } catch {
    return null;
  }
}
