import * as v from 'valibot';
import { choicesOf, readChoices } from './step-address.ts';
import { isPanel, LIMITS, type StepNote, type Story, type StoryStep } from './story.ts';

const FORMAT = 'juesuan-story';
const VERSION = 1;

/** A part of a story that was left out when it was read. */
export interface StoryLoss {
  /** not_followed: a choice that its view does not know; too_many: beyond the limits. */
  reason: 'unknown_panel' | 'not_followed' | 'unreadable' | 'too_many';
  value: string;
}

export interface ReadStory {
  story: Story;
  losses: StoryLoss[];
}

const nullable = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null);
const Year = v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(2999));
const Note = v.object({ text: v.pipe(v.string(), v.trim(), v.minLength(1)), on: v.optional(v.array(v.string()), []) });
const Step = v.object({
  panel: v.string(),
  department: nullable(v.string()),
  year: nullable(Year),
  choices: v.optional(v.string(), ''),
  title: nullable(v.string()),
  notes: v.optional(v.array(v.unknown()), []),
});
const Whole = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  title: nullable(v.string()),
  department: v.string(),
  year: Year,
  steps: v.array(v.unknown()),
});

/** The story as the text of a small file. */
export function storyFile(story: Story): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...story }, null, 2)}\n`;
}

/** Reads the text of a file; null where it is no story. */
export function readStoryFile(text: string): ReadStory | null {
  try {
    return readStory(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A story from data that were not written here: what is not understood is left out and listed. */
export function readStory(data: unknown): ReadStory | null {
  const whole = v.safeParse(Whole, data);
  if (!whole.success) return null;
  const losses: StoryLoss[] = [];
  const { title, department, year, steps } = whole.output;
  for (const step of steps.slice(LIMITS.steps)) losses.push({ reason: 'too_many', value: shown(step) });
  return {
    story: {
      title: titleOf(title),
      department,
      year,
      steps: steps.slice(0, LIMITS.steps).flatMap((step) => readStep(step, losses) ?? []),
    },
    losses,
  };
}

function readStep(data: unknown, losses: StoryLoss[]): StoryStep | null {
  const read = v.safeParse(Step, data);
  if (!read.success) {
    losses.push({ reason: 'unreadable', value: shown(data) });
    return null;
  }
  const { panel, department, year, choices, title, notes } = read.output;
  if (!isPanel(panel)) {
    losses.push({ reason: 'unknown_panel', value: panel });
    return null;
  }
  const { address, dropped } = readChoices({ panel, choices });
  for (const { name, value } of dropped) losses.push({ reason: 'not_followed', value: `${name}=${value}` });
  for (const note of notes.slice(LIMITS.notes)) losses.push({ reason: 'too_many', value: shown(note) });
  return {
    panel,
    department,
    year,
    choices: choicesOf(panel, address),
    title: titleOf(title),
    notes: notes.slice(0, LIMITS.notes).flatMap((note) => readNote(note, losses) ?? []),
  };
}

function readNote(data: unknown, losses: StoryLoss[]): StepNote | null {
  const read = v.safeParse(Note, data);
  if (read.success) return { text: read.output.text.slice(0, LIMITS.note), on: read.output.on.slice(0, 2) };
  losses.push({ reason: 'unreadable', value: shown(data) });
  return null;
}

/** An empty title is none. */
function titleOf(title: string | null): string | null {
  return title?.trim().slice(0, LIMITS.title) || null;
}

function shown(data: unknown): string {
  return (JSON.stringify(data) ?? '').slice(0, 80);
}
