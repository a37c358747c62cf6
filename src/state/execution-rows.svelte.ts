import type { Dashboard } from '../metrics/dashboard.ts';
import type { Execution, ProjectExecution } from '../metrics/rows.ts';
import { Answer } from './answer.svelte.ts';
import { FiguresOfBody } from './figures-of-body.svelte.ts';

/** What was budgeted and spent of one body and year, by subject and by project. */
export class ExecutionRows {
  readonly subjects = new Answer<Execution[]>();
  readonly projects = new Answer<ProjectExecution[]>();
  readonly figures: FiguresOfBody;
  #scope: { department: string; year: number } | null = null;

  constructor(private readonly dashboard: Dashboard) {
    this.figures = new FiguresOfBody(dashboard);
  }

  /** Asks for both, unless they are asked for; answers to earlier calls are dropped. */
  load(department: string, year: number): void {
    if (this.#scope?.department === department && this.#scope.year === year) return;
    const scope = { department, year };
    this.#scope = scope;
    void this.subjects.ask(() => this.dashboard.execution(scope));
    void this.projects.ask(() => this.dashboard.projectExecution(scope));
  }
}
