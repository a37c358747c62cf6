import type { Claim, UnplacedNumber } from './disclosure.ts';
import { readSentence } from './narrative-reader.ts';
import { Scope } from './narrative-scope.ts';
import { opensWithSubject, SubjectIndex } from './narrative-subjects.ts';
import { readProse, type Passage } from './narrative-text.ts';
import { plainTopic, topicOf, topicUnder, type Topic } from './narrative-topics.ts';
import type { Part, Reading, ReadingContext } from './part.ts';

/**
 * Reads one section of the narrative (情况说明 一 … 十三) into claims: amounts in 万元, changes with their base and sign,
 * rates, shares, counts, each with the line of its number. A sentence's number is its line × 1000 + its order on that
 * line, so it is unique in the document and in reading order whatever part it stands in.
 *
 * `numbers_seen` is the number of claims and unplaced numbers together: every number that is a figure of account, and
 * every 持平, which states a change of 0 in words. Not figures, by rule: years, dates, lengths of time, ordinals, page
 * numbers set in dashes, digits in titles and names (see findNumbers). `rows` counts the sentences that state a figure.
 */
export function readNarrative(part: Part, context: ReadingContext): Reading {
  const { passages, furniture } = readProse(part.lines);
  const claims: Claim[] = [];
  const unplaced: UnplacedNumber[] = furniture
    .filter(({ text }) => /^\d+$/.test(text))
    .map(({ text, line }) => ({ text, line: line.number, section: part.title, reason: '单独成行，疑为页码' }));
  const sectionTopic: Topic = topicOf(part.title) ?? plainTopic(part.title);
  const scope = new Scope(context, new SubjectIndex(context.subjects));
  scope.enter(sectionTopic, null);

  const sentencesOnLine = new Map<number, number>();
  let rows = 0;
  let sentence = 0;
  for (const passage of passages) {
    if (passage.marker || passage.isHeading) {
      const isItem = passage.marker?.kind === 'item' && opensWithSubject(passage.text);
      scope.enter(topicOfPassage(passage, sectionTopic, scope.topic), isItem ? `第${passage.marker!.ordinal}项` : null);
    }
    for (const { text, offset } of sentencesOf(passage.text)) {
      const line = passage.lineAt(offset).number;
      const order = (sentencesOnLine.get(line) ?? 0) + 1;
      sentencesOnLine.set(line, order);
      const continues = sentence !== 0 && CONTINUATION.test(text) && offset > 0;
      if (!continues) sentence = line * 1000 + order;
      const read = readSentence(text, continues, scope, (at) => {
        const place = passage.lineAt(offset + at);
        return {
          department_id: context.department_id,
          fiscal_year: context.fiscal_year,
          section_no: part.no ?? '',
          section_title: part.title,
          sentence,
          line: place.number,
          page: place.page,
        };
      });
      claims.push(...read.claims);
      unplaced.push(...read.unplaced);
      if (read.claims.length + read.unplaced.length > 0) rows++;
    }
  }
  return {
    figures: [],
    claims,
    projects: [],
    indicators: [],
    rows,
    numbers_seen: claims.length + unplaced.length,
    unplaced,
  };
}

/** A sentence that only goes on with the amount of the one before it. */
const CONTINUATION = /^(?:与|比|较|同比|完成|占)/;

/** Sub-headings narrow the section's topic (其他重要事项 → 机关运行经费) or leave it; items stay with the heading above. */
function topicOfPassage(passage: Passage, sectionTopic: Topic, current: Topic): Topic {
  const kind = passage.marker?.kind;
  if (!passage.isHeading && kind !== 'section' && kind !== 'chapter') return current;
  const heading = /^[^。：，\d]{0,45}/.exec(passage.text.replace(/(?:19|20)\d{2}年度?/g, ''))![0];
  return topicUnder(sectionTopic, heading);
}

function* sentencesOf(text: string): Generator<{ text: string; offset: number }> {
  for (const found of text.matchAll(/[^。！？]+[。！？]?/g)) yield { text: found[0], offset: found.index };
}
