import { executionPanel, executionRows } from '../overview/execution-panel.ts';
import { panelSlide } from './panel-slide.ts';
import type { FetchSlide } from './slide.ts';

/** How the budget was met, as a whole and by subject. */
export const executionSlide: FetchSlide = async (dashboard, { body, year }) => {
  const rows = await dashboard.execution({ department: body.id, year });
  return (context) => {
    const { texts } = context.voice;
    const model = executionPanel(rows, context);
    const first = executionRows(rows, context.year)[0];
    if (model === null || first === undefined) return null;
    // Without a rate of the whole, what there is of it is told.
    const untitled = model.title === texts.execution.untitled;
    const finding = untitled ? texts.withUnit(String(model.chart.rows[0]?.tooltip), context.voice.unit) : model.title;
    return panelSlide((room) => executionPanel(rows, room), context, { lead: first.subject_code, finding });
  };
};
