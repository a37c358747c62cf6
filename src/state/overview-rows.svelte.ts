import type { Dashboard } from '../metrics/dashboard.ts';
import type {
  EconomicStructure,
  Execution,
  ExpenditureStructure,
  HeadlineChange,
  StoredFigure,
  ThreePublicTrend,
} from '../metrics/rows.ts';
import { Answer } from './answer.svelte.ts';

/** The rows that the overview of one body and year stands on. */
export class OverviewRows {
  /** All years of the body: the columns over the years need them. */
  readonly headlines = new Answer<HeadlineChange[]>();
  readonly structure = new Answer<ExpenditureStructure[]>();
  readonly economic = new Answer<EconomicStructure[]>();
  readonly threePublic = new Answer<ThreePublicTrend[]>();
  readonly execution = new Answer<Execution[]>();
  /** Figures as published, asked for when a source is opened first. */
  readonly figures = new Answer<StoredFigure[]>();
  #figuresOf: (() => Promise<StoredFigure[]>) | null = null;

  constructor(private readonly dashboard: Dashboard) {}

  /** Asks for everything of that body and year; answers to earlier calls are dropped. */
  load(department: string, year: number): void {
    const scope = { department, year };
    this.#figuresOf = null;
    void this.headlines.ask(() => this.dashboard.headlineChanges({ department }));
    void this.structure.ask(() => this.dashboard.expenditureStructure(scope));
    void this.economic.ask(() => this.dashboard.economicStructure(scope));
    void this.threePublic.ask(() => this.dashboard.threePublicTrend(scope));
    void this.execution.ask(() => this.dashboard.execution(scope));
    this.#pendingFigures(department);
  }

  /** Fetches the figures as published, once per body. */
  openFigures(): void {
    if (this.#figuresOf === null || this.figures.pending || this.figures.value !== null) return;
    void this.figures.ask(this.#figuresOf);
  }

  #pendingFigures(department: string): void {
    this.figures.clear();
    this.#figuresOf = () => this.dashboard.figures({ department });
  }
}
