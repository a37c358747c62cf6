import type { HeadlineChange } from '../../metrics/rows.ts';
import { findingSentence, leadSentences } from '../overview/finding.ts';
import { headlineOf } from '../overview/headline-choice.ts';
import { headlineSource } from '../overview/headline-source.ts';
import { tileOf, tileRows } from '../overview/tiles.ts';
import { totalsPanel } from '../overview/totals-panel.ts';
import { panelSlide } from './panel-slide.ts';
import { sourceLine } from '../sources.ts';
import type { FetchSlide, SlideBody, SlideContext, SlideFact } from './slide.ts';

const MOST_FACTS = 4;

/** How much it is, and how much more or less than last year. */
export const totalSlide: FetchSlide = async (dashboard, { body }) => {
  const rows = await dashboard.headlineChanges({ department: body.id });
  return (context) => slideOf(rows, context);
};

function slideOf(rows: readonly HeadlineChange[], context: SlideContext): SlideBody | null {
  const { year, voice, open } = context;
  const headline = headlineOf(rows, year, 'total') ?? headlineOf(rows, year, 'expenditure') ?? tileRows(rows, year)[0];
  if (headline === undefined) return null;
  const finding = findingSentence(headline, voice);
  const remarks = leadSentences({ headline, executionTotal: undefined, biggestClass: undefined }, voice);
  const panel = panelSlide((room) => totalsPanel(rows, room), context, { lead: '', finding });
  // One year beside nothing is no comparison: then the parts of it say more than a column.
  const years = panel === null ? [] : yearsIn(panel);
  const compared = panel !== null && years.length > 1 && years.includes(String(year));
  const figures = tileRows(rows, year);
  return {
    finding,
    charts: compared ? panel.charts : [],
    facts: compared ? [] : factsOf(figures, context),
    unit: voice.unit,
    key: compared ? panel.key : [],
    source: compared
      ? panel.source
      : sourceLine(
          context,
          new Set([year]),
          figures.map(({ locator, initial_budget_locator }) => locator ?? initial_budget_locator),
        ),
    table: panel?.table ?? null,
    remarks: [...remarks.map(({ text }) => text), ...(compared ? panel.remarks : [])],
    openSource: () => open((sources) => headlineSource(headline, sources)),
  };
}

function yearsIn({ charts }: SlideBody): string[] {
  return [...new Set(charts.flatMap(({ chart }) => chart.rows.map((row) => String(row.year))))];
}

function factsOf(figures: readonly HeadlineChange[], { voice, marks }: SlideContext): SlideFact[] {
  return figures.slice(0, MOST_FACTS).flatMap((row) => {
    const tile = tileOf(row, voice, marks);
    if (tile.amount === null) return [];
    const { before, amount, after } = tile.against;
    return [
      {
        label: [tile.name, tile.scope].filter((part) => part !== null).join(' · '),
        value: tile.amount,
        remark:
          tile.contested.length > 0
            ? voice.texts.contested
            : tile.change === null
              ? `${before}${amount ?? ''}${after}`
              : [tile.change.amount, tile.change.rate].filter((part) => part !== null).join(' · '),
      },
    ];
  });
}
