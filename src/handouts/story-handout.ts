import type { Voice } from '../language/voice.ts';
import type { Slide } from '../views/story/slide.ts';

/** A story as it is handed out: its slides, and the language they are written in. */
export interface StoryHandout {
  title: string;
  slides: readonly Slide[];
  voice: Voice;
}

/** The documents that the source of a slide names: title, file, checksum, and whether the copy was compared. */
export function citedDocuments({ source, body }: Slide, { texts }: Voice): string[] {
  return body.documents
    .filter(({ title }) => source.includes(title))
    .map(({ title, source: file, sha256, checked_against_official: compared }) =>
      [title, file, `SHA-256 ${sha256}`, ...(compared ? [] : [texts.source.secondaryCopy])].join(' · '),
    );
}
