import type { Parameter, Result } from './engine.ts';
import type { TextColumns } from './wasm-session.ts';

/** Addresses of the WebAssembly builds: exception handling (all current browsers) and the plain one. */
export interface WasmAddresses {
  eh: string;
  mvp: string;
}

export type WorkerCall =
  | { call: 'start'; addresses: WasmAddresses }
  | { call: 'query'; sql: string; parameters: readonly Parameter[] }
  | { call: 'addFile'; name: string; bytes: Uint8Array }
  | { call: 'readFile'; name: string }
  | { call: 'insertText'; table: string; columns: TextColumns };

export type WorkerRequest = WorkerCall & { id: number };

/** Answers come in the order of the requests; progress only while starting. */
export type WorkerAnswer =
  | { id: number; value: Result | Uint8Array | null }
  | { id: number; error: { message: string; lost: boolean } }
  | { progress: { loaded: number; total: number | null } };
