import type { Claim } from './disclosure.ts';
import { plainWording, numbersInWords, obstacleOf } from './news-wording.ts';
import { type MappedText } from './mapped-text.ts';
import { bodiesIn, strangersIn, yearsNamed } from './mentions.ts';
import type { Named } from './narrative-claims.ts';
import { lastClause, nameIn } from './narrative-clauses.ts';
import { readSentence } from './narrative-reader.ts';
import { Scope } from './narrative-scope.ts';
import { stopsOf, type Stop } from './narrative-sentence.ts';
import { SubjectIndex } from './narrative-subjects.ts';
import { plainTopic, topicOf } from './narrative-topics.ts';
import type { Understanding, UnderstandingContext } from './understanding.ts';
import { everydayMeasureOf } from './everyday-names.ts';
import { Judgement, type ClauseContext } from './understood-claim.ts';

/** A sentence that only goes on with what the one before it spoke of. */
const CONTINUATION = /^(?:与|比|较|同比|完成|占|其中|减少|下降|增长|增加|持平)/;
const COUNTS = /批次|人次|\d辆|车辆/;
/** What "the department" is called by itself. */
const ITSELF = /(?:该|我|本|全)(?:局|委|厅|单位|部门|中心|机关|部(?!门))的?/g;

/**
 * Reads a pasted text as the narrative of a disclosure is read, after turning everyday words into the field's own, and
 * says of each number what it states: of which body, year and measure, which amount, against what. What is not certain is
 * not guessed: such numbers come back as unclear. Linear in the text.
 */
export function understand(given: string, context: UnderstandingContext): Understanding {
  const wording = plainWording(given);
  const result: Understanding = { understood: [], unclear: [] };
  const mentioned = bodiesIn(wording, context.bodies, context.department);
  const strangers = strangersIn(wording, mentioned);
  // Names of bodies would hide the names of measures behind them.
  const plain = withoutBodies(wording, mentioned).replace(ITSELF, '');
  const years = yearsNamed(plain);
  const index = new SubjectIndex(context.subjects);
  let year = context.year;
  let department: string | null = context.department;
  let head: Named = nobody();
  for (const { from, to } of sentencesOf(plain.text)) {
    const sentence = plain.slice(from, to);
    const span = sentence.given(0, sentence.text.length);
    const own = years.filter((mention) => mention.start >= span.start && mention.end <= span.end);
    year = own.find((mention) => !mention.isComparison)?.value ?? year;
    if (!CONTINUATION.test(sentence.text)) head = topicOfSentence(sentence.text);
    const scope = new Scope(
      { fiscal_year: year, department_id: '', department_name: '', subjects: context.subjects, findBody: () => null },
      index,
    );
    scope.enter(COUNTS.test(sentence.text) ? topicOf('三公')! : plainTopic(''), null);
    scope.head = head;
    scope.whole = nobody();
    const stops = new Map(stopsOf(sentence.text).map((stop) => [stop.start, stop]));
    const read = readSentence(sentence.text, CONTINUATION.test(sentence.text), scope, (offset) =>
      frameOf(offset, year),
    );
    const judgement = new Judgement(context.subjects, year);
    const judged: { stop: Stop; claim: Claim | null; reason: string | null }[] = [
      ...read.claims.map((claim) => ({ stop: stops.get(claim.place.line)!, claim, reason: null })),
      ...read.unplaced.map(({ line, reason }) => ({ stop: stops.get(line)!, claim: null, reason })),
    ].sort((a, b) => a.stop.start - b.stop.start);
    for (const { stop, claim, reason } of judged) {
      const place = sentence.given(stop.start, stop.end);
      const bodyBefore = [...mentioned, ...strangers.map((stranger) => ({ ...stranger, value: null }))]
        .filter((mention) => mention.end <= place.start)
        .sort((a, b) => a.start - b.start)
        .at(-1);
      if (bodyBefore !== undefined) department = bodyBefore.value;
      const where: ClauseContext = {
        department: department ?? '',
        lead: sentence.text.slice(0, stop.start),
        stop,
        years: own.filter((mention) => mention.end <= place.start),
      };
      const text = given.slice(place.start, place.end);
      const obstacle = obstacleOf(lastClause(where.lead), sentence.text);
      const said =
        claim === null
          ? (obstacle ?? REASONS[reason!] ?? 'unclear')
          : (obstacle ?? (department === null ? 'unknown_body' : judgement.of(claim, where)));
      if (typeof said === 'string') result.unclear.push({ ...place, text, reason: said });
      else result.understood.push({ ...place, text, department: department!, ...said });
    }
    const seen = [...stops.values()].map((stop) => sentence.given(stop.start, stop.end));
    for (const { start, end } of numbersInWords(sentence.text)) {
      const place = sentence.given(start, end);
      if (seen.some((other) => other.start < place.end && place.start < other.end)) continue;
      result.unclear.push({ ...place, text: given.slice(place.start, place.end), reason: 'in_words' });
    }
    head = scope.head.name === '' ? head : scope.head;
  }
  result.unclear.sort((a, b) => a.start - b.start);
  return result;
}

/** What the narrative reader says of numbers that it cannot place. */
const REASONS: Record<string, string> = {
  没有单位: 'no_unit',
  百分数没有说明相对什么: 'percent_of_what',
  数字写法不成立: 'malformed',
  '百分点之差，不是比率': 'points',
  '约数，没有确切的值': 'approximate',
  '界限，不是一个数额': 'threshold',
  单位不在所认之列: 'unknown_unit',
};

function withoutBodies(text: MappedText, mentioned: readonly { at: number; length: number }[]): MappedText {
  const names = [...new Set(mentioned.map(({ at, length }) => text.text.slice(at, at + length)))];
  if (names.length === 0) return text;
  const longestFirst = names.sort((a, b) => b.length - a.length).map((name) => name.replace(/[（）]/g, '[$&]'));
  return text.replace(new RegExp(`(?:${longestFirst.join('|')})的?`, 'g'), '');
}

/** "“三公”经费方面，全年支出45.07万元": the clause in front that is nothing but the name of a measure. */
function topicOfSentence(sentence: string): Named {
  const first = sentence.search(/\d(?!\d{0,3}年)/);
  for (const clause of sentence
    .slice(0, Math.max(0, first))
    .split(/[，：；]/)
    .slice(0, -1)) {
    const name = nameIn(clause, '');
    const found = everydayMeasureOf(name);
    if (found !== null) return { name, measure: found.measure, code: null, row: null };
  }
  return nobody();
}

function* sentencesOf(text: string): Generator<{ from: number; to: number }> {
  for (const found of text.matchAll(/[^。！？]+[。！？]?/g))
    yield { from: found.index, to: found.index + found[0].length };
}

function frameOf(offset: number, fiscal_year: number) {
  return { department_id: '', fiscal_year, section_no: '', section_title: '', sentence: 1, line: offset, page: null };
}

function nobody(): Named {
  return { name: '', measure: null, code: null, row: null };
}
