import { readAnnexes } from './annex.ts';
import { bodyOf, findBodyOfDocument, findKnownBody, type KnownBody, unlistedBody } from './bodies.ts';
import { type Cover, coverOf } from './cover.ts';
import type { Disclosure, Section } from './disclosure.ts';
import { foundingOf } from './founding.ts';
import { type Given, withGiven } from './given.ts';
import { IngestError } from './ingest-error.ts';
import { brokenRow, interruptedTable } from './interruption.ts';
import { readNarrative } from './narrative.ts';
import { outline } from './outline.ts';
import type { Line, Part, Reading, ReadingContext } from './part.ts';
import { borneOut } from './rebuilt-table.ts';
import { quarantineOf } from './shifted-table.ts';
import { readStatement, type StatementContext } from './statement.ts';
import { type StatementTable, subjectsOf, tableOf } from './statement-table.ts';
import { type FinalStatement, STATEMENT_TITLES, STATEMENTS } from './statement-title.ts';
import { textOriginOf } from './text-origin.ts';
import type { DocumentText } from './document-text.ts';
import { unitsNamed } from './units.ts';
import { readNothing } from './unread.ts';

export interface RecogniseOptions {
  /** What data/bodies.json lists. */
  bodies: readonly KnownBody[];
  /** Laid over what the cover says. */
  given?: Given;
}

/**
 * Turns the lines of one published final account into figures, claims, projects and indicators, each with its place.
 * Pure: no I/O, no knowledge of the format. Throws IngestError for a document of another kind.
 */
export function recognise(document: DocumentText, { bodies, given = {} }: RecogniseOptions): Disclosure {
  const { lines, file_name: fileName } = document;
  const parts = outline(lines);
  const cover = withGiven(coverOf(lines, parts), given);
  const { year, name, kind, level } = recognised(cover, parts, fileName);

  const department = founded(findKnownBody(name, bodies) ?? newBody(name, level, bodies), parts);
  const listed = bodies.filter((body) => body.parent === department.id);
  const units = department.body_level === 'unit' || listed.length > 0 ? listed : unitsNamed(parts, department);
  const tables = document.format === 'text' ? wholeTables(parts) : parts.filter(isStatement).map(tableOf);
  const subjects = subjectsOf(tables);
  const context: ReadingContext = {
    fiscal_year: year,
    department_id: department.id,
    department_name: department.name,
    subjects,
    findBody: (spelling) => findBodyOfDocument(spelling, [department, ...units])?.id ?? null,
  };
  const forStatements = statementContext(tables, context, kind);

  const annexes = readAnnexes(parts, context);
  const statements = quarantined(new Map(tables.map((table) => [table.part.id, readStatement(table, forStatements)])));
  const readings = parts.map((part) => {
    const table = tables.find((candidate) => candidate.part === part);
    const reading = borneOut(statements.get(part.id) ?? annexes.get(part.id) ?? readPart(part, context), part.lines);
    return { part, reading, section: sectionOf(part, reading, table ?? null) };
  });
  return {
    document_id: `${department.id}-${year}-${kind.replaceAll('_', '-')}`,
    title: cover.title,
    kind,
    fiscal_year: year,
    department_id: department.id,
    text_origin: document.text_origin === 'unknown' ? textOriginOf(lines) : document.text_origin,
    source_name: fileName,
    source_sha256: document.sha256,
    source_format: document.format,
    bodies: [department, ...units].map(bodyOf),
    sections: [...readings.map(({ section }) => section), ...missingSections(tables), ...unreadSection(document)],
    figures: readings.flatMap(({ reading }) => reading.figures),
    claims: readings.flatMap(({ reading }) => reading.claims),
    projects: readings.flatMap(({ reading }) => reading.projects),
    indicators: readings.flatMap(({ reading }) => reading.indicators),
  };
}

/** A body that is not listed; a headquarters is a unit of the department that it is the headquarters of. */
function newBody(name: string, level: Cover['level'], bodies: readonly KnownBody[]): KnownBody {
  if (level === 'department') return unlistedBody(name, 'department', null);
  const whole = name.replace(/[(（]?(?:局?机关|局?本级)[)）]?$/, '');
  if (whole === name) return unlistedBody(name, 'unit', null);
  const parent = findKnownBody(whole, bodies) ?? unlistedBody(whole, 'department', null);
  return unlistedBody(`${parent.name}本级`, 'unit', parent.id);
}

/** A body with what the document says of its founding, where data/bodies.json says nothing of it. */
function founded(body: KnownBody, parts: readonly Part[]): KnownBody {
  const founding = body.founded ?? foundingOf(parts, body.name);
  return founding ? { ...body, founded: founding } : body;
}

/**
 * Tables of the statements; of the one in which the document breaks off only the rows before the break. Only text can
 * break off unnoticed: the other formats are whole or are not read.
 */
function wholeTables(parts: readonly Part[]): StatementTable[] {
  const tables = parts.filter(isStatement).map(tableOf);
  const interrupted = interruptedTable(tables, parts);
  if (!interrupted) return tables;
  const { table, last } = interrupted;
  const before = tableOf({ ...table.part, lines: table.part.lines.filter((line) => line !== last) });
  const unplaced = [...before.unplaced, ...brokenRow(table, last)];
  return tables.map((each) => (each === table ? { ...before, part: table.part, unplaced } : each));
}

/** The readings of the statements, with the figures of a table that contradicts itself set apart. */
function quarantined(readings: ReadonlyMap<string, Reading>): Map<string, Reading> {
  return new Map(
    [...readings].map(([id, reading]) => {
      const twins = [...readings].filter(([other]) => other !== id).map(([, { figures }]) => figures);
      const reason = quarantineOf(reading.figures, twins);
      if (reason === null) return [id, reading];
      return [id, { ...reading, figures: reading.figures.map((figure) => ({ ...figure, quarantine: reason })) }];
    }),
  );
}

function readPart(part: Part, context: ReadingContext): Reading {
  if (part.kind === 'narrative') return readNarrative(part, context);
  if (part.kind === 'statement') return readNothing(part, '同名的表在文件中出现了第二次，不知属于谁');
  return readNothing(part, '这一部分不取数');
}

/** Year, body and kind of an account or a budget; throws for everything else, saying what was recognised. */
function recognised(
  cover: Cover,
  parts: readonly Part[],
  fileName: string,
): { year: number; name: string; kind: Disclosure['kind']; level: Cover['level'] } {
  const found = parts.filter(isStatement).length;
  if (found === 0) {
    const annexes = parts.filter((part) => part.kind === 'annex').length;
    const seen = annexes > 0 ? `只认出 ${annexes} 份绩效附件` : '没有认出任何一张决算表或预算表';
    throw new IngestError(
      `${fileName} 不是可读的部门决算或部门预算：${seen}（标题“${cover.title.slice(0, 40)}”）；请提供含“收入支出决算总表”等九张表的公开文件，文本文件中表格的单元格请以制表符分隔。`,
    );
  }
  if (cover.years.length > 1) {
    throw new IngestError(`${fileName} 的标题写了不止一个年度（${cover.years.join('、')}）；请拆成每个年度一个文件。`);
  }
  if (cover.year === null) {
    throw new IngestError(`${fileName} 没有写明年度；请在文件开头加一行标题，如“2024年度××局部门决算”。`);
  }
  if (cover.body === null) {
    throw new IngestError(`${fileName} 没有写明部门；请在文件开头加一行标题，如“2024年度××局部门决算”。`);
  }
  return { year: cover.year, name: cover.body, kind: cover.kind ?? 'final_accounts', level: cover.level };
}

/** One of the nine, at its first appearance. */
function isStatement(part: Part): part is Part & { statement: FinalStatement } {
  return part.kind === 'statement' && part.id === part.statement;
}

function statementContext(
  tables: readonly StatementTable[],
  context: ReadingContext,
  kind: Disclosure['kind'],
): StatementContext {
  const decimals = new Map<NonNullable<StatementTable['unit']>, number>();
  const uses = new Map<NonNullable<StatementTable['unit']>, number>();
  for (const { unit, decimals: own } of tables) {
    if (unit === null) continue;
    decimals.set(unit, Math.max(decimals.get(unit) ?? 0, own));
    uses.set(unit, (uses.get(unit) ?? 0) + 1);
  }
  // A statement that does not say its unit has that of the others, where they agree.
  const usualUnit = uses.size === 1 ? [...uses.keys()][0]! : null;
  return { ...context, kind, usualUnit, decimals };
}

function sectionOf(part: Part, reading: Reading, table: StatementTable | null): Section {
  return {
    id: part.id,
    title: part.title,
    kind: part.kind,
    status: statusOf(reading, table),
    line: firstLine(part.lines),
    rows: reading.rows,
    figures: reading.figures.length,
    claims: reading.claims.length,
    numbers_seen: reading.numbers_seen,
    unplaced: reading.unplaced,
  };
}

function statusOf(reading: Reading, table: StatementTable | null): Section['status'] {
  if (table && !table.hasData) return 'empty';
  return reading.figures.some(({ quarantine }) => quarantine !== null) ? 'quarantined' : 'data';
}

function firstLine(lines: readonly Line[]): number {
  return (lines.find((line) => line.text !== '') ?? lines[0])?.number ?? 0;
}

/** The pages that no one has read, so that they are told among what was not understood. */
function unreadSection({ unread = [] }: DocumentText): Section[] {
  if (unread.length === 0) return [];
  const title = '没有读到的页';
  const unplaced = unread.map(({ page, reason }) => ({ text: `第 ${page} 页`, line: 0, section: title, reason }));
  return [
    {
      id: 'unread',
      title,
      kind: 'annex',
      status: 'missing',
      line: 0,
      rows: 0,
      figures: 0,
      claims: 0,
      numbers_seen: unplaced.length,
      unplaced,
    },
  ];
}

function missingSections(tables: readonly StatementTable[]): Section[] {
  return STATEMENTS.filter((statement) => !tables.some(({ part }) => part.statement === statement)).map(
    (statement) => ({
      id: statement,
      title: STATEMENT_TITLES[statement],
      kind: 'statement',
      status: 'missing',
      line: 0,
      rows: 0,
      figures: 0,
      claims: 0,
      numbers_seen: 0,
      unplaced: [],
    }),
  );
}
