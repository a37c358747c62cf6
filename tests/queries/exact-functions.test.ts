import { describe, expect, test } from 'vitest';
import { readSqlFiles } from '../../src/engine/sql-files-node.ts';

const files = await readSqlFiles();

describe.each(files)('$path', ({ path, statements }) => {
  test('takes no greatest, least or avg of amounts: DuckDB 0.9 makes them DOUBLE', () => {
    const calls = statements.flatMap((statement) => statement.match(/\b(greatest|least|avg)\s*\(/gi) ?? []);
    // On whole numbers they stay whole; the macros of verdicts take them of nothing else.
    expect(path === 'models/macro_verdict.sql' ? [] : calls).toEqual([]);
  });
});
