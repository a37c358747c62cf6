import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stop } from '../tools/command.mjs';
import type { Case } from './case.ts';

const USAGE = 'npm run bench -- [CASE…] [--runs N] [--document FILE] [--list]';
/** So many that the 95th percentile is not the longest run. */
const RUNS = 20;

export interface BenchOptions {
  cases: readonly Case[];
  runs: number;
  /** A document to be read in the place of the written one; absolute. */
  file: string | null;
  /** Only say which cases there are. */
  list: boolean;
}

/**
 * What the command line asks for; without a case all of them, in their own order. Throws Stop with one line for an unknown
 * case or option, for a number of runs that is none and for a document that is not there.
 */
export function readOptions(args: readonly string[], known: readonly Case[]): BenchOptions {
  const { values, positionals } = parsed(args);
  const names = known.map(({ name }) => name);
  const unknown = positionals.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Stop(`There is no case "${unknown}": there are ${names.join(', ')}.`);
  const runs = values.runs ?? String(RUNS);
  if (!/^[1-9]\d{0,3}$/.test(runs)) throw new Stop(`"${runs}" is no number of runs: give one from 1 to 9999.`);
  const file = values.document === undefined ? null : resolve(values.document);
  if (file !== null && !existsSync(file)) throw new Stop(`There is no file ${file}.`);
  const cases = positionals.length === 0 ? known : known.filter(({ name }) => positionals.includes(name));
  return { cases, runs: Number(runs), file, list: values.list };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        runs: { type: 'string' },
        document: { type: 'string' },
        list: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)} ${USAGE}`);
  }
}
