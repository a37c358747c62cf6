import { Inflate } from 'fflate';
import { IngestError } from '../ingest-error.ts';
import { LIMITS } from './limits.ts';

/** One entry as the central directory lists it. */
export interface ZipEntry {
  name: string;
  compressed: number;
  size: number;
  crc: number;
  method: number;
  encrypted: boolean;
  /** Where its local header begins. */
  offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** Input is inflated in pieces: deflate makes at most 1,032 bytes of one, so each step is bounded. */
const STEP = 4_096;

/**
 * Entries of a ZIP container by its central directory, nothing inflated. Throws IngestError for a directory that is
 * damaged, too long, or that announces more than LIMITS allow. What it announces is held again while inflating.
 */
export function zipEntries(bytes: Uint8Array, fileName: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (): IngestError =>
    new IngestError(`${fileName} 是损坏或不完整的压缩包（找不到完整的目录）；请重新下载。`);
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 0xffff);
  while (end >= lowest && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < lowest) throw damaged();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // 0xffff and 0xffffffff refer to ZIP64 records, which only archives of gigabytes need.
  if (count > LIMITS.zipEntries) {
    throw new IngestError(
      `${fileName} 里有超过 ${LIMITS.zipEntries} 个部件，不像一份决算或预算文件；请用 Office 或 WPS 打开后另存一份再读入。`,
    );
  }
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Inflates the entries that `wanted` names. Throws IngestError where they announce or turn out to be more than LIMITS
 * allow, and for an entry whose length or checksum is not the announced one.
 */
export function unzip(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  wanted: (name: string) => boolean,
  fileName: string,
): Map<string, Uint8Array> {
  const chosen = entries.filter(({ name }) => wanted(name));
  const swollen = chosen.some(({ size, compressed }) => size > 2 ** 20 && size > compressed * LIMITS.zipRatio);
  if (swollen || chosen.reduce((sum, { size }) => sum + size, 0) > LIMITS.unzippedBytes) throw tooLarge(fileName);
  return new Map(chosen.map((entry) => [entry.name, inflated(bytes, entry, fileName)]));
}

function inflated(bytes: Uint8Array, entry: ZipEntry, fileName: string): Uint8Array {
  const damaged = (cause?: unknown): IngestError =>
    new IngestError(`${fileName} 里的“${entry.name}”已损坏，解不开；请重新下载。`, { cause });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (entry.encrypted) {
    throw new IngestError(`${fileName} 的压缩包加了密码；请先用密码解开，再读入里面的文件。`);
  }
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + entry.compressed);
  if (data.length < entry.compressed) throw damaged();
  if (entry.method !== 0 && entry.method !== 8) {
    throw new IngestError(`${fileName} 用了少见的压缩方式；请用 Office 或 WPS 打开后另存一份再读入。`);
  }
  const part = entry.method === 0 ? data : inflate(data, entry.size, fileName, damaged);
  if (part.length !== entry.size || crc32(part) !== entry.crc) throw damaged();
  return part;
}

function inflate(
  data: Uint8Array,
  announced: number,
  fileName: string,
  damaged: (cause: unknown) => IngestError,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((piece) => {
    length += piece.length;
    // The directory may lie, and only what it announced was held against the limits.
    if (length > announced) throw tooLarge(fileName);
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < data.length; at += STEP) {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    }
  } catch (error) {
    throw error instanceof IngestError ? error : damaged(error);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function tooLarge(fileName: string): IngestError {
  const size = LIMITS.unzippedBytes / 2 ** 20;
  return new IngestError(
    `${fileName} 解压后过大（超过 ${size} MB，或膨胀得不正常），没有读入；请用 Office 或 WPS 打开，删去空白的行列和图片后另存。`,
  );
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** fflate keeps its own to itself, and checks none when it reads: a damaged byte would pass for another digit. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
