import type { TableCell, TableModel } from '../../components/data-table.ts';
import type { FigureSource, SourceSide } from '../../components/figure-source.ts';
import type { ExportCell, ExportTable } from '../../exports/export-table.ts';
import { dayOf } from '../../language/day.ts';
import type { Texts } from '../../language/texts.ts';
import type { Sources } from '../sources.ts';
import type { Collect, Collected } from './collected.ts';
import type { Taken } from './taken.ts';
import type { Taking } from './taking.ts';

type Row = TableModel['rows'][number];

/** The files of a panel's numbers: a table for CSV, and the sheets of a workbook. */
export interface TakenTables {
  /** Each row with what is known of it, also the address it was taken from. */
  flat: ExportTable;
  sheets: readonly ExportTable[];
}

/** The numbers of a panel, exact, with their sources. Rejects where the sources cannot be asked for. */
export async function takenTables(taken: Taken, taking: Taking, collect: Collect): Promise<TakenTables> {
  const { texts } = taking.voice;
  const words = texts.take;
  const address = taking.address(null);
  const told = await sourcesOf(taken.table.rows, taking, collect);
  const { columns } = taken.table;
  const heads = columns.map(({ title, unit }) =>
    unit === undefined || words.units[unit] === '' ? title : headOf(title, words.units[unit]!, words),
  );
  const rows = taken.table.rows.map((row, at) => ({
    cells: row.cells.map(cellOf),
    known: knownOf(row, told[at]!, columns, texts, taking),
  }));
  const { basis, mark, place, document, source, checksum, snapshot } = words.columns;
  const knownHeads = [basis, mark, place, document, source, checksum, snapshot];
  const data = (more: readonly string[], cells: readonly ExportCell[]): ExportTable => ({
    name: words.sheets.data,
    columns: [...heads, ...knownHeads, ...more],
    rows: rows.map((row) => [...row.cells, ...row.known, ...cells]),
  });
  return {
    flat: data([words.columns.address], [address]),
    sheets: [data([], []), sourcesSheet(taken.table.rows, told, texts), aboutSheet(taken, taking)],
  };
}

/** What each row's numbers open, each source once. */
async function sourcesOf(rows: readonly Row[], taking: Taking, collect: Collect): Promise<FigureSource[][]> {
  const collected = rows.map(({ cells }) =>
    cells.flatMap((cell) => (cell.kind === 'number' ? (collect(cell.onopen) ?? []) : [])),
  );
  const bodies = new Map<string | null, Sources>();
  for (const { body } of collected.flat()) if (!bodies.has(body)) bodies.set(body, await taking.sources(body));
  const written = ({ write, body }: Collected): FigureSource => write(bodies.get(body)!);
  return collected.map((ofRow) => {
    const byContent = new Map(ofRow.map((one) => written(one)).map((source) => [JSON.stringify(source), source]));
    return [...byContent.values()];
  });
}

function cellOf(cell: TableCell): ExportCell {
  if (cell.kind !== 'none' && cell.exact !== undefined) return { exact: cell.exact };
  return cell.kind === 'none' && cell.text === '—' ? null : cell.text;
}

/** "决算数（万元）"; a title that says its unit keeps it. */
function headOf(title: string, unit: string, words: Texts['take']): string {
  return title.includes(unit) ? title : words.head(title, unit);
}

function knownOf(
  row: Row,
  sources: readonly FigureSource[],
  columns: TableModel['columns'],
  texts: Texts,
  { documents }: Taking,
): ExportCell[] {
  const words = texts.take;
  const sides = sources.flatMap((source) => source.sides);
  const joined = (parts: readonly (string | null | undefined)[]): string | null =>
    [...new Set(parts.filter((part) => part !== null && part !== undefined && part !== ''))].join(words.between) ||
    null;
  return [
    joined([basisOf(sides, words), ...sources.flatMap(({ remarks }) => remarks)]),
    joined([
      ...sides.map(({ label, mark }) => mark && words.said(label, mark.text)),
      ...(sides.some(({ mark }) => mark !== null)
        ? []
        : row.cells.map(
            (cell, at) => cell.kind === 'number' && cell.mark && words.said(columns[at]!.title, cell.mark.text),
          )
      ).map((part) => part || null),
    ]),
    joined(sides.map(placeOf)),
    joined(sides.map(({ document }) => document?.title)),
    joined(sides.map(({ document }) => document?.source)),
    joined(sides.map(({ document }) => document?.sha256)),
    joined(sides.map(({ document }) => documents.find(({ sha256 }) => sha256 === document?.sha256)?.snapshot.sha256)),
  ];
}

/** The place as it is stored. */
function placeOf({ locators }: SourceSide): string | null {
  return locators.length === 0 ? null : locators.join('；');
}

/** One basis in a word; of several each with the number it is of. */
function basisOf(sides: readonly SourceSide[], words: Texts['take']): string | null {
  const known = sides.filter(({ basis }) => basis !== null);
  if (new Set(known.map(({ basis }) => basis)).size <= 1) return known[0]?.basis ?? null;
  return known.map(({ label, basis }) => words.said(label, basis!)).join(words.between);
}

function sourcesSheet(rows: readonly Row[], told: readonly (readonly FigureSource[])[], texts: Texts): ExportTable {
  const words = texts.take.columns;
  return {
    name: texts.take.sheets.sources,
    columns: [
      words.row,
      words.side,
      words.amount,
      words.basis,
      words.published,
      words.place,
      words.mark,
      words.document,
      words.source,
      words.checksum,
      words.computed,
      words.query,
    ],
    rows: rows.flatMap((row, at) =>
      told[at]!.flatMap((source) =>
        source.sides.map((side) => [
          [row.cells[0]?.text, source.title].filter(Boolean).join(' · '),
          side.label,
          side.amount,
          side.basis,
          side.published,
          placeOf(side),
          side.mark?.text ?? null,
          side.document?.title ?? null,
          side.document?.source ?? null,
          side.document?.sha256 ?? null,
          source.computed.join(texts.take.between) || null,
          source.query,
        ]),
      ),
    ),
  };
}

function aboutSheet(taken: Taken, { voice: { texts }, address }: Taking): ExportTable {
  const words = texts.take.about;
  const marks = taken.marks.map(({ name, mark }) => texts.take.marked([name], mark.text));
  return {
    name: texts.take.sheets.about,
    columns: [words.item, words.content],
    rows: [
      [words.title, taken.title],
      [words.body, taken.body],
      [words.panel, taken.measure],
      [words.years, taken.years.join(' ')],
      [words.precision, words.exact],
      ...[...(taken.note === null ? [] : [taken.note]), ...marks].map((note) => [words.note, note]),
      ...(taken.source === '' ? [] : [[words.source, taken.source]]),
      [words.address, address(null)],
      [words.day, dayOf(new Date().toISOString())],
    ],
  };
}
