import { zipSync } from 'fflate';
import { unzip, zipEntries } from './zip.ts';

/**
 * A container with the wanted parts only, inflated under LIMITS and checked, so that a library that inflates without
 * limits of its own can be given it. Throws IngestError as unzip does.
 */
export function repacked(bytes: Uint8Array, wanted: (name: string) => boolean, fileName: string): Uint8Array {
  const parts = unzip(bytes, zipEntries(bytes, fileName), wanted, fileName);
  // Without this, a part called "__proto__" would be no part.
  const files: Record<string, Uint8Array> = Object.create(null) as Record<string, Uint8Array>;
  for (const [name, part] of parts) files[name] = part;
  return zipSync(files, { level: 0 });
}
