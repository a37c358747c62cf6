import { valueKnown } from '../metrics/known.ts';

/** The result of one question to the data: waiting, failed or there. A late answer to an older question is dropped. */
export class Answer<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<Error | null>(null);
  pending = $state(false);
  #question = 0;
  #last: (() => Promise<T>) | null = null;

  /** Asks anew. The value of the question before goes at once, for it belongs to another title; one that is known comes at once. */
  async ask(question: () => Promise<T>): Promise<void> {
    const number = ++this.#question;
    this.#last = question;
    this.value = null;
    this.error = null;
    this.pending = true;
    try {
      const asked = question();
      const there = valueKnown(asked);
      const value = there === undefined ? await asked : there.value;
      if (number === this.#question) this.value = value;
    } catch (cause) {
      if (number === this.#question) this.error = cause instanceof Error ? cause : new Error(String(cause));
    } finally {
      if (number === this.#question) this.pending = false;
    }
  }

  /** Asks the last question again. */
  async retry(): Promise<void> {
    if (this.#last !== null) await this.ask(this.#last);
  }

  /** Forgets question and value; an answer still on its way is dropped. */
  clear(): void {
    this.#question++;
    this.#last = null;
    this.value = null;
    this.error = null;
    this.pending = false;
  }

  get status(): 'waiting' | 'failed' | 'ready' {
    if (this.error !== null) return 'failed';
    return this.value === null ? 'waiting' : 'ready';
  }
}
