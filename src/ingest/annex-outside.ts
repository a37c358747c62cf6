import type { Project } from './disclosure.ts';
import { wordingOf } from './wording.ts';

export type OutsideEvidence = Pick<Project, 'outside_department' | 'outside_evidence'>;

/** What is known of the department when one of its annexes is judged. */
export interface OwnBodies {
  /** The department and its units, as the document names them. */
  names: readonly string[];
  /** True for the name of the department or of one of its units, in any spelling. */
  isOwn(name: string): boolean;
  /** Projects that the unit's table of base data lists; null where the set of annexes has no such table. */
  listed: readonly string[] | null;
}

const INSIDE: OutsideEvidence = { outside_department: false, outside_evidence: null };
/** Money that the department itself hands on. */
const HANDED_ON = /拨付|预拨|下达|下拨|划拨|(?<!上级|中央|省级|省)转移支付/;
const TRANSFER = /转移支付/;
/** Offices of the department itself, by the last word of their names. */
const OFFICE = /(?:科|室|处|股|机关|本级)$/;

/**
 * Whether the money of a project went to other bodies and so is no expenditure of the department: the body that carries the
 * project out is not the department, a branch or a unit of it, or the name of the project says that money is handed on
 * (转移支付, 拨付, 预拨, 下达). A project that the unit's own table of base data lists is inside whatever its name says. A
 * transfer from above ("上级转移支付资金") counts only against such a table: it may well be spent by the unit itself.
 */
export function outsideDepartment(project_name: string, unit_name: string, own: OwnBodies): OutsideEvidence {
  if (own.listed?.some((listed) => namesSameProject(project_name, listed))) return INSIDE;
  const reasons: string[] = [];
  const words = HANDED_ON.exec(project_name) ?? (own.listed ? TRANSFER.exec(project_name) : null);
  if (words) reasons.push(`项目名称写明“${words[0]}”${own.listed ? '，所属单位的基础数据表未列此项目' : ''}`);
  if (unit_name !== '' && !isOwnOrBranch(unit_name, own)) reasons.push(`实施单位“${unit_name}”不是本部门或其所属单位`);
  return reasons.length > 0 ? { outside_department: true, outside_evidence: reasons.join('；') } : INSIDE;
}

function isOwnOrBranch(name: string, own: OwnBodies): boolean {
  const words = wordingOf(name);
  if (own.isOwn(name) || OFFICE.test(words)) return true;
  // "市生态环境局机关", "某某市生态环境局某某分局": the department's name, with or without its place, and more behind it.
  return own.names.some((body) => {
    const full = wordingOf(body);
    for (let from = 0; full.length - from >= SHORTEST_NAME; from += 1) {
      if (words.startsWith(full.slice(from))) return true;
    }
    return words.includes(full);
  });
}

/** "生态环境局" is a body's name, "环境局" or "财政局" alone may be anybody's in another place. */
const SHORTEST_NAME = 4;

/** The same project under two spellings: one name holds the other, or most of their pairs of characters agree. */
export function namesSameProject(left: string, right: string): boolean {
  const [a, b] = [left, right].map((name) => wordingOf(name).replace(/\([^()]*\)|专项|项目|经费|资金/g, '')) as [
    string,
    string,
  ];
  if (a.length < 2 || b.length < 2) return false;
  if (a === b || (Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a)))) return true;
  const pairsOf = (text: string) => Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
  const inBoth = new Set(pairsOf(b));
  const agreeing = pairsOf(a).filter((pair) => inBoth.has(pair)).length;
  return (2 * agreeing) / (a.length + b.length - 2) >= LIKENESS;
}

/** Two spellings of one project share more than this part of their character pairs; two projects of one body share less. */
const LIKENESS = 0.7;
