import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UnknownQuery } from '../engine/data.ts';
import { openDataInNode } from '../engine/data-in-node.ts';
import { SnapshotError } from '../snapshot/snapshot-error.ts';
import { CommandError } from './command-error.ts';
import { FORMATS, formatRows, type Format } from './format-rows.ts';
import { queryWithin, type QueryScope } from './query-scope.ts';

const USAGE =
  '用法：npm run --silent query -- 查询名 [--department 代号] [--year 年度] [--format json|csv|table] [--data 目录]';

interface Command extends QueryScope {
  name: string;
  format: Format;
  directory: string | undefined;
}

/** Answers a query of queries/metrics on standard output and nothing else there; messages go to standard error. */
async function main(args: readonly string[]): Promise<void> {
  const command = commandOf(args);
  const data = await openDataInNode({ directory: command.directory });
  try {
    for (const { message } of data.refused) console.error(message);
    process.stdout.write(formatRows(await queryWithin(data, command.name, command), command.format));
  } finally {
    await data.close();
  }
}

function commandOf(args: readonly string[]): Command {
  const { values, positionals } = parsed(args);
  const [name, ...rest] = positionals;
  if (name === undefined) throw new CommandError(`没有给出查询名。${USAGE}`);
  if (rest.length > 0) throw new CommandError(`一次只能问一个查询，多了“${rest.join(' ')}”。${USAGE}`);
  const { department = null, year, format, data } = values;
  if (year !== undefined && !/^\d{4}$/.test(year)) throw new CommandError(`年度“${year}”不是四位数字`);
  if (!FORMATS.includes(format as Format)) {
    throw new CommandError(`没有格式“${format}”，可用的有：${FORMATS.join('、')}`);
  }
  return {
    name,
    department,
    year: year === undefined ? null : Number(year),
    format: format as Format,
    directory: data === undefined ? undefined : resolve(data),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        department: { type: 'string' },
        year: { type: 'string' },
        format: { type: 'string', default: 'json' },
        data: { type: 'string' },
      },
    });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)} ${USAGE}`, { cause: error });
  }
}

function isWrongInput(error: unknown): error is Error {
  return [CommandError, UnknownQuery, SnapshotError].some((kind) => error instanceof kind);
}

// A reader that closes early (head, less) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(isWrongInput(error) ? error.message : error);
  process.exitCode = isWrongInput(error) ? 1 : 2;
}
