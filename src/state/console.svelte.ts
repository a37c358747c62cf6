import { ConsoleError, type ConsoleFailure, type ConsoleResult, type SqlConsole } from '../metrics/console.ts';
import { Answer } from './answer.svelte.ts';
import { forget, readHistory, remember, type HistoryStore } from './statement-history.ts';

/** What came of a statement. */
export type Outcome =
  | { kind: 'rows'; statement: string; result: ConsoleResult; milliseconds: number }
  | { kind: 'plan'; statement: string; plan: string }
  | { kind: 'failed'; statement: string; failure: ConsoleFailure; message: string };

/** The console of the page: its start, the statement that runs, what came of the last one, and the history. */
export class ConsoleState {
  readonly opened = new Answer<SqlConsole>();
  /** The statement that runs, and since when (milliseconds of performance.now). */
  running = $state.raw<{ statement: string; since: number } | null>(null);
  outcome = $state.raw<Outcome | null>(null);
  history = $state.raw<readonly string[]>([]);
  #number = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly start: () => Promise<SqlConsole>,
    private readonly store: HistoryStore,
  ) {
    this.history = readHistory(store);
  }

  /** Starts the console. */
  async open(): Promise<void> {
    await this.opened.ask(this.start);
  }

  /** Runs a statement in the place of one that still runs. Does nothing before the console is open. */
  async run(statement: string): Promise<void> {
    await this.#ask(statement, async (sql) => {
      const since = performance.now();
      const result = await sql.run(statement);
      return { kind: 'rows', statement, result, milliseconds: performance.now() - since };
    });
  }

  /** Asks how a statement would be answered. */
  async explain(statement: string): Promise<void> {
    await this.#ask(statement, async (sql) => ({ kind: 'plan', statement, plan: await sql.explain(statement) }));
  }

  stop(): void {
    this.opened.value?.stop();
  }

  forgetHistory(): void {
    this.history = forget(this.store);
  }

  async #ask(statement: string, question: (sql: SqlConsole) => Promise<Outcome>): Promise<void> {
    const sql = this.opened.value;
    if (sql === null) return;
    if (this.running !== null) sql.stop();
    const number = ++this.#number;
    this.running = { statement, since: performance.now() };
    if (statement.trim() !== '') this.history = remember(this.store, this.history, statement);
    // What waits in an engine that is ended is rejected with what ran.
    const earlier = this.#last;
    const asking = earlier.then(() => outcomeOf(statement, () => question(sql)));
    this.#last = asking;
    const outcome = await asking;
    if (number !== this.#number) return;
    this.outcome = outcome;
    this.running = null;
  }
}

async function outcomeOf(statement: string, question: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await question();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', statement, failure: error instanceof ConsoleError ? error.failure : 'refused', message };
  }
}
