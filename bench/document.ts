import fc from 'fast-check';
import { pdfOf } from '../tests/collection/written-pdf.ts';
import { PLAIN, published, SAMPLE, type Truth, write } from '../tests/ingest/written-disclosure.ts';

/** Of the document that the bench writes. */
export const SEED = 20241101;

/** Chosen so that the document has the 30 pages that disclosures of departments have. */
const SUBJECTS = 265;
const CLASSES = ['201', '205', '208', '221'];
const TOPICS = ['行政运行', '综合事务', '机关服务', '事业运行', '信息化建设', '专项业务', '培训支出', '其他支出'];

/**
 * A disclosure of final accounts as PDF, the same for the same seed: nine statements in ruled tables, and the narrative
 * with a sentence on each subject.
 */
export function writtenDocument(seed: number): { bytes: Uint8Array; pages: number } {
  const amount = fc.bigInt({ min: 100n, max: 99_999_999n });
  const arbitrary = fc.array(fc.record({ budget: amount, basic: amount, project: amount, topic: fc.nat() }), {
    minLength: SUBJECTS,
    maxLength: SUBJECTS,
  });
  const [drawn = []] = fc.sample(arbitrary, { seed, numRuns: 1 });
  const subjects = drawn.map(({ topic, ...amounts }, at) => ({
    ...amounts,
    code: codeOf(at),
    name: nameOf(topic, at),
  }));
  const text = write({ ...SAMPLE, subjects } satisfies Truth, PLAIN);
  const statements = subjects.flatMap(({ name, budget, basic, project }, at) => [
    `${at + 1}.${name}（项）。年初预算为${published(budget, false)}万元，支出决算为${published(basic + project, false)}万元，`,
    '决算数与年初预算数存在差异的主要原因是年中追加经费。',
  ]);
  const narrative = ['三、一般公共预算财政拨款支出决算具体情况', ...statements, '第三部分 名词解释'].join('\n');
  const bytes = pdfOf(text.replace('第三部分 名词解释', narrative));
  const pages = Buffer.from(bytes).toString('latin1').split('/Type /Page /Parent').length - 1;
  return { bytes, pages };
}

/** Leaves spread over the classes, ten to a 款. */
function codeOf(at: number): string {
  const place = Math.floor(at / CLASSES.length);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${CLASSES[at % CLASSES.length]}${two(1 + Math.floor(place / 10))}${two(1 + (place % 10))}`;
}

function nameOf(topic: number, at: number): string {
  return `${TOPICS[topic % TOPICS.length]}${at + 1}号`;
}
