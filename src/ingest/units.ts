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
    for (const name of [...unitsInTable(part), ...unitsInList(part)]) names.add(name);
    const composed = COMPOSITION.exec(closeUp(part.lines.map((line) => line.text).join('')))?.[1];
    for (const name of composed?.split(/、|；|;|，|,|以及/) ?? []) if (isBodyName(name)) names.add(name);
  }
  const units: KnownBody[] = [];
  for (const name of names) {
    if (findBodyOfDocument(name, [department, ...units])) continue;
    const isHeadquarters =
      findBodyOfDocument(name.replace(/[(（]?(?:局?机关|局?本级|本部)[)）]?$/, ''), [department]) !== null;
    units.push(unlistedBody(isHeadquarters ? `${department.name}本级` : name, 'unit', department.id));
  }
  const hasHeadquarters = units.some(({ name }) => name.endsWith('本级'));
  return units.length === 0 || hasHeadquarters
    ? units
    : [unlistedBody(`${department.name}本级`, 'unit', department.id), ...units];
}

/** "序号 | 单位名称 | 备注": the names below that heading. */
function unitsInTable(part: Part): string[] {
  const names: string[] = [];
  let column = -1;
  for (const { cells } of part.lines) {
    const heading = cells.findIndex((cell) => /^(?:所属|预算)?单位名称$/.test(wordingOf(cell)));
    if (cells.length > 1 && heading >= 0) column = heading;
    else if (cells.length < 2) column = -1;
    else if (column >= 0) names.push(unitName(cells[column] ?? ''));
  }
  return names.filter(isBodyName);
}

/** "具体包括：" and a numbered line for each unit. */
function unitsInList(part: Part): string[] {
  const names: string[] = [];
  let isOpen = false;
  for (const { text } of part.lines) {
    const item = /^(?:\d{1,2}[.．、]|[(（]\d{1,2}[)）])(.+?)[。；;，,]?$/.exec(closeUp(text))?.[1];
    if (item !== undefined && isOpen) names.push(unitName(item));
    else isOpen = /单位.*(?:包括|如下|分别[是为])[:：]$/.test(closeUp(text));
  }
  return names.filter(isBodyName);
}

/** A unit without what is noted behind its name: "（下属参公事业单位）". */
function unitName(text: string): string {
  return closeUp(text).replace(/[(（](?![^()（）]*(?:本级|机关|本部))[^()（）]*[)）]$/, '');
}

function isBodyName(name: string): boolean {
  return (
    /^[^\d：:]{4,40}$/.test(name) &&
    /(?:局|委|办|部|厅|院|会|处|校|队|中心|站|所|馆|园|室|社|本级|机关|[(（](?:本级|机关|本部)[)）])$/.test(name)
  );
}
