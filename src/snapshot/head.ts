import * as v from 'valibot';
import type { Disclosure } from '../ingest/disclosure.ts';
import { FORMAT_VERSION, type SnapshotRow } from './columns.ts';
import { SnapshotError } from './snapshot-error.ts';

/** What a disclosure says of itself and of its parts, without the items. */
export type Head = Omit<Disclosure, 'figures' | 'claims' | 'projects' | 'indicators'>;

const RECORDS = ['document', 'body', 'section', 'unplaced', 'figure', 'claim', 'project', 'indicator'];

const text = v.pipe(v.string(), v.nonEmpty());
const whole = v.pipe(v.string(), v.regex(/^-?\d{1,9}$/), v.transform(Number));
const year = v.pipe(v.string(), v.regex(/^20\d\d$/), v.transform(Number));

const documentSchema = v.object({
  document_id: text,
  department_id: text,
  fiscal_year: year,
  document_title: text,
  document_kind: v.picklist(['final_accounts', 'budget']),
  text_origin: v.picklist(['text_layer', 'machine_read', 'unknown']),
  source_name: text,
  source_sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  source_format: v.picklist(['text', 'pdf', 'html', 'xlsx', 'docx']),
});

const bodySchema = v.object({
  department_id: text,
  body_name: text,
  body_level: v.picklist(['department', 'unit']),
  parent_id: v.nullable(text),
  region: v.nullable(text),
  administrative_level: v.nullable(v.picklist(['central', 'province', 'city', 'county', 'township'])),
  founded_year: v.nullable(whole),
  founded_evidence: v.nullable(text),
});

const sectionSchema = v.object({
  section_id: text,
  section_title: v.string(),
  section_kind: v.picklist(['statement', 'narrative', 'annex', 'other']),
  section_status: v.picklist(['data', 'empty', 'missing', 'quarantined']),
  line: whole,
  row_count: whole,
  figure_count: whole,
  claim_count: whole,
  number_count: whole,
});

const unplacedSchema = v.object({
  section_id: text,
  place_section: v.string(),
  unplaced_text: v.string(),
  unplaced_reason: v.string(),
  line: whole,
});

/** Head of the disclosure that the rows of a snapshot were made from. Throws SnapshotError for rows that are none. */
export function headOfRows(rows: readonly SnapshotRow[], fileName: string): Head {
  const ofRecord = (record: string) => rows.filter((row) => row.record === record);
  const [row, ...others] = ofRecord('document');
  if (row === undefined || others.length > 0)
    throw notOurs(fileName, `有 ${others.length + (row ? 1 : 0)} 份文件的记录`);
  if (row.format_version !== String(FORMAT_VERSION))
    throw new SnapshotError(
      `${fileName} 的格式版本是 ${row.format_version ?? '未知'}，本程序为 ${FORMAT_VERSION}：请用当前版本重新读入原始文件，再导出快照。`,
    );
  const document = parsed(documentSchema, row, fileName);
  const stray = rows.find(
    ({ record, document_id }) => document_id !== document.document_id || !RECORDS.includes(record ?? ''),
  );
  if (stray !== undefined) throw notOurs(fileName, `第 ${stray.ordinal} 条记录（${stray.record}）不属于这份文件`);
  const bodies = ofRecord('body').map((body) => parsed(bodySchema, body, fileName));
  if (!bodies.some(({ department_id }) => department_id === document.department_id))
    throw notOurs(fileName, '没有本部门的记录');
  const unplaced = ofRecord('unplaced').map((number) => parsed(unplacedSchema, number, fileName));
  return {
    document_id: document.document_id,
    title: document.document_title,
    kind: document.document_kind,
    fiscal_year: document.fiscal_year,
    department_id: document.department_id,
    text_origin: document.text_origin,
    source_name: document.source_name,
    source_sha256: document.source_sha256,
    source_format: document.source_format,
    bodies: bodies.map(({ body_name, ...body }) => ({ ...body, name: body_name })),
    sections: ofRecord('section')
      .map((section) => parsed(sectionSchema, section, fileName))
      .map((section) => ({
        id: section.section_id,
        title: section.section_title,
        kind: section.section_kind,
        status: section.section_status,
        line: section.line,
        rows: section.row_count,
        figures: section.figure_count,
        claims: section.claim_count,
        numbers_seen: section.number_count,
        unplaced: unplaced
          .filter(({ section_id }) => section_id === section.section_id)
          .map((number) => ({
            text: number.unplaced_text,
            line: number.line,
            section: number.place_section,
            reason: number.unplaced_reason,
          })),
      })),
  };
}

function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  row: SnapshotRow,
  fileName: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, row);
  if (result.success) return result.output;
  throw notOurs(fileName, `第 ${row.ordinal} 条记录（${row.record}）的 ${v.getDotPath(result.issues[0]) ?? ''} 不对`);
}

function notOurs(fileName: string, detail: string): SnapshotError {
  return new SnapshotError(`${fileName} 不是本程序导出的数据快照（${detail}）：请改用原始公开文件，或重新导出。`);
}
