import { SqlFileError, type SqlFile } from './sql-file.ts';
import { scanSql } from './sql-scanner.ts';

const KINDS = new Set(['view', 'macro', 'function', 'table', 'type']);
const FILLERS = new Set(['or', 'replace', 'temp', 'temporary', 'recursive', 'if', 'not', 'exists']);

/**
 * The models in an order in which each finds what it names already made: a file comes after the files that create the
 * views, macros and tables it mentions, otherwise by name. A circle is an error that says who is in it.
 */
export function orderModels(models: readonly SqlFile[]): SqlFile[] {
  const byName = [...models].sort((left, right) => (left.path < right.path ? -1 : 1));
  const makers = makersOf(byName);
  const ordered: SqlFile[] = [];
  const done = new Set<SqlFile>();
  const visit = (file: SqlFile, trail: readonly SqlFile[]) => {
    if (done.has(file)) return;
    if (trail.includes(file)) {
      const circle = [...trail.slice(trail.indexOf(file)), file].map(({ name }) => name).join(' → ');
      throw new SqlFileError(file.path, `models need each other in a circle: ${circle}`);
    }
    for (const needed of neededFiles(file, makers)) visit(needed, [...trail, file]);
    done.add(file);
    ordered.push(file);
  };
  for (const file of byName) visit(file, []);
  return ordered;
}

/** The models that a query mentions, and those that they stand on. */
export function modelsNeeded(query: SqlFile, models: readonly SqlFile[]): SqlFile[] {
  const makers = makersOf(models);
  const needed = new Set<SqlFile>();
  const waiting = [query];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const other of neededFiles(file, makers)) {
      if (needed.has(other)) continue;
      needed.add(other);
      waiting.push(other);
    }
  }
  return [...needed];
}

function makersOf(models: readonly SqlFile[]): Map<string, SqlFile> {
  const makers = new Map<string, SqlFile>();
  for (const file of models) {
    for (const name of createdNames(file)) {
      const other = makers.get(name);
      if (other !== undefined && other !== file) {
        throw new SqlFileError(file.path, `"${name}" is also created by ${other.path}`);
      }
      makers.set(name, file);
    }
  }
  return makers;
}

/** Names of what a file creates, in lower case. */
export function createdNames(file: SqlFile): string[] {
  return file.statements.flatMap((statement) => createdBy(statement)?.name ?? []);
}

/** What a statement creates ("table", "view", "macro" …) and its name, in lower case; null where it creates nothing. */
export function createdBy(statement: string): { kind: string; name: string } | null {
  const words = wordsOf(statement);
  if (words[0] !== 'create') return null;
  const [kind, name] = words.slice(1).filter((word) => !FILLERS.has(word));
  return kind !== undefined && name !== undefined && KINDS.has(kind) ? { kind, name } : null;
}

function neededFiles(file: SqlFile, makers: ReadonlyMap<string, SqlFile>): SqlFile[] {
  const needed = new Set<SqlFile>();
  for (const word of file.statements.flatMap(wordsOf)) {
    const maker = makers.get(word);
    if (maker !== undefined && maker !== file) needed.add(maker);
  }
  return [...needed].sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** Names and words of a statement outside of its strings and comments, in lower case. */
export function wordsOf(sql: string): string[] {
  return scanSql(sql)
    .filter(({ kind }) => kind === 'word' || kind === 'quoted')
    .map(({ kind, text }) => (kind === 'quoted' ? text.slice(1, -1) : text).toLowerCase());
}
