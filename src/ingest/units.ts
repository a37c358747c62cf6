import { findBodyOfDocument, type KnownBody, unlistedBody } from './bodies.ts';
import type { Part } from './part.ts';
import { closeUp, wordingOf } from './wording.ts';

const COMPOSITION = /单位(?:构成)?(?:包括|有|为|分别是)[:：]?([^。]{4,400})。/;
const REPORT = /^(?:20\d\d年度?)?(.{4,40}?)(?:部门)?(?:\(单位\))?整体支出.*报告$/;

/**
 * Units that a document names for a department of which none is listed: in the sentence on the composition of its accounts
 * ("……汇总单位构成包括：某某局本级以及某某支队。") and in the titles of the units' own reports. A department that has units has
 * a headquarters among them, whose figures are not the department's.
 */
export function unitsNamed(parts: readonly Part[], department: KnownBody): KnownBody[] {
  const names = new Set<string>();
  for (const part of parts) {
    const report = part.id.startsWith('report') ? REPORT.exec(wordingOf(part.title))?.[1] : undefined;
    if (report) names.add(report);
    if (part.kind !== 'other') continue;
    const composed = COMPOSITION.exec(closeUp(part.lines.map((line) => line.text).join('')))?.[1];
    for (const name of composed?.split(/、|；|;|，|,|以及/) ?? []) if (isBodyName(name)) names.add(name);
  }
  const units: KnownBody[] = [];
  for (const name of names) {
    if (findBodyOfDocument(name, [department, ...units])) continue;
    const isHeadquarters =
      findBodyOfDocument(name.replace(/[(（]?(?:局?机关|局?本级)[)）]?$/, ''), [department]) !== null;
    units.push(unlistedBody(isHeadquarters ? `${department.name}本级` : name, 'unit', department.id));
  }
  const hasHeadquarters = units.some(({ name }) => name.endsWith('本级'));
  return units.length === 0 || hasHeadquarters
    ? units
    : [unlistedBody(`${department.name}本级`, 'unit', department.id), ...units];
}

function isBodyName(name: string): boolean {
  return (
    /^[^\d：:]{4,40}$/.test(name) && /(?:局|委|办|部|厅|院|会|处|校|队|中心|站|所|馆|园|室|社|本级|机关)$/.test(name)
  );
}
