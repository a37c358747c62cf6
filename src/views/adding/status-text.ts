import type { Texts } from '../../language/texts.ts';
import type { AddingFile } from '../../state/adding-file.svelte.ts';

/** How a file stands, in words, without how far it is. */
export function statusText(file: AddingFile, words: Texts['adding']): string {
  const { progress, status } = file;
  if (status === 'reading' && progress !== null) return words.stages[progress.stage] ?? progress.stage;
  return words.status[status === 'read' && file.settled ? 'settled' : status] ?? status;
}
