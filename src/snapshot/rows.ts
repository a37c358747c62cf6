import type { Claim, Disclosure, Figure, Indicator, Place, Project, Section } from '../ingest/disclosure.ts';
import { COLUMNS, FORMAT_VERSION, type ColumnName, type SnapshotRow } from './columns.ts';
import { locatorOf } from './locator.ts';
import { SnapshotError } from './snapshot-error.ts';

/**
 * All of a disclosure as rows of a snapshot, in the order document, bodies, sections (each with its unplaced numbers),
 * figures, claims, projects, indicators. Rejects a number that the column's type would not hold to the last digit.
 */
export function rowsOf(disclosure: Disclosure): SnapshotRow[] {
  const rows: SnapshotRow[] = [
    documentRow(disclosure),
    ...bodyRows(disclosure),
    ...disclosure.sections.flatMap((section) => [
      sectionRow(disclosure, section),
      ...unplacedRows(disclosure, section),
    ]),
    ...disclosure.figures.map(figureRow),
    ...disclosure.claims.map(claimRow),
    ...disclosure.projects.map(projectRow),
    ...disclosure.indicators.map(indicatorRow),
  ];
  return rows.map((row, index) => {
    const whole = { ...row, ordinal: String(index + 1), document_id: disclosure.document_id };
    for (const [name, cell] of Object.entries(whole)) assertExact(name as ColumnName, cell, whole);
    return whole;
  });
}

function documentRow(disclosure: Disclosure): SnapshotRow {
  return {
    record: 'document',
    format_version: whole(FORMAT_VERSION),
    department_id: disclosure.department_id,
    fiscal_year: whole(disclosure.fiscal_year),
    document_title: disclosure.title,
    document_kind: disclosure.kind,
    text_origin: disclosure.text_origin,
    source_name: disclosure.source_name,
    source_sha256: disclosure.source_sha256,
    source_format: disclosure.source_format,
  };
}

function bodyRows({ bodies, fiscal_year }: Disclosure): SnapshotRow[] {
  return bodies.map((body) => ({
    record: 'body',
    department_id: body.department_id,
    fiscal_year: whole(fiscal_year),
    body_name: body.name,
    body_level: body.body_level,
    parent_id: body.parent_id,
    region: body.region,
    administrative_level: body.administrative_level,
    founded_year: body.founded_year === null ? null : whole(body.founded_year),
    founded_evidence: body.founded_evidence,
  }));
}

function sectionRow({ department_id, fiscal_year }: Disclosure, section: Section): SnapshotRow {
  return {
    record: 'section',
    department_id,
    fiscal_year: whole(fiscal_year),
    section_id: section.id,
    section_title: section.title,
    section_kind: section.kind,
    section_status: section.status,
    row_count: whole(section.rows),
    figure_count: whole(section.figures),
    claim_count: whole(section.claims),
    number_count: whole(section.numbers_seen),
    ...placeCells({ section: section.title, row: null, column: null, line: section.line, page: null }),
  };
}

function unplacedRows({ department_id, fiscal_year }: Disclosure, section: Section): SnapshotRow[] {
  return section.unplaced.map((number) => ({
    record: 'unplaced',
    department_id,
    fiscal_year: whole(fiscal_year),
    section_id: section.id,
    unplaced_text: number.text,
    unplaced_reason: number.reason,
    ...placeCells({ section: number.section, row: null, column: null, line: number.line, page: null }),
  }));
}

function figureRow(figure: Figure): SnapshotRow {
  const { fiscal_year, level, is_blank, place, ...texts } = figure;
  return {
    record: 'figure',
    ...texts,
    fiscal_year: whole(fiscal_year),
    level: level === null ? null : whole(level),
    is_blank: String(is_blank),
    ...placeCells(place),
  };
}

function claimRow(claim: Claim): SnapshotRow {
  const { fiscal_year, sentence, kind, is_detail, place, ...texts } = claim;
  return {
    record: 'claim',
    ...texts,
    fiscal_year: whole(fiscal_year),
    sentence: whole(sentence),
    claim_kind: kind,
    is_detail: String(is_detail),
    ...placeCells(place),
  };
}

function projectRow(project: Project): SnapshotRow {
  const { fiscal_year, outside_department, place, ...texts } = project;
  return {
    record: 'project',
    ...texts,
    fiscal_year: whole(fiscal_year),
    outside_department: String(outside_department),
    ...placeCells(place),
  };
}

function indicatorRow(indicator: Indicator): SnapshotRow {
  const { fiscal_year, place, ...texts } = indicator;
  return { record: 'indicator', ...texts, fiscal_year: whole(fiscal_year), ...placeCells(place) };
}

function placeCells(place: Place): SnapshotRow {
  return {
    place_section: place.section,
    place_row: place.row,
    place_column: place.column,
    line: whole(place.line),
    page: place.page === null ? null : whole(place.page),
    locator: locatorOf(place),
  };
}

function whole(count: number): string {
  return String(count);
}

const DECIMAL_TYPE = /^DECIMAL\((\d+),(\d+)\)$/;
const DECIMAL_TEXT = /^-?(\d+)(?:\.(\d+))?$/;

/** SQL would round or refuse such a cell without saying where it stands, so it is met here. */
function assertExact(name: ColumnName, cell: string | null | undefined, row: SnapshotRow): void {
  if (cell === null || cell === undefined) return;
  const type = COLUMNS[name] as string | undefined;
  if (type === undefined) throw new SnapshotError(`快照没有“${name}”这一列`);
  const fits = type === 'INTEGER' ? /^-?\d{1,9}$/.test(cell) : fitsDecimal(type, cell);
  if (!fits)
    throw new SnapshotError(`${row.locator ?? row.record}：“${cell}”不能原样存入 ${name}（${type}），请检查该处数字`);
}

function fitsDecimal(type: string, cell: string): boolean {
  const [, precision, scale] = DECIMAL_TYPE.exec(type) ?? [];
  if (precision === undefined || scale === undefined) return true;
  const [, integer, fraction = ''] = DECIMAL_TEXT.exec(cell) ?? [];
  if (integer === undefined) return false;
  return (
    integer.replace(/^0+/, '').length <= Number(precision) - Number(scale) &&
    fraction.replace(/0+$/, '').length <= Number(scale)
  );
}
