import type { TakeAway, TakenKind } from '../../components/take-away.ts';
import { csvOf } from '../../exports/csv.ts';
import { fileName } from '../../exports/file-name.ts';
import { pngOf } from '../../exports/png.ts';
import { xlsxOf } from '../../exports/xlsx.ts';
import { download } from '../download.ts';
import type { Collect } from './collected.ts';
import { subjectText, takenPicture } from './taken-picture.ts';
import { takenTables } from './taken-tables.ts';
import type { Taken } from './taken.ts';
import type { Taking } from './taking.ts';

const TYPES: Record<TakenKind, string> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The ways out of a panel. */
export function takeAwayOf(taken: Taken, taking: Taking, collect: Collect): TakeAway {
  return {
    kinds: taken.charts.length === 0 ? ['csv', 'xlsx'] : ['png', 'svg', 'csv', 'xlsx'],
    save: async (kind) => {
      const name = fileName(taken, kind);
      download(name, await bytesOf(kind, taken, taking, collect), TYPES[kind]);
      return name;
    },
    of: subjectText(taken, taking.voice.texts),
    link: taking.address(null),
    embed: taken.charts.length === 0 ? null : (height) => frameOf(taking.address(taken.id), taken.title, height),
  };
}

/** A file as bytes. Rejects with an Error fit to be shown. */
export async function bytesOf(kind: TakenKind, taken: Taken, taking: Taking, collect: Collect): Promise<Uint8Array> {
  if (kind === 'svg') return new TextEncoder().encode(await takenPicture(taken, taking));
  if (kind === 'png') return pngOf(await takenPicture(taken, taking));
  const { flat, sheets } = await takenTables(taken, taking, collect);
  return kind === 'csv' ? new TextEncoder().encode(csvOf(flat)) : xlsxOf(...sheets);
}

function frameOf(address: string, title: string, height: number): string {
  const quoted = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="${Math.ceil(height)}" loading="lazy" style="border:0"></iframe>`;
}
