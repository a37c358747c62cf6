import type { PanelModel } from '../overview/panel-model.ts';
import { saysSomething, type SlideBody, type SlideContext, type SlideFact } from './slide.ts';

interface Writing {
  /** The `pick` whose source is the one of the finding. */
  lead: string;
  finding?: string;
  /** What stands in large type where the chart would show nothing but zeros. */
  facts?: readonly SlideFact[];
  /** What is not drawn is drawn as one instead: nothing to be said. */
  restDrawn?: boolean;
}

/** The slide of a panel: its chart with few rows, and how many of them are only in the table. */
export function panelSlide(
  panel: (context: SlideContext) => PanelModel | null,
  context: SlideContext,
  { lead, finding, facts = [], restDrawn = false }: Writing,
): SlideBody | null {
  const model = panel(context);
  if (model === null) return null;
  const { few: _few, ...room } = context.room;
  const { texts, unit } = context.voice;
  const left = restDrawn ? 0 : rowsOf(panel({ ...context, room }) ?? model) - rowsOf(model);
  const drawn = saysSomething(model.chart);
  return {
    finding: finding ?? model.title,
    charts: drawn ? [{ name: '', chart: model.chart, description: model.description }] : [],
    facts: drawn ? [] : facts,
    unit,
    key: drawn ? model.key : [],
    source: model.source,
    table: model.table,
    remarks: [
      ...(model.note === null ? [] : [model.note]),
      ...(left > 0 ? [texts.story.more(left)] : []),
      ...(model.marks.length > 0 ? [texts.story.contested(model.marks.map(({ name }) => name))] : []),
    ],
    openSource: () => model.open(lead),
  };
}

function rowsOf({ chart }: PanelModel): number {
  return new Set(chart.rows.map(({ order, name }) => `${order} ${name}`)).size;
}
