import type { TrendRow } from '../../metrics/analysis-rows.ts';
import { listed } from '../../state/analysis-address.ts';
import type { LinesModel } from '../lines-model.ts';
import { costsPanel } from '../three-public/costs-panel.ts';
import { partsPanel } from '../three-public/parts-panel.ts';
import { itemsOf, seriesOf, usualItem, type TrendSeries } from '../trends/trend-choice.ts';
import { trendsPanel } from '../trends/trends-panel.ts';
import type { FetchSlide, SlideBody, SlideContext } from './slide.ts';

/** Most charts beside each other on one screen. */
const MOST_CHARTS = 4;
/** More lines than this are drawn one chart each, unless the step says otherwise. */
const TOGETHER = 4;

/** Measures and subjects over the years. */
export const trendsSlide: FetchSlide = async (dashboard, { body, bodies, address }) => {
  const asked = listed(address.bodies).flatMap((id) => bodies.find((candidate) => candidate.id === id) ?? []);
  const shown = asked.length === 0 ? [body] : asked;
  const rows = (await Promise.all(shown.map(({ id }) => dashboard.trends({ department: id })))).flat();
  return (context) => {
    const items = itemsOf(rows);
    const known = listed(address.items).filter((item) => items.some((row) => row.item === item));
    const usual = usualItem(rows);
    const shownItems = known.length > 0 ? known : usual === null ? [] : [usual];
    const series = shown.flatMap(({ id }) => shownItems.flatMap((item) => seriesOf(rows, id, item) ?? []));
    const { texts } = context.voice;
    const itemName = (row: TrendRow): string =>
      row.item_kind === 'measure'
        ? (texts.measures[row.item] ?? row.item_name)
        : texts.subject(row.item, row.item_name);
    const names = new Map(items.map((row) => [row.item, itemName(row)]));
    const nameOf = ({ body: id, item }: TrendSeries): string => {
      const name = names.get(item) ?? item;
      const bodyName = shown.find((candidate) => candidate.id === id)?.name ?? id;
      if (shown.length < 2) return name;
      return shownItems.length < 2 ? bodyName : texts.trends.bodyItem(bodyName, name);
    };
    const layout = address.layout ?? (series.length > TOGETHER ? 'apart' : 'together');
    const documents = shown.flatMap((one) => one.documents);
    return linesSlide(
      trendsPanel(series, nameOf, address.mode ?? 'absolute', layout, { ...context, documents }, (id) =>
        context.openOf(shown.find((candidate) => candidate.id === id) ?? body),
      ),
      (address.mode ?? 'absolute') === 'absolute' ? context.voice.unit : null,
      context,
    );
  };
};

/** The parts of the three public expenses over the years. */
export const threePublicPartsSlide: FetchSlide = async (dashboard, { body }) => {
  const rows = await dashboard.threePublicTrend({ department: body.id });
  return (context) => linesSlide(partsPanel(rows, context), context.voice.unit, context);
};

/** What a vehicle, a reception and a guest cost over the years. */
export const unitCostsSlide: FetchSlide = async (dashboard, { body }) => {
  const rows = await dashboard.threePublicUnitCosts({ department: body.id });
  return (context) => linesSlide(costsPanel(rows, context), context.voice.texts.threePublicView.yuan, context);
};

function linesSlide(model: LinesModel | null, unit: string | null, { voice }: SlideContext): SlideBody | null {
  if (model === null || !model.known || model.charts.length === 0) return null;
  const charts = model.charts.slice(0, MOST_CHARTS);
  const left = model.charts.length - charts.length;
  const lead = charts[0]!.chart.rows.findLast((row) => row.known === true)?.pick;
  return {
    finding: model.title,
    charts: charts.map(({ name, ...chart }) => ({ ...chart, name: model.charts.length > 1 ? name : '' })),
    facts: [],
    unit,
    key: model.key,
    source: model.source,
    table: model.table,
    remarks: [...(model.note === null ? [] : [model.note]), ...(left > 0 ? [voice.texts.story.more(left)] : [])],
    openSource: typeof lead === 'string' ? () => model.open(lead) : null,
  };
}
