import { trendLines } from '../../charts/trend-lines.ts';
import type { TableCell } from '../../components/data-table.ts';
import type { FigureSource } from '../../components/figure-source.ts';
import type { UnitCost } from '../../metrics/analysis-rows.ts';
import { Exact } from '../../money/decimal.ts';
import { formatAmount } from '../../money/format.ts';
import type { LinesModel } from '../lines-model.ts';
import { plain } from '../overview/exact-text.ts';
import type { PanelContext } from '../overview/panel-context.ts';
import { sourceLine, type Sources } from '../sources.ts';

const PER = ['vehicle', 'batch', 'guest'] as const;

/** "26,512.50", or "192" to the yuan where a thing costs little. */
const yuanText = (cost: UnitCost): string => formatAmount(cost.per_unit_yuan!, { unit: '万元', decimals: 0 });
const countText = (counted: string): string => formatAmount(counted, { unit: '万元', decimals: 0 });

/** What each vehicle, party and guest cost over the years, in 元; null where no number is published. */
export function costsPanel(costs: readonly UnitCost[], context: PanelContext): LinesModel | null {
  const { voice, year } = context;
  const { texts } = voice;
  const words = texts.threePublicView;
  if (costs.length === 0) return null;
  const years = [...new Set(costs.map(({ fiscal_year }) => fiscal_year))].sort((a, b) => a - b);
  const known = costs.filter(({ per_unit_yuan: yuan }) => yuan !== null);
  const of = (per: UnitCost['per']) => known.filter((cost) => cost.per === per);
  const shown = PER.filter((per) => of(per).length > 0);
  const open = (cost: UnitCost): void => context.open((sources) => costSource(cost, sources));
  const pick = (cost: UnitCost): string => `${cost.per} ${cost.fiscal_year}`;
  const told = (cost: UnitCost): string => words.costOf(words.per[cost.per]!, cost.fiscal_year, yuanText(cost));
  const titled = known.filter(({ fiscal_year }) => fiscal_year === year);
  const cell = (cost: UnitCost, exact: string | null, write: (exact: string) => string): TableCell =>
    exact === null
      ? { kind: 'none', text: '—' }
      : { kind: 'number', text: write(exact), exact, onopen: () => open(cost) };
  return {
    known: known.length > 0,
    title:
      titled.length === 0
        ? words.costsHeading
        : words.costTitle(titled.map((cost) => words.cost(words.per[cost.per]!, yuanText(cost)))),
    openTitle: titled[0] === undefined ? null : () => open(titled[0]!),
    charts: shown.map((per) => ({
      name: words.per[per]!,
      description: texts.trends.description(of(per).map(told)),
      chart: trendLines(
        [
          {
            name: words.per[per]!,
            dashed: false,
            points: of(per).map((cost) => ({
              year: cost.fiscal_year,
              value: cost.per_unit_yuan,
              implied: false,
              contested: false,
              label: yuanText(cost),
              tooltip: told(cost),
              pick: pick(cost),
            })),
          },
        ],
        {
          years,
          names: [words.per[per]!],
          // A vehicle and a guest have no scale in common.
          domain: ['0', Exact.max('1', ...of(per).map((cost) => cost.per_unit_yuan!)).toFixed()],
          axis: 'wan',
          height: 150,
          legend: false,
        },
      ),
    })),
    key: [],
    table: {
      caption: words.costsHeading,
      columns: [
        { title: texts.trends.item, kind: 'text' },
        { title: words.year, kind: 'text' },
        { title: `${words.amountColumn}（${texts.units['万元']}）`, kind: 'number', unit: 'wan' },
        { title: words.countColumn, kind: 'number', unit: 'count' },
        { title: words.eachYuan, kind: 'number', unit: 'yuan' },
        { title: words.each, kind: 'number', unit: 'wan' },
      ],
      rows: PER.flatMap((per) =>
        costs
          .filter((cost) => cost.per === per)
          .map((cost) => ({
            key: pick(cost),
            cells: [
              { kind: 'text' as const, text: words.per[per]! },
              { kind: 'text' as const, text: texts.year(cost.fiscal_year) },
              cell(cost, cost.actual, plain),
              cell(cost, cost.counted, countText),
              cell(cost, cost.per_unit_yuan, () => yuanText(cost)),
              cell(cost, cost.per_unit, plain),
            ],
          })),
      ),
    },
    source: sourceLine(
      context,
      new Set(years),
      costs.flatMap(({ locator, counted_locator }) => [locator, counted_locator]),
    ),
    years,
    note: costs.some(({ alt_actual }) => alt_actual !== null) ? words.contested : null,
    open: (picked) => {
      const cost = costs.find((candidate) => pick(candidate) === picked);
      if (cost !== undefined) open(cost);
    },
  };
}

/** Where an amount and what it is divided by stand. */
function costSource(cost: UnitCost, sources: Sources): FigureSource {
  const { texts, numbers } = sources.voice;
  const words = texts.threePublicView;
  const { fiscal_year: year } = cost;
  const name = words.per[cost.per]!;
  const of = texts.source.of.actual;
  const side = (label: string, amount: string | null, locator: string | null) =>
    sources.side({ label, amount, basis: texts.source.publishedBasis, locator, year });
  const formula =
    cost.per_unit === null || cost.actual === null
      ? null
      : words.formula(plain(cost.actual), countText(cost.counted), cost.per_unit);
  return {
    title: `${name} · ${texts.year(year)}`,
    value:
      cost.per_unit === null
        ? texts.tile.none
        : `${yuanText(cost)} ${words.yuan} = ${texts.withUnit(plain(cost.per_unit), texts.units['万元']!)}`,
    sides: [
      side(`${texts.measures[cost.component]!} · ${of.side(year)}`, cost.actual, cost.locator),
      {
        ...side(words.counted[cost.per]!, null, cost.counted_locator),
        amount: countText(cost.counted),
      },
    ],
    computed: formula === null ? [] : [formula],
    remarks: cost.alt_actual === null ? [] : [words.contested, numbers.amount(cost.alt_actual)],
    query: 'queries/metrics/three_public_unit_costs.sql',
    about: { department: cost.department_id, year },
    quote: {
      text:
        formula === null
          ? texts.quote.unitCostUnknown(year, cost.department_name, name)
          : texts.quote.unitCost(year, cost.department_name, name, yuanText(cost), formula),
      end: texts.quote.stop,
      doubted: [],
    },
  };
}
