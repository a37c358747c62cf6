import { pictureOf } from '../../charts/picture.ts';
import { dayOf } from '../../language/day.ts';
import type { Texts } from '../../language/texts.ts';
import type { Taken } from './taken.ts';
import type { Taking } from './taking.ts';

/** Of a picture in px: as wide as a column of text, or as a phone is. */
const WIDTH = { wide: 880, narrow: 440 };

/** The charts of a panel as an SVG file that says itself what it is and where it comes from. */
export function takenPicture(taken: Taken, { voice: { texts }, mode, narrow, address }: Taking): Promise<string> {
  const words = texts.take;
  const texted = new Map<string, string[]>();
  for (const { name, mark } of taken.marks) texted.set(mark.text, [...(texted.get(mark.text) ?? []), name]);
  return pictureOf(taken.charts, {
    mode,
    width: narrow ? WIDTH.narrow : WIDTH.wide,
    kicker: subjectText(taken, texts),
    title: taken.title,
    unit: taken.unitNote,
    key: taken.key,
    description: taken.description,
    remarks: [
      ...[...texted].map(([text, names]) => words.marked(names, text)),
      ...(taken.note === null ? [] : [taken.note]),
    ],
    source: [texts.panel.source + taken.source, `${words.takenOn(dayOf(new Date().toISOString()))} ${address(null)}`],
  });
}

/** "株洲市生态环境局 · 支出结构 · 2023–2024 年" */
export function subjectText({ body, measure, years }: Taken, { take }: Texts): string {
  const span = years.length === 0 ? '' : take.years(Math.min(...years), Math.max(...years));
  return [body, measure, span].filter(Boolean).join(' · ');
}
