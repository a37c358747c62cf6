import type { MappedText } from './mapped-text.ts';

/** A body whose accounts there are. */
export interface NamedBody {
  id: string;
  name: string;
  aliases?: readonly string[];
}

/** Something that a text names, with its place in the given text. */
export interface Mention<T> {
  start: number;
  end: number;
  value: T;
}

export interface YearMention extends Mention<number> {
  /** "与2023年相比", "由2023年的…": what is compared with, not what is spoken of. */
  isComparison: boolean;
}

const LEVELS = /^(?:.{2,8}?(?:省|自治区))?(?:.{2,8}?(?:市|自治州|盟))?(?:.{1,8}?(?:区|县|旗))?(?=.{3,}$)/;

/** A body's name as texts shorten it: the upper levels of its region left out one by one, the last as a mere 市 or 区. */
export function spellingsOf({ name, aliases = [] }: NamedBody): string[] {
  const found = new Set<string>();
  for (const spelling of [name, ...aliases]) {
    const plain = spelling.replace(/\s/g, '').replaceAll('(', '（').replaceAll(')', '）');
    found.add(plain);
    const bare = plain.replace(/^(?:中共|中国共产党)/, '');
    const region = LEVELS.exec(bare)?.[0] ?? '';
    let rest = bare;
    for (const level of region.match(/.+?(?:省|自治区|市|自治州|盟|区|县|旗)/g) ?? []) {
      rest = rest.slice(level.length);
      found.add(rest);
      found.add(level.slice(-1) + rest);
    }
  }
  return [...found].filter((spelling) => spelling.length >= 3);
}

/**
 * The bodies that a text names, in order; of names inside one another the longest. A name that several bodies share means
 * the one that `preferred` gives, if that is among them, else none of them: its value is null.
 */
export function bodiesIn(
  text: MappedText,
  bodies: readonly NamedBody[],
  preferred: string | null,
): (Mention<string | null> & { at: number; length: number })[] {
  const bySpelling = new Map<string, Set<string>>();
  for (const body of bodies)
    for (const spelling of spellingsOf(body)) {
      const ids = bySpelling.get(spelling) ?? new Set();
      bySpelling.set(spelling, ids.add(body.id));
    }
  const longestFirst = [...bySpelling.keys()].sort((a, b) => b.length - a.length);
  const found: (Mention<string | null> & { at: number; length: number })[] = [];
  for (const spelling of longestFirst) {
    for (let at = text.text.indexOf(spelling); at >= 0; at = text.text.indexOf(spelling, at + 1)) {
      if (found.some((other) => at < other.at + other.length && other.at < at + spelling.length)) continue;
      // "株洲市天元区财政局" names another body than 财政局 of the district it stands behind.
      if (/[省市区县州]$/.test(text.text.slice(0, at)) && !/^[省市区县]/.test(spelling)) continue;
      const ids = bySpelling.get(spelling)!;
      const value = ids.size === 1 ? [...ids][0]! : preferred !== null && ids.has(preferred) ? preferred : null;
      found.push({ ...text.given(at, at + spelling.length), value, at, length: spelling.length });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

const OTHER_BODY =
  /(?:^|[，。；、：和与比较])([\u4e00-\u9fff（）]{2,24}?(?:局|委员会|厅|法院|检察院|学校|大学|学院|中心|支队|大队|办事处|管委会|研究院|医院|总队|委|部))(?=的|(?:19|20)\d{2}|本年度|上年|[“”]|三公|总|收入|支出|基本|项目|公务|因公|财政拨款|一般公共|机关|人员|公用|政府采购|相?比|[多少增减高低]|，)/g;
const OWN_BODY = /^(?:该|我|本|全|其|各)?(?:局|委|厅|部|单位|部门|中心|机关)$|部门$|单位$/;

/** Bodies that a text names and that none of the known ones is. */
export function strangersIn(text: MappedText, known: readonly { at: number; length: number }[]): Mention<string>[] {
  return [...text.text.matchAll(OTHER_BODY)].flatMap((found) => {
    const name = found[1]!;
    const at = found.index + found[0].length - name.length;
    if (OWN_BODY.test(name) || /^(?:上年|本年度|其中)/.test(name)) return [];
    if (known.some((body) => at < body.at + body.length && body.at < at + name.length)) return [];
    return [{ ...text.given(at, at + name.length), value: name }];
  });
}

/** The fiscal years that a text names in digits. */
export function yearsNamed(text: MappedText): YearMention[] {
  return [...text.text.matchAll(/(与|比|较|同|由|从|于)?((?:19|20)\d{2})年/g)].map((found) => {
    const after = text.text.slice(found.index + found[0].length, found.index + found[0].length + 8);
    return {
      ...text.given(found.index, found.index + found[0].length),
      value: Number(found[2]),
      isComparison: (found[1] !== undefined && found[1] !== '于') || /^度?(?:决算数?)?相比/.test(after),
    };
  });
}
