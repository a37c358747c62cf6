import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { WasmEngine } from '../engine/wasm-session.ts';
import type { KnownBody } from '../ingest/bodies.ts';
import type { Disclosure } from '../ingest/disclosure.ts';
import { parseKnownBodies } from '../ingest/known-bodies.ts';
import { IngestError } from '../ingest/ingest-error.ts';
import { ingest } from '../ingest/ingest.ts';
import { interruptionOf } from '../ingest/interruption.ts';
import { disclosuresOfFigures } from '../snapshot/figures-csv.ts';
import { type Head, headOfRows } from '../snapshot/head.ts';
import { ownFormatOf } from '../snapshot/own-format.ts';
import type { RevisionChoice } from '../snapshot/revisions.ts';
import { SnapshotError } from '../snapshot/snapshot-error.ts';
import { coverageTable } from './coverage-table.ts';

const USAGE =
  '用法：npm run --silent ingest -- 文件... [--out 目录] [--supersede|--keep] [--dry-run] [--format json|table]';
const DATA = fileURLToPath(new URL('../../data/', import.meta.url));

/** pdf.js's, for fonts that are not in the file. */
const CHARACTER_MAPS = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), `cmaps${sep}`);

/** What one document yielded: the head of its document and the coverage of each section, or why it was not read. */
type Outcome = (Head & { totals: Totals; snapshot: string | null }) | { source_name: string; error: string };

interface Totals {
  figures: number;
  claims: number;
  projects: number;
  indicators: number;
  unplaced: number;
}

interface Options {
  files: readonly string[];
  out: string;
  dryRun: boolean;
  /** What becomes of a document whose body, year and kind another one has. Null: it is refused. */
  choice: RevisionChoice | null;
  format: 'json' | 'table';
}

/** Reads the files one after the other and returns the exit status: 0 done, 1 an input is wrong, 2 a bug. */
async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  const bodies = await knownBodies();
  const outcomes: Outcome[] = [];
  let status = 0;
  for (const file of options.files) {
    try {
      outcomes.push(...(await take(file, options, bodies)));
    } catch (error) {
      // One bad file does not keep the others from being read.
      const expected = error instanceof IngestError || error instanceof SnapshotError;
      status = Math.max(status, expected ? 1 : 2);
      const message = expected
        ? error.message
        : `读入 ${file} 时程序出错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
      console.error(message);
      outcomes.push({ source_name: basename(file), error: message });
    }
  }
  process.stdout.write(options.format === 'json' ? `${JSON.stringify(outcomes, null, 2)}\n` : coverageTable(outcomes));
  return status;
}

/** A CSV may hold several documents, everything else is one. */
async function take(file: string, options: Options, bodies: readonly KnownBody[]): Promise<Outcome[]> {
  const bytes = await bytesOf(file);
  const fileName = basename(file);
  const format = ownFormatOf(bytes, fileName);
  if (format === 'parquet') return [await takeSnapshot(bytes, fileName, options)];
  const disclosures =
    format === 'csv'
      ? disclosuresOfFigures(bytes, fileName)
      : [await ingest(bytes, { fileName, bodies, characterMaps: CHARACTER_MAPS })];
  const outcomes: Outcome[] = [];
  for (const disclosure of disclosures) outcomes.push(await takeDisclosure(disclosure, file, options));
  return outcomes;
}

async function takeDisclosure(disclosure: Disclosure, file: string, options: Options): Promise<Outcome> {
  const interruption = interruptionOf(disclosure);
  const where = interruption && `${file} 在“${interruption.section}”第 ${interruption.line} 行中断`;
  if (where) console.error(`${where}，其后的内容没有读到。`);
  const { figures, claims, projects, indicators, ...head } = disclosure;
  const totals = {
    figures: figures.length,
    claims: claims.length,
    projects: projects.length,
    indicators: indicators.length,
    unplaced: unplacedIn(head),
  };
  if (options.dryRun) return { ...head, totals, snapshot: null };

  if (where)
    throw new IngestError(`${where}，没有写快照，原有快照不变；请换成完整的文件（--dry-run 可查看已读到的内容）。`);
  const entry = await store(options, async (engine) => {
    const { writeSnapshot } = await import('../snapshot/write.ts');
    const { encodeParquet } = await import('../engine/parquet.ts');
    return writeSnapshot(disclosure, options.out, (rows) => encodeParquet(engine, rows), options.choice);
  });
  return { ...head, totals, snapshot: entry.file };
}

/** A snapshot that the page exported, or another copy of the project wrote: checked and kept as it is. */
async function takeSnapshot(bytes: Uint8Array, fileName: string, options: Options): Promise<Outcome> {
  return store(options, async (engine) => {
    const { readSnapshotRows } = await import('../engine/read-snapshot.ts');
    const rows = await readSnapshotRows(engine, bytes, fileName);
    const head = headOfRows(rows, fileName);
    const count = (record: string) => rows.filter((row) => row.record === record).length;
    const totals = {
      figures: count('figure'),
      claims: count('claim'),
      projects: count('project'),
      indicators: count('indicator'),
      unplaced: unplacedIn(head),
    };
    if (options.dryRun) return { ...head, totals, snapshot: null };
    const { keepSnapshot } = await import('../snapshot/write.ts');
    const { entryOf } = await import('../snapshot/entry.ts');
    const entry = await keepSnapshot({ entry: entryOf(head, rows, bytes), bytes }, options.out, options.choice);
    return { ...head, totals, snapshot: entry.file };
  });
}

function unplacedIn({ sections }: Head): number {
  return sections.reduce((sum, section) => sum + section.unplaced.length, 0);
}

/** Runs what needs an engine and writes; what the disk refuses becomes a message. */
async function store<T>({ out: directory }: Options, write: (engine: WasmEngine) => Promise<T>): Promise<T> {
  // Only here: a dry run of a document needs no engine.
  const { startWasmNode } = await import('../engine/wasm-node-engine.ts');
  const engine = await startWasmNode();
  try {
    return await write(engine);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null || !/^E[A-Z]+$/.test(code)) throw error;
    throw new IngestError(`快照写不进 ${directory}（${code}），原有快照不变；请检查目录权限和磁盘空间。`, {
      cause: error,
    });
  } finally {
    await engine.close();
  }
}

function optionsOf(args: readonly string[]): Options {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string', default: DATA },
        supersede: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        format: { type: 'string', default: 'table' },
      },
    });
  } catch (error) {
    throw new IngestError(`命令行参数不对（${error instanceof Error ? error.message : String(error)}）。${USAGE}`, {
      cause: error,
    });
  }
  const { out, supersede, keep, 'dry-run': dryRun, format } = parsed.values;
  if (format !== 'json' && format !== 'table')
    throw new IngestError(`不认识的格式“${format}”，只有 json 和 table。${USAGE}`);
  if (supersede && keep) throw new IngestError(`--supersede 与 --keep 只能用一个。${USAGE}`);
  if (parsed.positionals.length === 0) throw new IngestError(`没有给出要读入的文件。${USAGE}`);
  return { files: parsed.positionals, out, dryRun, choice: supersede ? 'supersede' : keep ? 'keep' : null, format };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason =
      { ENOENT: '没有这个文件', EISDIR: '这是目录，不是文件', EACCES: '没有读取权限' }[code] ?? `读不出来（${code}）`;
    throw new IngestError(`${file}：${reason}；请检查路径。`, { cause: error });
  }
}

async function knownBodies(): Promise<KnownBody[]> {
  const file = `${DATA}bodies.json`;
  try {
    return parseKnownBodies(await readFile(file, 'utf8'));
  } catch (error) {
    throw new IngestError(
      `部门名单 data/bodies.json 读不出来（${error instanceof Error ? error.message : String(error)}）；请恢复该文件。`,
      { cause: error },
    );
  }
}

// A reader that closes early (head, less) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// In a damaged file pdf.js gives up on parts that nobody waits for any more; what was asked for says so itself.
process.on('unhandledRejection', (reason) => {
  if (!(reason instanceof Error) || !reason.stack?.includes('pdf.worker')) throw reason;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof IngestError ? error.message : error);
  process.exitCode = error instanceof IngestError ? 1 : 2;
}
