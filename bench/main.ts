// npm run bench: the times of this project's real work, each beside another one of the same run. It takes minutes, and
// says nothing of use while the machine does something else.
import { runMain } from '../tools/command.mjs';
import { CASES } from './cases.ts';
import { SEED } from './document.ts';
import { loadLine, machineLine } from './machine.ts';
import { readOptions } from './options.ts';
import { openBench } from './resources.ts';
import { tableOf } from './table.ts';

await runMain(async () => {
  const { cases, runs, file, list } = readOptions(process.argv.slice(2), CASES);
  if (list) {
    for (const { name, purpose } of CASES) console.log(`${name.padEnd(16)}${purpose}`);
    return;
  }
  const { bench, close } = openBench({ runs, file });
  try {
    const chromium = (await bench.browser()).version();
    console.log(`${new Date().toISOString().slice(0, 10)}, ${machineLine(chromium)}`);
    console.log(`${runs} runs, seed ${SEED}, times in milliseconds; load before: ${loadLine()}\n`);
    const measurements = [];
    const notes = [];
    for (const each of cases) {
      console.error(`— ${each.name}: ${each.purpose}`);
      const outcome = await each.run(bench);
      measurements.push(...outcome.measurements);
      notes.push(...outcome.notes.map((note) => `${each.name}: ${note}`));
    }
    console.log(`${tableOf(measurements)}\n`);
    for (const note of notes) console.log(note);
    console.log(`load after: ${loadLine()}`);
  } finally {
    await close();
  }
});
