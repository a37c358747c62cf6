import type { EconomicStructure, ExpenditureStructure } from '../../metrics/rows.ts';
import { openedStructure, type OpenedStructure } from '../structure/structure-choice.ts';
import { subjectsPanel } from '../structure/subjects-panel.ts';
import { NO_LINKS } from './no-links.ts';
import { panelSlide } from './panel-slide.ts';
import type { FetchSlide, SlideContext } from './slide.ts';

/** What the money went to. */
export const structureSlide: FetchSlide = async (dashboard, { body }) => {
  const scope = { department: body.id };
  const [functional, economic] = await Promise.all([
    dashboard.expenditureStructure(scope),
    dashboard.economicStructure(scope),
  ]);
  return (context) => {
    const shown = opened(functional, economic, context);
    const first = shown?.whole ?? shown?.parts[0];
    if (shown === null || first === undefined) return null;
    const slide = panelSlide((room) => subjectsPanel(shown, room, NO_LINKS), context, { lead: '' });
    return slide && { ...slide, openSource: () => context.open((sources) => first.source(sources)) };
  };
};

/** What the step asks for; where one subject is all of it, its parts. */
function opened(
  functional: readonly ExpenditureStructure[],
  economic: readonly EconomicStructure[],
  { year, address }: SlideContext,
): OpenedStructure | null {
  let shown = openedStructure(functional, economic, year, address);
  while (address.subject === null && shown?.parts.length === 1 && shown.opens.has(shown.parts[0]!.code)) {
    const { by, kind: amount, fund, parts } = shown;
    shown = openedStructure(functional, economic, year, { by, amount, fund, subject: parts[0]!.code });
  }
  return shown;
}
