import { shareBars } from '../../charts/share-bars.ts';
import type { TableCell } from '../../components/data-table.ts';
import type { FigureSource } from '../../components/figure-source.ts';
import type { EconomicStructure } from '../../metrics/rows.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelModel } from './panel-model.ts';
import { plain } from './exact-text.ts';
import { byAmount, inTreeOrder } from './row-order.ts';
import { sourceLine, type Sources } from './sources.ts';

const QUERY = 'queries/metrics/economic_structure.sql';

/** What basic expenditure paid for, by economic class; null where it is not published. */
export function economicPanel(rows: readonly EconomicStructure[], context: PanelContext): PanelModel | null {
  const { voice, year, room } = context;
  const { texts, numbers, unit } = voice;
  const words = texts.economic;
  // A cell published blank is 0 by rule; thirty rows of it tell nothing.
  const all = rows.filter((row) => row.fiscal_year === year && row.actual !== null && !row.is_blank);
  const classes = all.filter((row) => row.level === 1).sort(byAmount);
  const first = classes[0];
  if (first === undefined) return null;
  const name = (row: EconomicStructure): string => texts.subject(row.subject_code, row.subject_name);
  const share = (row: EconomicStructure): string | null =>
    row.share_pct === null ? null : numbers.rate(row.share_pct);
  const open = (row: EconomicStructure): void => context.open((sources) => economicSource(row, sources));
  const part = (row: EconomicStructure): string =>
    texts.structure.part(name(row), ` ${numbers.amount(row.actual!)} `, share(row), unit);
  const cell = (row: EconomicStructure, text: string | null): TableCell =>
    text === null ? { kind: 'none', text: '—' } : { kind: 'number', text, onopen: () => open(row) };
  return {
    title: words.title(name(first), numbers.amount(first.actual!), share(first), unit),
    description: words.description(classes.map(part)),
    chart: shareBars(
      classes.map((row) => ({
        name: name(row),
        amount: row.actual!,
        parts: null,
        label: [numbers.amount(row.actual!), share(row) ?? ''].filter(Boolean).join(' · '),
        tooltip: part(row),
        pick: row.subject_code,
      })),
      room,
    ),
    key: [],
    table: {
      caption: words.untitled,
      columns: [
        { title: words.subject, kind: 'text' },
        { title: words.actual, kind: 'number' },
        { title: words.share, kind: 'number' },
      ],
      rows: inTreeOrder(all).map((row) => ({
        key: row.subject_code,
        strong: row.level === 1,
        cells: [
          { kind: 'text', text: `${row.subject_code} ${name(row)}`, indent: row.level - 1 },
          cell(row, numbers.amount(row.actual!)),
          cell(row, share(row)),
        ],
      })),
    },
    source: sourceLine(
      context,
      new Set([year]),
      classes.map((row) => row.locator),
    ),
    note: null,
    open: (pick) => {
      const row = classes.find(({ subject_code }) => subject_code === pick);
      if (row !== undefined) open(row);
    },
  };
}

function economicSource(row: EconomicStructure, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const words = texts.source;
  const year = row.fiscal_year;
  return {
    title: `${row.subject_code} ${texts.subject(row.subject_code, row.subject_name)} · ${texts.year(year)}`,
    value: texts.withUnit(numbers.amount(row.actual!), unit),
    sides: [
      sources.side({
        label: words.of.actual.side(year),
        amount: row.actual,
        basis: words.publishedBasis,
        locator: row.locator,
        year,
      }),
    ],
    computed: row.share_pct === null ? [] : [words.shareOfBasic(plain(row.actual!), `${row.share_pct}%`)],
    remarks: row.contested ? [texts.contested] : [],
    query: QUERY,
  };
}
