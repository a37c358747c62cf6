import { bareTextOf } from '../bare-text.ts';

export interface BareTextRequest {
  file: File;
  /** Address of pdf.js's character maps, with "/" at its end. */
  characterMaps: string;
}

export type BareTextAnswer = { letters: number } | { error: string };

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.addEventListener('message', (event: MessageEvent<BareTextRequest>) => {
  void answer(event.data).then((answer) => scope.postMessage(answer));
});

async function answer({ file, characterMaps }: BareTextRequest): Promise<BareTextAnswer> {
  try {
    return { letters: await bareTextOf(new Uint8Array(await file.arrayBuffer()), characterMaps) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
