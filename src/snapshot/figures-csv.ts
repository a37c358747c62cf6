import { parseCsv } from 'hucre/csv';
import * as v from 'valibot';
import type { Body, Disclosure, Figure, StatementId } from '../ingest/disclosure.ts';
import { SnapshotError } from './snapshot-error.ts';

const text = v.pipe(v.string(), v.nonEmpty());
/** CSV has no other way to say that there is none. */
const maybe = v.pipe(
  v.string(),
  v.transform((cell) => (cell === '' ? null : cell)),
);
const whole = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const maybeWhole = v.pipe(maybe, v.nullable(whole));
const decimal = v.pipe(v.string(), v.regex(/^-?\d+(?:\.\d+)?$/));
const year = v.pipe(v.string(), v.regex(/^20\d\d$/), v.transform(Number));

/** A line of the query `figures` that stands for a published cell. */
const lineSchema = v.object({
  department_id: text,
  department_name: text,
  body_level: v.picklist(['department', 'unit']),
  parent_id: maybe,
  region: maybe,
  administrative_level: v.pipe(maybe, v.nullable(v.picklist(['central', 'province', 'city', 'county', 'township']))),
  fiscal_year: year,
  statement: v.pipe(
    v.string(),
    v.regex(/^[a-z_]+$/),
    v.transform((id) => id as StatementId),
  ),
  side: v.pipe(maybe, v.nullable(v.picklist(['revenue', 'expenditure']))),
  row_code: maybe,
  row_name: v.string(),
  level: v.pipe(
    maybe,
    v.nullable(
      v.pipe(
        v.picklist(['1', '2', '3']),
        v.transform((level) => Number(level) as 1 | 2 | 3),
      ),
    ),
  ),
  parent_code: maybe,
  column_key: text,
  column_name: v.string(),
  fund: v.picklist(['all', 'fiscal', 'general_public', 'government_fund', 'state_capital']),
  amount: v.pipe(maybe, v.nullable(decimal)),
  unit: v.string(),
  published_text: v.string(),
  published_unit: v.string(),
  half_width: decimal,
  budget_kind: v.pipe(maybe, v.nullable(v.picklist(['initial', 'revised', 'unlabelled', 'mixed']))),
  budget_evidence: maybe,
  quarantine: maybe,
  place_section: v.string(),
  place_row: maybe,
  place_column: maybe,
  line: whole,
  page: maybeWhole,
  document_id: text,
  document_department_id: text,
  document_department_name: text,
  document_year: year,
  document_kind: v.picklist(['final_accounts', 'budget']),
  document_title: text,
  text_origin: v.picklist(['text_layer', 'machine_read', 'unknown']),
  source_name: text,
  source_sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  source_format: v.picklist(['text', 'pdf', 'html', 'xlsx', 'docx']),
});
type FigureLine = v.InferOutput<typeof lineSchema>;

/** What the title of a document says when all that is known of it are the lines of a CSV. */
export const FIGURES_ONLY_MARK = '（仅数据，由 CSV 导入）';

/**
 * The documents whose figures stand in a CSV that the query `figures` printed, each with its figures and nothing else: no
 * blanks, no claims, no coverage. Lines of implied amounts are left out, they are computed again. Throws SnapshotError for
 * other CSV, naming line and column.
 */
export function disclosuresOfFigures(bytes: Uint8Array, fileName: string): Disclosure[] {
  const [header, ...lines] = cellsOf(bytes, fileName);
  const names = (header ?? []).map(String);
  const missing = [...Object.keys(lineSchema.entries), 'basis'].filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw notFigures(fileName, `缺少 ${missing.slice(0, 4).join('、')}${missing.length > 4 ? ' 等' : ''}列`);

  const documents = new Map<string, FigureLine[]>();
  for (const [at, cells] of lines.entries()) {
    if (cells.length !== names.length)
      throw notFigures(fileName, `第 ${at + 2} 行有 ${cells.length} 格，应为 ${names.length} 格`);
    const record = Object.fromEntries(names.map((name, index) => [name, cells[index]]));
    if (record.basis === 'implied') continue;
    const line = v.safeParse(lineSchema, record);
    if (!line.success) {
      const column = v.getDotPath(line.issues[0]) ?? '';
      throw notFigures(fileName, `第 ${at + 2} 行 ${column} 列的“${record[column] ?? ''}”不对`);
    }
    const { document_id } = line.output;
    documents.set(document_id, [...(documents.get(document_id) ?? []), line.output]);
  }
  if (documents.size === 0) throw notFigures(fileName, '没有一行公布的数据');
  return [...documents.values()].map((own) => disclosureOf(own, fileName));
}

function cellsOf(bytes: Uint8Array, fileName: string): string[][] {
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new SnapshotError(`${fileName} 不是 UTF-8 编码的 CSV：请重新导出，或另存为“CSV UTF-8”。`, { cause: error });
  }
  return parseCsv(content, { delimiter: ',', skipEmptyRows: true }).map((cells) =>
    cells.map((cell) => (cell === null ? '' : String(cell))),
  );
}

function disclosureOf(lines: readonly FigureLine[], fileName: string): Disclosure {
  const [first] = lines;
  const same: (keyof FigureLine)[] = ['document_department_id', 'document_year', 'document_kind', 'source_sha256'];
  for (const name of same) {
    const other = lines.find((line) => line[name] !== first![name]);
    if (other)
      throw notFigures(fileName, `${first!.document_id} 的 ${name} 前后不一（${first![name]}、${other[name]}）`);
  }
  const head = first!;
  return {
    document_id: head.document_id,
    title: head.document_title.endsWith(FIGURES_ONLY_MARK)
      ? head.document_title
      : `${head.document_title}${FIGURES_ONLY_MARK}`,
    kind: head.document_kind,
    fiscal_year: head.document_year,
    department_id: head.document_department_id,
    text_origin: head.text_origin,
    source_name: head.source_name,
    source_sha256: head.source_sha256,
    source_format: head.source_format,
    bodies: bodiesOf(lines),
    sections: [],
    figures: lines.map(figureOf),
    claims: [],
    projects: [],
    indicators: [],
  };
}

/** The department first, also where the lines are of a unit only. */
function bodiesOf(lines: readonly FigureLine[]): Body[] {
  const head = lines[0]!;
  const bodies = new Map<string, Body>();
  for (const line of lines) {
    bodies.set(line.department_id, {
      department_id: line.department_id,
      name: line.department_name,
      body_level: line.body_level,
      parent_id: line.parent_id,
      region: line.region,
      administrative_level: line.administrative_level,
      founded_year: null,
      founded_evidence: null,
    });
  }
  const department = bodies.get(head.document_department_id) ?? {
    ...bodies.get(head.department_id)!,
    department_id: head.document_department_id,
    name: head.document_department_name,
    body_level: 'department',
    parent_id: null,
  };
  return [department, ...[...bodies.values()].filter((body) => body !== department)];
}

function figureOf(line: FigureLine): Figure {
  return {
    department_id: line.department_id,
    fiscal_year: line.fiscal_year,
    statement: line.statement,
    side: line.side,
    row_code: line.row_code,
    row_name: line.row_name,
    level: line.level,
    parent_code: line.parent_code,
    column_key: line.column_key,
    column_name: line.column_name,
    fund: line.fund,
    amount: line.amount,
    unit: line.unit,
    is_blank: false,
    published_text: line.published_text,
    published_unit: line.published_unit,
    half_width: line.half_width,
    budget_kind: line.budget_kind,
    budget_evidence: line.budget_evidence,
    quarantine: line.quarantine,
    place: {
      section: line.place_section,
      row: line.place_row,
      column: line.place_column,
      line: line.line,
      page: line.page,
    },
  };
}

function notFigures(fileName: string, detail: string): SnapshotError {
  return new SnapshotError(
    `${fileName} 不是 npm run query -- figures --format csv 导出的数据（${detail}）：请重新导出，或改用原始公开文件。`,
  );
}
