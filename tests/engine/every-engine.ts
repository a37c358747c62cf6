import type { Engine } from '../../src/engine/engine.ts';
import { startNative } from '../../src/engine/native-engine.ts';
import { restartingEngine } from '../../src/engine/restarting-engine.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';

/** Everything in Node that keeps the promises of `Engine`. */
export const EVERY_ENGINE: readonly { name: string; start: () => Promise<Engine> }[] = [
  { name: 'DuckDB-wasm', start: startWasmNode },
  { name: 'current DuckDB', start: startNative },
  { name: 'DuckDB-wasm that starts again', start: () => restartingEngine(startWasmNode, async () => {}) },
];
