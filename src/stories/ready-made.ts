import { plainStep, type PanelName, type Story } from './story.ts';

/** From the whole to what is doubtful: total and change, its causes, what it went to, then what readers look for. */
const ORDER: readonly PanelName[] = [
  'total',
  'change',
  'structure',
  'three-public',
  'execution',
  'projects',
  'contradictions',
];

/** The story that every body and year has. Steps that the data say nothing for are left out when their rows are there. */
export function readyMadeStory(department: string, year: number): Story {
  return { title: null, department, year, steps: ORDER.map(plainStep) };
}

/** True for a story that nobody has changed: its address is its name alone. */
export function isReadyMade({ title, steps }: Story): boolean {
  return title === null && JSON.stringify(steps) === JSON.stringify(ORDER.map(plainStep));
}
