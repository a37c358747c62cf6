import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDataInNode } from '../engine/data-in-node.ts';
import { fileName } from '../exports/file-name.ts';
import { htmlOf } from '../handouts/html.ts';
import { pptxOf } from '../handouts/pptx.ts';
import type { StoryHandout } from '../handouts/story-handout.ts';
import { voiceOf } from '../language/voice.ts';
import { createDashboard } from '../metrics/fetch.ts';
import { SnapshotError } from '../snapshot/snapshot-error.ts';
import { bodiesOf } from '../state/bodies-of.ts';
import { readyMadeStory } from '../stories/ready-made.ts';
import { roomOf } from '../views/story/stage-size.ts';
import { slidesOf } from '../views/story/step-slide.ts';
import { CommandError } from './command-error.ts';

const USAGE =
  '用法：npm run --silent story -- --department 代号 --year 年度 [--format pptx|html] [--lang zh|en] [--unit wan|yi] [--out 文件] [--data 目录]';
const FORMATS = ['pptx', 'html'] as const;

interface Command {
  department: string;
  year: number;
  format: (typeof FORMATS)[number];
  language: 'zh' | 'en';
  unit: 'wan' | 'yi';
  out: string | undefined;
  directory: string | undefined;
}

/** Writes the ready-made story of a body and year as a file; its name goes to standard output. */
async function main(args: readonly string[]): Promise<void> {
  const command = commandOf(args);
  const data = await openDataInNode({ directory: command.directory });
  try {
    for (const { message } of data.refused) console.error(message);
    const dashboard = createDashboard(async (name, parameters) => (await data.query(name, parameters)).rows);
    const bodies = bodiesOf(data.snapshots, await dashboard.headlineChanges(), data.addedAt);
    const { department, year, format, language, unit } = command;
    const body = bodies.find(({ id }) => id === department);
    if (body === undefined) {
      throw new CommandError(`没有“${department}”，有数据的是：${bodies.map(({ id }) => id).join('、')}`);
    }
    if (!body.years.includes(year)) {
      throw new CommandError(`${body.name}没有 ${year} 年的数，有的年度：${body.years.join('、') || '无'}`);
    }
    const voice = voiceOf(language, unit);
    const slides = await slidesOf(dashboard, bodies, readyMadeStory(department, year), {
      voice,
      room: roomOf(voice.texts),
    });
    if (slides.length === 0) throw new CommandError(voice.texts.handout.nothing);
    const { handout: words } = voice.texts;
    const handout = { title: words.title(body.name, voice.texts.year(year)), slides, voice };
    const file = command.out ?? fileName({ body: body.name, measure: words.story, years: [year] }, format);
    await writeFile(resolve(file), await written(format, handout));
    process.stdout.write(`${file}\n`);
  } finally {
    await data.close();
  }
}

async function written(format: Command['format'], handout: StoryHandout): Promise<Uint8Array | string> {
  return format === 'pptx' ? pptxOf(handout) : htmlOf(handout);
}

function commandOf(args: readonly string[]): Command {
  const { department, year, format, lang, unit, out, data } = parsed(args);
  if (department === undefined) throw new CommandError(`没有给出部门代号。${USAGE}`);
  if (year === undefined || !/^\d{4}$/.test(year)) throw new CommandError(`年度“${year ?? ''}”不是四位数字。${USAGE}`);
  return {
    department,
    year: Number(year),
    format: oneOf(FORMATS, format, '格式'),
    language: oneOf(['zh', 'en'], lang, '语言'),
    unit: oneOf(['wan', 'yi'], unit, '单位'),
    out,
    directory: data === undefined ? undefined : resolve(data),
  };
}

function oneOf<Value extends string>(known: readonly Value[], value: string, what: string): Value {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw new CommandError(`没有${what}“${value}”，可用的有：${known.join('、')}`);
  return found;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        department: { type: 'string' },
        year: { type: 'string' },
        format: { type: 'string', default: 'pptx' },
        lang: { type: 'string', default: 'zh' },
        unit: { type: 'string', default: 'wan' },
        out: { type: 'string' },
        data: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)} ${USAGE}`, { cause: error });
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const wrongInput = error instanceof CommandError || error instanceof SnapshotError;
  console.error(wrongInput ? error.message : error);
  process.exitCode = wrongInput ? 1 : 2;
}
