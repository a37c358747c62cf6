import { EngineLost, StatementEnded } from './engine-lost.ts';
import { QueryError, type Engine, type Parameter, type Result } from './engine.ts';

export interface RestartOptions {
  /** Longest time one statement may take, in milliseconds. Default: no limit. */
  timeLimit?: number;
  /** Told that a new engine is being started, and why, so that the page can say so. */
  onRestart?: (cause: EngineLost) => void;
}

/** An engine whose running statement can be ended. */
export interface StoppableEngine extends Engine {
  /**
   * Ends the statement that runs, or waits for the engine to start: it is rejected with StatementEnded. One that runs
   * takes its database with it, and a new one is started. Nothing happens when there is none.
   */
  stop(): void;
}

/**
 * An engine that survives its database. When the one in use crashes, or a statement goes over the time limit, it is
 * closed, the statement and all that wait are rejected with EngineLost, and a new one is started, prepared and given
 * the added files again. A start that fails is tried again with the next statement.
 *
 * @param prepare brings a new engine to where its users expect it: tables, views, macros.
 */
export async function restartingEngine(
  start: () => Promise<Engine>,
  prepare: (engine: Engine) => Promise<void>,
  options: RestartOptions = {},
): Promise<StoppableEngine> {
  const engine = new RestartingEngine(start, prepare, options);
  await engine.ready();
  return engine;
}

interface Job {
  sql: string;
  run: (engine: Engine) => Promise<void>;
  reject: (error: unknown) => void;
}

class RestartingEngine implements StoppableEngine {
  readonly #start: () => Promise<Engine>;
  readonly #prepare: (engine: Engine) => Promise<void>;
  readonly #options: RestartOptions;
  readonly #files = new Map<string, Uint8Array>();
  #current: Promise<Engine> | null = null;
  #waiting: Job[] = [];
  #busy = false;
  #closed = false;
  #stopJob: (() => void) | null = null;

  constructor(start: () => Promise<Engine>, prepare: (engine: Engine) => Promise<void>, options: RestartOptions) {
    this.#start = start;
    this.#prepare = prepare;
    this.#options = options;
  }

  /** The engine in use, started when there is none. */
  ready(): Promise<Engine> {
    if (this.#current === null) {
      const starting = this.#boot();
      this.#current = starting;
      starting.catch(() => {
        if (this.#current === starting) this.#current = null;
      });
    }
    return this.#current;
  }

  query(sql: string, parameters?: readonly Parameter[]): Promise<Result> {
    return this.#enqueue(sql, (engine) => engine.query(sql, parameters));
  }

  async addFile(name: string, bytes: Uint8Array): Promise<void> {
    const copy = bytes.slice();
    await this.#enqueue(`-- add file ${name}`, (engine) => engine.addFile(name, copy));
    this.#files.set(name, copy);
  }

  readFile(name: string): Promise<Uint8Array> {
    return this.#enqueue(`-- read file ${name}`, (engine) => engine.readFile(name));
  }

  stop(): void {
    this.#stopJob?.();
  }

  async close(): Promise<void> {
    this.#closed = true;
    const closing = this.#current;
    this.#current = null;
    this.#rejectWaiting((sql) => new EngineLost('the engine was closed', sql));
    // An engine that never started has nothing to close.
    const engine = await closing?.catch(() => null);
    await engine?.close();
  }

  async #boot(): Promise<Engine> {
    const engine = await this.#start();
    try {
      await this.#prepare(engine);
      for (const [name, bytes] of this.#files) await engine.addFile(name, bytes);
    } catch (error) {
      await engine.close();
      throw error;
    }
    return engine;
  }

  #enqueue<T>(sql: string, run: (engine: Engine) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#closed) {
        reject(new EngineLost('the engine was closed', sql));
        return;
      }
      this.#waiting.push({ sql, run: (engine) => run(engine).then(resolve), reject });
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) await this.#runOne(job);
    this.#busy = false;
  }

  async #runOne(job: Job): Promise<void> {
    const stopped = new Promise<never>((_, reject) => {
      this.#stopJob = () => reject(new StatementEnded('the statement was stopped', job.sql, 'stopped'));
    });
    // Nobody may be waiting for it any more.
    stopped.catch(() => undefined);
    let engine: Engine;
    try {
      engine = await Promise.race([this.ready(), stopped]);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      job.reject(error instanceof QueryError ? error : new EngineLost(message, job.sql, { cause: error }));
      return;
    }
    try {
      await this.#withinLimit(job, engine, stopped);
    } catch (error) {
      job.reject(error);
      if (error instanceof EngineLost && !this.#closed) await this.#replace(engine, error);
    } finally {
      this.#stopJob = null;
    }
  }

  async #withinLimit(job: Job, engine: Engine, stopped: Promise<never>): Promise<void> {
    const { timeLimit } = this.#options;
    const running = job.run(engine);
    // Rejected once more when its engine is closed.
    running.catch(() => undefined);
    if (timeLimit === undefined) return Promise.race([running, stopped]);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      const message = `the statement took longer than ${timeLimit / 1000} s`;
      timer = setTimeout(() => reject(new StatementEnded(message, job.sql, 'late')), timeLimit);
    });
    try {
      await Promise.race([running, late, stopped]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #replace(lost: Engine, cause: EngineLost): Promise<void> {
    this.#current = null;
    this.#rejectWaiting((sql) => new EngineLost(`not run, because ${cause.message}`, sql, { cause }));
    this.#options.onRestart?.(cause);
    await lost.close();
    // Begun at once, so that the next statement waits less; its failure is met by that statement.
    if (!this.#closed) this.ready().catch(() => undefined);
  }

  #rejectWaiting(errorFor: (sql: string) => EngineLost): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const job of waiting) job.reject(errorFor(job.sql));
  }
}
