import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSqlFile, type SqlFile } from './sql-file.ts';

const QUERIES = fileURLToPath(new URL('../../queries', import.meta.url));

/** All files of `queries/`, read from disk, sorted by path. Rejects with SqlFileError for a malformed one. */
export async function readSqlFiles(directory: string = QUERIES): Promise<SqlFile[]> {
  const entries = await readdir(directory, { recursive: true });
  const paths = entries.map((entry) => entry.replaceAll('\\', '/')).filter((entry) => entry.endsWith('.sql'));
  return Promise.all(
    paths.sort().map(async (path) => parseSqlFile({ path, text: await readFile(join(directory, path), 'utf8') })),
  );
}
