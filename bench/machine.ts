import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** The machine of the run in one line. */
export function machineLine(chromium: string): string {
  const cores = availableParallelism();
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${cores} cores (${model}), ${memory}, ${process.platform}, Node ${process.versions.node}, Chromium ${chromium}`;
}

/** How many programs wanted a core in the last minute, on average; Windows does not say. */
export function loadLine(): string {
  return process.platform === 'win32' ? 'not known' : loadavg()[0]!.toFixed(1);
}
