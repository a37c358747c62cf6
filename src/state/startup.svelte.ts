import { Answer } from './answer.svelte.ts';
import type { StartDashboard, StartedDashboard, StartProgress } from './started.ts';

/** The start of engine and data: progress, failure, another try. */
export class Startup {
  readonly result = new Answer<StartedDashboard>();
  progress = $state.raw<StartProgress | null>(null);

  constructor(private readonly start: StartDashboard) {}

  async run(): Promise<void> {
    this.progress = null;
    await this.result.ask(() => this.start((progress) => (this.progress = progress)));
  }
}
