import { SvelteMap } from 'svelte/reactivity';
import { Answer } from './answer.svelte.ts';

/** The answers to one question about each body, asked once and kept: going back to a body asks nothing. */
export class PerBody<T> {
  readonly #answers = new SvelteMap<string, Answer<T[]>>();

  /** @param question asked with the id of a body. */
  constructor(private readonly question: (department: string) => Promise<T[]>) {}

  /** Asks about the body, unless it was asked. */
  load(department: string): void {
    if (this.#answers.has(department)) return;
    const answer = new Answer<T[]>();
    this.#answers.set(department, answer);
    void answer.ask(() => this.question(department));
  }

  /** The answer as it stands; undefined until it was asked for. */
  of(department: string): Answer<T[]> | undefined {
    return this.#answers.get(department);
  }

  /** The same for a panel: waiting until it was asked for. */
  answer(department: string): Pick<Answer<T[]>, 'status' | 'error' | 'retry'> {
    return this.of(department) ?? { status: 'waiting', error: null, retry: async () => this.load(department) };
  }

  /** The rows; none until they are there. */
  rows(department: string): readonly T[] {
    return this.of(department)?.value ?? [];
  }
}
