import { parseSqlFile, type SqlFile } from './sql-file.ts';

const ROOT = '../../queries/';
const texts = import.meta.glob<string>('../../queries/**/*.sql', { query: '?raw', import: 'default', eager: true });

/** All files of `queries/`, bundled into the page, sorted by path. */
export function bundledSqlFiles(): SqlFile[] {
  const paths = Object.keys(texts).sort();
  return paths.map((path) => parseSqlFile({ path: path.slice(ROOT.length), text: texts[path]! }));
}
