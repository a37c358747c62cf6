import { breakdownOf } from '../change/change-choice.ts';
import { changePanel } from '../change/change-panel.ts';
import { NO_LINKS } from './no-links.ts';
import { panelSlide } from './panel-slide.ts';
import type { FetchSlide } from './slide.ts';

/** What the change from last year is made of. */
export const changeSlide: FetchSlide = async (dashboard, { body }) => {
  const rows = await dashboard.changeParts({ department: body.id });
  return (context) => {
    const shown = breakdownOf(rows, context.year, context.address);
    if (shown === null) return null;
    return panelSlide((room) => changePanel(shown, room, NO_LINKS), context, { lead: 'end', restDrawn: true });
  };
};
