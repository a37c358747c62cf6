import { shareBars } from '../../charts/share-bars.ts';
import type { TableCell } from '../../components/data-table.ts';
import type { FigureSource, SourceSide } from '../../components/figure-source.ts';
import type { EconomicStructure } from '../../metrics/rows.ts';
import { namedMarks } from './marks.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelModel } from './panel-model.ts';
import type { FigureKind } from './shown-figure.ts';
import { quoteOf } from '../quotes/figure-quote.ts';
import { plain } from './exact-text.ts';
import { byAmount, inTreeOrder } from './row-order.ts';
import { sourceLine, type Sources } from '../sources.ts';

const QUERY = 'queries/metrics/economic_structure.sql';

/** What basic expenditure paid for, by economic class; null where it is not published. */
export function economicPanel(rows: readonly EconomicStructure[], context: PanelContext): PanelModel | null {
  const { voice, year, room } = context;
  const { texts, numbers, unit } = voice;
  const words = texts.economic;
  // A cell published blank is 0 by rule; thirty rows of it tell nothing.
  const all = shownEconomic(rows.filter((row) => row.fiscal_year === year && !row.is_blank));
  const classes = all.filter((row) => row.level === 1).sort(byAmount);
  const first = classes[0];
  if (first === undefined) return null;
  const of = words.of[first.kind];
  const name = (row: ShownEconomic): string => texts.subject(row.subject_code, row.subject_name);
  const share = (row: ShownEconomic): string | null => (row.share_pct === null ? null : numbers.rate(row.share_pct));
  const withShare = all.some((row) => row.share_pct !== null);
  const open = (row: ShownEconomic): void => context.open((sources) => economicSource(row, sources));
  const part = (row: ShownEconomic): string =>
    texts.structure.part(name(row), ` ${numbers.amount(row.amount)} `, share(row), unit);
  const cell = (row: ShownEconomic, exact: string | null, write: (exact: string) => string): TableCell =>
    exact === null
      ? { kind: 'none', text: '—' }
      : { kind: 'number', text: write(exact), exact, onopen: () => open(row) };
  const markOf = (row: ShownEconomic) => ({
    amount: row.amount,
    locator: row.shown_locator,
    document_id: row.kind === 'actual' ? row.document_id : null,
    year,
  });
  return {
    title: of.title(name(first), numbers.amount(first.amount), share(first), unit),
    openTitle: () => open(first),
    description: of.description(classes.map(part)),
    chart: shareBars(
      classes.map((row) => ({
        name: name(row),
        amount: row.amount,
        parts: null,
        label: [numbers.amount(row.amount), share(row) ?? ''].filter(Boolean).join(' · '),
        tooltip: part(row),
        pick: row.subject_code,
      })),
      room,
    ),
    key: [],
    table: {
      caption: of.untitled,
      columns: [
        { title: words.subject, kind: 'text' },
        { title: of.amount, kind: 'number', unit: 'wan' },
        ...(withShare ? [{ title: words.share, kind: 'number' as const, unit: 'percent' as const }] : []),
      ],
      rows: inTreeOrder(all).map((row) => ({
        key: row.subject_code,
        strong: row.level === 1,
        cells: [
          { kind: 'text', text: `${row.subject_code} ${name(row)}`, indent: row.level - 1 },
          { ...cell(row, row.amount, numbers.amount), mark: context.marks.of(markOf(row)) },
          ...(withShare ? [cell(row, row.share_pct, numbers.rate)] : []),
        ],
      })),
    },
    source: sourceLine(
      context,
      new Set([year]),
      classes.map((row) => row.shown_locator),
    ),
    years: [year],
    note: null,
    marks: namedMarks(
      classes.map((row) => ({ ...markOf(row), name: name(row) })),
      context.marks,
    ),
    open: (pick) => {
      const row = classes.find(({ subject_code }) => subject_code === pick);
      if (row === undefined) return;
      if (context.drill !== undefined) context.drill({ subject: pick, by: 'economic' });
      else open(row);
    },
  };
}

interface ShownEconomic extends EconomicStructure {
  kind: FigureKind;
  amount: string;
  shown_locator: string | null;
}

/** Subjects as spent, or as budgeted where no amount spent is known. */
function shownEconomic(rows: readonly EconomicStructure[]): ShownEconomic[] {
  const spent = rows.flatMap((row): ShownEconomic[] =>
    row.actual === null ? [] : [{ ...row, kind: 'actual', amount: row.actual, shown_locator: row.locator }],
  );
  if (spent.some((row) => row.level === 1)) return spent;
  // Shares are of the actual amounts.
  return rows.flatMap((row): ShownEconomic[] =>
    row.initial_budget === null
      ? []
      : [
          {
            ...row,
            kind: 'initial_budget',
            amount: row.initial_budget,
            share_pct: null,
            shown_locator: row.initial_budget_locator,
          },
        ],
  );
}

/** What a share of basic expenditure is a share of: nothing says it in one place, its parts are published. */
export function basicSide(total: string, row: EconomicStructure, sources: Sources): SourceSide {
  const { fiscal_year: year, total_locator: locator } = row;
  const words = sources.voice.texts.source;
  return sources.side({ label: words.basicSide(year), amount: total, basis: words.summedBasis, locator, year });
}

function economicSource(row: ShownEconomic, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const words = texts.source;
  const year = row.fiscal_year;
  const total = row.share_pct === null ? null : row.total_actual;
  return {
    title: `${row.subject_code} ${texts.subject(row.subject_code, row.subject_name)} · ${texts.year(year)}`,
    value: texts.withUnit(numbers.amount(row.amount), unit),
    sides: [
      sources.side({
        label: words.of[row.kind].side(year),
        amount: row.amount,
        basis: words.publishedBasis,
        locator: row.shown_locator,
        year,
      }),
      ...(total === null ? [] : [basicSide(total, row, sources)]),
    ],
    computed: total === null ? [] : [words.shareOfBasic(plain(row.amount), plain(total), `${row.share_pct}%`)],
    remarks: row.kind === 'actual' && row.contested ? [texts.contested] : [],
    query: QUERY,
    about: { department: row.department_id, year },
    quote: quoteOf(
      {
        body: row.department_name,
        year,
        name: texts.quote.economic(row.subject_code, texts.subject(row.subject_code, row.subject_name)),
        fund: null,
        kind: row.kind,
        amount: row.amount,
        basis: 'published',
        other: null,
        contested: row.kind === 'actual' && row.contested,
        share:
          row.kind === 'actual' && row.share_pct !== null
            ? { whole: texts.quote.wholes.basic!, rate: row.share_pct }
            : null,
      },
      sources.voice,
    ),
  };
}
