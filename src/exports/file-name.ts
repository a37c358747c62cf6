/** What a file's name says. */
export interface FileSubject {
  body: string;
  /** Measure, or what the panel is about. */
  measure: string;
  years: readonly number[];
}

/** Characters of a part: with two parts and the years a name stays below the 255 bytes that file systems allow. */
const LONGEST = 32;
/** Names that Windows keeps for devices, whatever stands behind their first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** "株洲市生态环境局_支出结构_2023-2024.csv": body, measure, years; safe on Windows, macOS and Linux. */
export function fileName({ body, measure, years }: FileSubject, extension: string): string {
  const parts = [safe(body), safe(measure), span(years)].filter((part) => part !== '');
  const name = parts.join('_') || 'figures';
  return `${RESERVED.test(name) ? '_' : ''}${name}.${extension}`;
}

function span(years: readonly number[]): string {
  if (years.length === 0) return '';
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first}-${last}`;
}

/** Without what a file system or a shell takes for something else, and without unseen characters. */
function safe(part: string): string {
  const plain = part
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[\s<>:"/\\|?*·_]+/g, '-')
    .replace(/-+/g, '-');
  return [...plain]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[-. ]+|[-. ]+$/g, '');
}
