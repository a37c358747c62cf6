/** A table that a statement can name. */
export interface CompletedTable {
  name: string;
  /** What it holds, in the reader's words. */
  purpose: string;
  columns: readonly { name: string; type: string; meaning: string }[];
}

export interface CompletionItem {
  label: string;
  kind: 'table' | 'column' | 'function';
  /** Beside the label. */
  detail: string;
  /** Put first where higher. */
  boost: number;
}

export interface Completions {
  /** Where the word begins that is completed. */
  from: number;
  items: CompletionItem[];
}

/** Words that come after a table and are no alias of it. */
const NO_ALIAS = new Set(
  'where on using join inner left right full cross natural asof group order having limit union except intersect window qualify select from as pivot unpivot sample offset positional semi anti lateral'.split(
    ' ',
  ),
);

/**
 * What can stand at `position` of `text`: after "name." the columns of that table or alias; after FROM and JOIN the
 * tables; else the columns of the tables that the statement names (all, while it names none), tables and functions. Null inside strings and comments, and where no word has
 * begun (unless it was asked for).
 */
export function completionsAt(
  text: string,
  position: number,
  tables: readonly CompletedTable[],
  functions: readonly string[],
  asked: boolean,
): Completions | null {
  const before = withoutLiterals(text.slice(0, position));
  // The end of what is blanked out is inside a string or a comment.
  if (before === null) return null;
  const word = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(before)?.[0] ?? '';
  const from = position - word.length;
  const named = tablesNamed(withoutLiterals(text) ?? text.slice(0, position), tables);
  const qualifier = /([\p{L}_][\p{L}\p{N}_]*)\.$/u.exec(before.slice(0, from))?.[1]?.toLowerCase();
  if (qualifier !== undefined) {
    const table = named.get(qualifier) ?? tables.find(({ name }) => name === qualifier);
    return table === undefined ? null : { from, items: columnsOf([table]) };
  }
  if (word === '' && !asked) return null;
  const tableItems = tables.map(({ name, purpose }): CompletionItem => ({
    label: name,
    kind: 'table',
    detail: purpose,
    boost: 0,
  }));
  if (/\b(?:from|join|describe|summarize|table)\s+$/i.test(before.slice(0, from))) return { from, items: tableItems };
  const functionItems = functions.map((name): CompletionItem => ({
    label: name,
    kind: 'function',
    detail: '',
    boost: -1,
  }));
  // A statement is written from its front: before it names a table, every column can be meant.
  const columns = columnsOf(named.size > 0 ? [...new Set(named.values())] : tables);
  return { from, items: [...columns, ...tableItems, ...functionItems] };
}

/** Each column once, with what it is in the first table that has it. */
function columnsOf(tables: readonly CompletedTable[]): CompletionItem[] {
  const items = new Map<string, CompletionItem>();
  for (const { name, type, meaning } of tables.flatMap(({ columns }) => columns)) {
    const detail = meaning === '' ? type : `${type} · ${meaning}`;
    if (!items.has(name)) items.set(name, { label: name, kind: 'column', detail, boost: 1 });
  }
  return [...items.values()];
}

/** The tables that a statement names, by their names and by their aliases in it. */
function tablesNamed(text: string, tables: readonly CompletedTable[]): Map<string, CompletedTable> {
  const known = new Map(tables.map((table) => [table.name, table]));
  const named = new Map<string, CompletedTable>();
  for (const [, name, alias] of text
    .toLowerCase()
    .matchAll(/\b(?:from|join|,|describe|summarize)\s+([a-z_]\w*)(?:\s+(?:as\s+)?([\p{L}_][\p{L}\p{N}_]*))?/gu)) {
    const table = known.get(name!);
    if (table === undefined) continue;
    named.set(name!, table);
    if (alias !== undefined && !NO_ALIAS.has(alias)) named.set(alias, table);
  }
  return named;
}

/** Strings and comments as blanks of the same length; null where the text ends inside one. */
function withoutLiterals(text: string): string | null {
  const blanked = text.replace(/'(?:[^']|'')*'|--[^\n]*(?=\n)|\/\*[\s\S]*?\*\//g, (piece) => ' '.repeat(piece.length));
  return /'|--|\/\*/.test(blanked) ? null : blanked;
}
