import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** Longest statement, in bytes as it stands in an address, that a link still carries safely through mail and chat. */
const LONGEST = 4_000;
/** From here on compressing is worth that the address cannot be read. */
const READABLE = 1_200;
/** Stands in front of what is compressed: no statement begins with it. */
const COMPRESSED = '.';
/** A short address could unfold to gigabytes. */
const UNFOLDED = 200_000;

/** A statement for the address: as it is, or compressed when long. Null for one that is too long for any address. */
export function encodeStatement(statement: string): string | null {
  if (!statement.startsWith(COMPRESSED) && encodeURIComponent(statement).length <= READABLE) return statement;
  const bytes = deflateSync(strToU8(statement), { level: 9 });
  const base64 = btoa(String.fromCharCode(...bytes.subarray(0, LONGEST)));
  const encoded = COMPRESSED + base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return bytes.length > LONGEST || encoded.length > LONGEST || strToU8(statement).length > UNFOLDED ? null : encoded;
}

/** The statement of an address; null where it cannot be read. */
export function decodeStatement(encoded: string): string | null {
  if (!encoded.startsWith(COMPRESSED)) return encoded;
  try {
    const base64 = encoded.slice(COMPRESSED.length).replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    if (bytes.length > LONGEST) return null;
    // What does not fit is not written.
    const unfolded = inflateSync(bytes, { out: new Uint8Array(UNFOLDED) });
    return unfolded.length >= UNFOLDED ? null : strFromU8(unfolded);
  } catch {
    return null;
  }
}
