import type { Data } from './data.ts';
import { openData } from './load-snapshots.ts';
import { restartingEngine, type StoppableEngine } from './restarting-engine.ts';
import { SecondStage } from './second-stage.ts';
import { stagesOf } from './stages.ts';
import type { Engine } from './engine.ts';
import { startWasmWorker } from './wasm-worker-engine.ts';

/**
 * An engine of its own for what a reader writes, with the tables of `data` and of its reconciliation, and its settings
 * locked. What a statement does to it, and its end, reach no other page. Rejects with EngineLost.
 *
 * @param timeLimit longest time for one statement, in milliseconds
 */
export function openConsoleEngine(data: Data, timeLimit: number): Promise<StoppableEngine> {
  return restartingEngine(
    () => startWasmWorker(),
    (engine) => prepareConsole(engine, data),
    { timeLimit },
  );
}

/** Brings a new engine to where a reader's statements can run. */
export async function prepareConsole(engine: Engine, { files, sqlFiles }: Pick<Data, 'files' | 'sqlFiles'>) {
  const stages = stagesOf(sqlFiles);
  await openData(engine, files, stages);
  await new SecondStage(stages).make(engine);
  await engine.query('set lock_configuration = true');
}
