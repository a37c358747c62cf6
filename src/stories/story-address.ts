import { packText, unpackText } from '../state/packed-text.ts';
import { isReadyMade, readyMadeStory } from './ready-made.ts';
import { readStory, type ReadStory } from './story-file.ts';
import type { Story, StoryStep } from './story.ts';

/** Name of the ready-made story of the body and year in the address. */
export const READY_MADE = 'auto';
/** Version of the lists below; in front, so that a later one is told from it. */
const VERSION = '1';
/** Longest story that a link still carries safely through a chat, in characters. */
export const LONGEST = 8_000;

/** A story for the address; null for one that is too long for any: it is then handed on as a file. */
export function encodeStory(story: Story): string | null {
  if (isReadyMade(story)) return READY_MADE;
  const { title, department, year, steps } = story;
  const encoded = VERSION + packText(JSON.stringify([department, year, steps.map(listOf), title]));
  return encoded.length > LONGEST ? null : encoded;
}

/**
 * The story of an address, whose body and year are those of the ready-made one. Null where it cannot be read.
 */
export function decodeStory(
  encoded: string,
  { department, year }: Pick<Story, 'department' | 'year'>,
): ReadStory | null {
  if (encoded === READY_MADE) return { story: readyMadeStory(department, year), losses: [] };
  if (!encoded.startsWith(VERSION) || encoded.length > LONGEST) return null;
  const text = unpackText(encoded.slice(VERSION.length));
  if (text === null) return null;
  try {
    const [ofBody, ofYear, steps, title] = JSON.parse(text) as unknown[];
    return readStory({
      format: 'juesuan-story',
      version: 1,
      title,
      department: ofBody,
      year: ofYear,
      steps: Array.isArray(steps) ? steps.map(stepOf) : null,
    });
  } catch {
    return null;
  }
}

/** What is as usual is left out at the end of the list: most steps are a name alone. */
function listOf({ panel, choices, title, notes, department, year }: StoryStep): unknown[] {
  const list: unknown[] = [
    panel,
    title ?? 0,
    notes.map(({ text, on }) => [text, ...on]),
    choices,
    department ?? 0,
    year ?? 0,
  ];
  const usual = ([, none]: [unknown, number]): boolean =>
    none > 0 && (list[none] === 0 || list[none] === '' || (Array.isArray(list[none]) && list[none].length === 0));
  while (usual([null, list.length - 1])) list.pop();
  return list;
}

function stepOf(list: unknown): unknown {
  if (!Array.isArray(list)) return list;
  const [panel, title, notes, choices, department, year] = list as unknown[];
  return {
    panel,
    title: title || null,
    notes: Array.isArray(notes)
      ? notes.map((note: unknown) =>
          Array.isArray(note) ? { text: note[0] as unknown, on: note.slice(1) as unknown[] } : note,
        )
      : [],
    choices: choices || '',
    department: department || null,
    year: year || null,
  };
}
