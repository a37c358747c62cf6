import { listFunctions, listTables, withValues } from '../engine/console-tables.ts';
import { EngineLost, StatementEnded } from '../engine/engine-lost.ts';
import { questionOf, RefusedStatement, runReadOnly } from '../engine/read-only.ts';
import type { StoppableEngine } from '../engine/restarting-engine.ts';
import type { SqlFile } from '../engine/sql-file.ts';
import {
  ConsoleError,
  type ConsoleExample,
  type ConsoleResult,
  type ConsoleTable,
  type SqlConsole,
} from './console.ts';

export interface ConsoleLimits {
  /** Rows read of a result. */
  rows: number;
  /** Seconds for one statement; the engine holds it. */
  seconds: number;
}

/** A console on an engine that has the tables of the page. */
export async function createConsole(
  engine: StoppableEngine,
  sqlFiles: readonly SqlFile[],
  limits: ConsoleLimits,
): Promise<SqlConsole> {
  return new EngineConsole(engine, sqlFiles, limits, await listTables(engine, sqlFiles), await listFunctions(engine));
}

class EngineConsole implements SqlConsole {
  readonly rowLimit: number;
  readonly timeLimit: number;

  constructor(
    private readonly engine: StoppableEngine,
    private readonly sqlFiles: readonly SqlFile[],
    limits: ConsoleLimits,
    readonly tables: readonly ConsoleTable[],
    readonly functions: readonly string[],
  ) {
    this.rowLimit = limits.rows;
    this.timeLimit = limits.seconds;
  }

  examples(department: string, year: number): ConsoleExample[] {
    return this.sqlFiles
      .filter(({ folder }) => folder === 'metrics')
      .map((file) => ({ name: file.name, purpose: file.purpose, statement: withValues(file, { department, year }) }));
  }

  async run(statement: string): Promise<ConsoleResult> {
    return this.#ask(() => runReadOnly(this.engine, statement, this.rowLimit));
  }

  async explain(statement: string): Promise<string> {
    return this.#ask(async () => {
      const explained = questionOf(statement).kind === 'explain' ? statement : `explain ${statement}`;
      const { rows } = await runReadOnly(this.engine, explained, this.rowLimit);
      return rows.map((row) => row.at(-1) ?? '').join('\n');
    });
  }

  stop(): void {
    this.engine.stop();
  }

  async #ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw consoleErrorOf(error);
    }
  }
}

function consoleErrorOf(error: unknown): ConsoleError {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RefusedStatement) return new ConsoleError(error.reason, error.word, { cause: error });
  if (error instanceof StatementEnded) return new ConsoleError(error.why, message, { cause: error });
  if (error instanceof EngineLost) return new ConsoleError('crashed', message, { cause: error });
  if (/Cannot prepare multiple statements/.test(message)) return new ConsoleError('several', '', { cause: error });
  return new ConsoleError('refused', message, { cause: error });
}
