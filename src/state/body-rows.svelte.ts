import type { Dashboard } from '../metrics/dashboard.ts';
import type { ChangePart, TrendRow, UnitCost } from '../metrics/analysis-rows.ts';
import type { EconomicStructure, ExpenditureStructure, StoredFigure, ThreePublicTrend } from '../metrics/rows.ts';
import { PerBody } from './per-body.svelte.ts';

/** The rows of all years that the analyst's views stand on, fetched once per body: another year or subject asks nothing. */
export class BodyRows {
  readonly changeParts: PerBody<ChangePart>;
  readonly trends: PerBody<TrendRow>;
  readonly threePublic: PerBody<ThreePublicTrend>;
  readonly unitCosts: PerBody<UnitCost>;
  readonly structure: PerBody<ExpenditureStructure>;
  readonly economic: PerBody<EconomicStructure>;
  /** Figures as published, asked for when a source is opened first. */
  readonly figures: PerBody<StoredFigure>;

  constructor(dashboard: Dashboard) {
    this.changeParts = new PerBody((department) => dashboard.changeParts({ department }));
    this.trends = new PerBody((department) => dashboard.trends({ department }));
    this.threePublic = new PerBody((department) => dashboard.threePublicTrend({ department }));
    this.unitCosts = new PerBody((department) => dashboard.threePublicUnitCosts({ department }));
    this.structure = new PerBody((department) => dashboard.expenditureStructure({ department }));
    this.economic = new PerBody((department) => dashboard.economicStructure({ department }));
    this.figures = new PerBody((department) => dashboard.figures({ department }));
  }
}
