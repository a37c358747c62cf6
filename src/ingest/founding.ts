import { toHalfWidth } from '../money/parse.ts';
import type { Part } from './part.ts';
import { closeUp } from './wording.ts';

export interface Founding {
  /** First year of the body as it now is. */
  year: number;
  /** The words as published, spaces inside them removed. */
  evidence: string;
}

const EVENT =
  '(?:机构改革)?(?:(?:新|正式|重新|整体)*(?:成立|组建|设立|挂牌)|(?:合并|整合)(?:组建|成立|设立|而成)?|更名(?:为)?|分立)';
const DATE = '(20\\d\\d)年(?:度)?(?:\\d{1,2}月(?:\\d{1,2}日|份|底|初)?|上半年|下半年|年[初底])?';
/** What may stand between a body and the date of its founding, or between the date and the event. */
const LINK = '(?:是|为|系|属|属于|因|经|根据|在|于|由)*';
const REFORM = '(?:[^。，；：\\d]{0,12}机构改革[^。，；：\\d]{0,8}[，]?)?';
/** "本部门2024年成立领导小组" founds something else. */
const WITHOUT_OBJECT = '(?=$|[，。；：、）的后以并时]|(?<=更名为|合并))';
const MERGED = '(?:(?:由|与|和)[^。；：\\d]{2,60})?';

/**
 * The year in which the department was founded, formed, merged or renamed, as the document itself says of it: "单位于2024年
 * 成立", "本部门2024年新组建", "我局2024年机构改革合并组建", "本部门成立于2024年". The founding of anything else (a unit, a
 * company, social organisations) says nothing of the department. Of several years the latest; null where none is said.
 */
export function foundingOf(parts: readonly Part[], departmentName: string): Founding | null {
  let latest: Founding | null = null;
  const patterns = patternsFor(departmentName);
  for (const part of parts) {
    if (part.kind !== 'narrative' && part.kind !== 'other') continue;
    const text = closeUp(toHalfWidth(part.lines.map((line) => line.text).join('')))
      .replaceAll(',', '，')
      .replaceAll(':', '：')
      .replaceAll(';', '；');
    for (const pattern of patterns) {
      for (const { groups } of text.matchAll(pattern)) {
        const year = Number(/20\d\d/.exec(groups!['said']!)![0]);
        if (latest === null || year > latest.year) latest = { year, evidence: groups!['said']! };
      }
    }
  }
  return latest;
}

function patternsFor(departmentName: string): RegExp[] {
  const name = departmentName === '' ? '' : `|${closeUp(departmentName).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`;
  // 单位 alone is the body only where a clause opens with it: 下属单位 and 事业单位 are others.
  const own = `(?:(?:本|我|该)(?:部门|单位|局|委|办|部|厅|院|处|中心|街道)|(?<=^|[，。；：]|原因[是为]|由于|因为?)(?:部门|单位)${name})`;
  return [
    new RegExp(`(?<said>${own}${LINK}${DATE}${LINK}${REFORM}${MERGED}${EVENT})${WITHOUT_OBJECT}`, 'g'),
    new RegExp(`(?<said>${own}(?:正式|新|重新)?(?:成立|组建|设立|挂牌|更名)于${DATE})`, 'g'),
    new RegExp(
      `(?<said>${DATE}(?:[^。，；：\\d]{0,12})机构改革[^。；：\\d]{0,30}?${own}[^。；：\\d]{0,12}?${EVENT})`,
      'g',
    ),
  ];
}
