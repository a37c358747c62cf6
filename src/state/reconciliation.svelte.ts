import type { Dashboard, Scope } from '../metrics/dashboard.ts';
import type {
  ContradictedFigure,
  Finding,
  PublishedNumber,
  ReconciliationCoverage,
  UncheckedNumber,
} from '../metrics/reconciliation-rows.ts';
import { Answer } from './answer.svelte.ts';

/** What the reconciliation found, as far as it was asked: it is computed after the first view is drawn. */
export class Reconciliation {
  /** The numbers of all contradictions of all bodies: they are marked wherever they are shown. */
  readonly contradicted = new Answer<ContradictedFigure[]>();
  /** Of a body and its units, one after the other, in one year: a department's document speaks of all of them. */
  readonly findings = new Answer<Finding[]>();
  readonly coverage = new Answer<ReconciliationCoverage[]>();
  /** Asked for when a reader wants to see them. */
  readonly unchecked = new Answer<UncheckedNumber[]>();
  /** The rows and sentences that the numbers of the opened finding stand in. */
  readonly places = new Answer<PublishedNumber[]>();
  #scope: { departments: readonly string[]; year: number } | null = null;
  #opened: string | null = null;

  constructor(private readonly dashboard: Dashboard) {}

  /** Asks for the contradictions, once. */
  mark(): void {
    if (this.contradicted.pending || this.contradicted.value !== null) return;
    void this.contradicted.ask(() => this.dashboard.contradictedFigures());
  }

  /** Asks for everything found of these bodies in a year, unless it is there; answers to earlier calls are dropped. */
  load(departments: readonly string[], year: number): void {
    if (this.#scope?.departments.join() === departments.join() && this.#scope.year === year) return;
    const scope = { departments, year };
    this.#scope = scope;
    this.unchecked.clear();
    void this.findings.ask(() => ofEach(scope, (one) => this.dashboard.reconciliation(one)));
    void this.coverage.ask(() => ofEach(scope, (one) => this.dashboard.reconciliationCoverage(one)));
    this.mark();
  }

  /** Asks for the numbers that no comparison takes in, once per body and year. */
  openUnchecked(): void {
    const scope = this.#scope;
    if (scope === null || this.unchecked.pending || this.unchecked.value !== null) return;
    void this.unchecked.ask(() => ofEach(scope, (one) => this.dashboard.uncheckedNumbers(one)));
  }

  /** Asks for what stands around the numbers of a finding. */
  openPlaces({ finding_id, left_numbers, right_numbers }: Finding): void {
    if (this.#opened === finding_id && this.places.error === null) return;
    this.#opened = finding_id;
    const numbers = [...numbersOf(left_numbers), ...numbersOf(right_numbers)];
    void this.places.ask(() => this.dashboard.publishedNumbers(numbers));
  }
}

async function ofEach<Row>(
  { departments, year }: { departments: readonly string[]; year: number },
  fetch: (scope: Scope) => Promise<Row[]>,
): Promise<Row[]> {
  return (await Promise.all(departments.map((department) => fetch({ department, year })))).flat();
}

/** "12,13" → 12, 13 */
export function numbersOf(list: string | null): number[] {
  return (list ?? '').split(',').filter(Boolean).map(Number);
}
