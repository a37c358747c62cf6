import { threePublicPanel } from '../overview/three-public-panel.ts';
import type { ThreePublicTrend } from '../../metrics/rows.ts';
import { budgetOf, COMPONENTS } from '../overview/three-public-budgets.ts';
import { panelSlide } from './panel-slide.ts';
import type { FetchSlide, SlideContext, SlideFact } from './slide.ts';

/** The three public expenses of the year against their budget. */
export const threePublicSlide: FetchSlide = async (dashboard, { body }) => {
  const rows = await dashboard.threePublicTrend({ department: body.id });
  return (context) =>
    panelSlide((room) => threePublicPanel(rows, room), context, {
      lead: 'three_public',
      facts: factsOf(rows, context),
    });
};

/** The whole and its three parts. */
function factsOf(rows: readonly ThreePublicTrend[], { year, voice }: SlideContext): SlideFact[] {
  const { texts, numbers } = voice;
  return COMPONENTS.filter((component) => !component.startsWith('vehicle_')).flatMap((component) => {
    const row = rows.find((candidate) => candidate.component === component && candidate.fiscal_year === year);
    if (row === undefined) return [];
    const budget = budgetOf(row, voice);
    const amount = row.actual ?? budget?.amount ?? null;
    if (amount === null) return [];
    return [
      {
        label: texts.measures[component] ?? row.component_name,
        value: numbers.amount(amount),
        remark:
          budget === null
            ? null
            : row.actual === null
              ? budget.name
              : texts.threePublic.budgetLabel(budget.name, numbers.amount(budget.amount)),
      },
    ];
  });
}
