import { MOST_UNFOLDED, packText, unpackText } from './packed-text.ts';

/** Longest statement, in bytes as it stands in an address, that a link still carries safely through mail and chat. */
const LONGEST = 4_000;
/** From here on compressing is worth that the address cannot be read. */
const READABLE = 1_200;
/** Stands in front of what is compressed: no statement begins with it. */
const COMPRESSED = '.';

/** A statement for the address: as it is, or compressed when long. Null for one that is too long for any address. */
export function encodeStatement(statement: string): string | null {
  if (!statement.startsWith(COMPRESSED) && encodeURIComponent(statement).length <= READABLE) return statement;
  if (new TextEncoder().encode(statement).length > MOST_UNFOLDED) return null;
  const encoded = COMPRESSED + packText(statement);
  return encoded.length > LONGEST ? null : encoded;
}

/** The statement of an address; null where it cannot be read. */
export function decodeStatement(encoded: string): string | null {
  if (!encoded.startsWith(COMPRESSED)) return encoded;
  return encoded.length > LONGEST ? null : unpackText(encoded.slice(COMPRESSED.length));
}
