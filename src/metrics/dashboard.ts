import type { ChangePart, TrendRow, UnitCost } from './analysis-rows.ts';
import type { ClaimEvidence, ClaimQuestion } from './claim-rows.ts';
import type { DepartmentComparison, Lead } from './explore-rows.ts';
import type {
  ContradictedFigure,
  FigureCheck,
  Finding,
  PublishedNumber,
  ReconciliationCoverage,
  UncheckedNumber,
} from './reconciliation-rows.ts';
import type {
  EconomicStructure,
  Execution,
  ExpenditureStructure,
  HeadlineChange,
  ProjectExecution,
  StoredFigure,
  ThreePublicTrend,
} from './rows.ts';

/** Which rows to fetch. Left out = all. */
export interface Scope {
  department?: string;
  year?: number;
}

/** One typed fetch per query. What a page knows of the data; it knows no SQL and no engine. */
export interface Dashboard {
  headlineChanges(scope?: Scope): Promise<HeadlineChange[]>;
  expenditureStructure(scope?: Scope): Promise<ExpenditureStructure[]>;
  economicStructure(scope?: Scope): Promise<EconomicStructure[]>;
  threePublicTrend(scope?: Scope): Promise<ThreePublicTrend[]>;
  execution(scope?: Scope): Promise<Execution[]>;
  projectExecution(scope?: Scope): Promise<ProjectExecution[]>;
  figures(scope?: Scope): Promise<StoredFigure[]>;
  changeParts(scope?: Scope): Promise<ChangePart[]>;
  threePublicUnitCosts(scope?: Scope): Promise<UnitCost[]>;
  trends(scope?: Scope): Promise<TrendRow[]>;
  claimCheck(question: ClaimQuestion): Promise<ClaimEvidence[]>;
  departmentComparison(scope?: Scope): Promise<DepartmentComparison[]>;
  /** Waits for the checks, as those below do. */
  leads(scope?: Scope): Promise<Lead[]>;
  /** The first of these five to be asked waits until the checks have run. */
  reconciliation(scope?: Scope): Promise<Finding[]>;
  reconciliationCoverage(scope?: Scope): Promise<ReconciliationCoverage[]>;
  uncheckedNumbers(scope?: Scope): Promise<UncheckedNumber[]>;
  contradictedFigures(scope?: Scope): Promise<ContradictedFigure[]>;
  /** Numbers by their number_id, each with the row or sentence that it stands in. */
  publishedNumbers(numbers: readonly number[]): Promise<PublishedNumber[]>;
  /** The comparisons that the numbers at these places took part in; places as stored, of any document. */
  figureChecks(places: readonly string[]): Promise<FigureCheck[]>;
}
