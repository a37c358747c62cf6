import { comparedDots } from '../../charts/compared-dots.ts';
import { comparedSlopes } from '../../charts/compared-slopes.ts';
import type { TableCell, TableModel } from '../../components/data-table.ts';
import { directionOf } from '../../language/numbers.ts';
import type { PanelContext } from '../overview/panel-context.ts';
import type { PanelModel } from '../overview/panel-model.ts';
import { namedMarks, type MarkedPlace } from '../overview/marks.ts';
import { sourceLine } from '../sources.ts';
import { comparedSource } from './compared-source.ts';
import type { Choice, Compared, Comparison } from './compared.ts';
import { scopeText, valueText } from './comparison-text.ts';

/** What is drawn of bodies of one kind of figure; `open` is told whose documents are needed. */
export interface ComparedContext extends Omit<PanelContext, 'open' | 'year'> {
  choice: Choice;
  comparison: Comparison;
  open: (compared: Compared, write: Parameters<PanelContext['open']>[0]) => void;
}

/** The bodies in their order, as dots; null where none is placed. */
export function dotsPanel(kind: Compared['kind'], context: ComparedContext): PanelModel | null {
  const { comparison, choice, voice, room } = context;
  const placed = comparison.placed[kind];
  if (placed.length === 0) return null;
  const words = voice.texts.compare;
  const order = words.orders[choice.by];
  const mixed = new Set(placed.map(({ row }) => row.administrative_level)).size > 1;
  /** Bodies of different administrative levels say so on their rows. */
  const levelOf = ({ row: { administrative_level: level } }: Compared): string[] =>
    mixed && level !== null ? [words.administrative[level] ?? level] : [];
  return {
    ...sharedOf(placed, context),
    title: words.dotsTitle(placed.length, order),
    // Both titles count bodies.
    openTitle: null,
    description: words.dotsDescription(
      order,
      placed.map((compared) => words.part(nameOf(compared, context), valueText(compared, choice.by, voice))),
    ),
    chart: comparedDots(
      placed.map((compared) => ({
        name: [compared.row.department_name, ...(room.narrow ? levelOf(compared) : [])].join('　'),
        value: compared.value!,
        label: [
          comparison.year === null ? voice.texts.year(compared.row.fiscal_year) : null,
          compared.rank === null ? null : words.rank(compared.rank, comparison.ranked(compared)),
          valueText(compared, choice.by, voice),
          ...(room.narrow ? [] : levelOf(compared)),
        ]
          .filter((part) => part !== null)
          .join('　'),
        tooltip: `${nameOf(compared, context)} ${valueText(compared, choice.by, voice)}（${scopeText(compared, comparison, voice)}）`,
        pick: compared.row.department_id,
      })),
      kind,
      room,
    ),
  };
}

/** The bodies from last year to this year; null where no two years are known of any. */
export function slopePanel(kind: Compared['kind'], context: ComparedContext): PanelModel | null {
  const { comparison, voice, room } = context;
  const placed = comparison.placed[kind].filter(
    ({ prior, comparability }) => prior !== null && comparability === 'comparable',
  );
  if (placed.length === 0) return null;
  const words = voice.texts.compare;
  const { numbers, texts } = voice;
  const count = (direction: number): number =>
    placed.filter(({ change }) => change !== null && directionOf(change) === direction).length;
  const fromTo = ({ prior, amount }: Compared): string => words.fromTo(numbers.amount(prior!), numbers.amount(amount));
  return {
    ...sharedOf(placed, context),
    title: words.slopeTitle(kind, count(-1), count(1), count(0)),
    openTitle: null,
    description: words.slopeDescription(
      kind,
      placed.map((compared) => words.part(nameOf(compared, context), fromTo(compared))),
    ),
    chart: comparedSlopes(
      placed.map((compared) => ({
        name: compared.row.department_name,
        prior: compared.prior!,
        now: compared.amount,
        implied: compared.prior_basis === 'implied',
        priorLabel: numbers.amount(compared.prior!),
        nowLabel: [
          numbers.amount(compared.amount),
          ...(comparison.year === null ? [texts.year(compared.row.fiscal_year)] : []),
          compared.row.department_name,
        ].join(' '),
        tooltip: `${nameOf(compared, context)} ${fromTo(compared)}`,
        pick: compared.row.department_id,
      })),
      [words.columns.prior(kind), comparison.year === null ? words.columns.now(kind) : texts.year(comparison.year)],
      kind,
      room,
    ),
    key: placed.some(({ prior_basis }) => prior_basis === 'implied')
      ? [{ swatch: 'implied', text: words.impliedPrior }]
      : [],
  };
}

/** Names differ where years do. */
function nameOf({ row }: Compared, { comparison, voice: { texts } }: ComparedContext): string {
  return comparison.year === null
    ? texts.compare.inYear(row.department_name, texts.year(row.fiscal_year))
    : row.department_name;
}

function sharedOf(placed: readonly Compared[], context: ComparedContext) {
  const { marks, choice, voice } = context;
  const words = voice.texts.compare;
  return {
    table: tableOf(placed, context),
    source: sourceLine(
      { ...context, documents: documentsOf(placed, context) },
      new Set(placed.map(({ row }) => row.fiscal_year)),
      placed.map(({ row, kind }) => (kind === 'actual' ? row.locator : row.initial_budget_locator)),
    ),
    years: [...new Set(placed.map(({ row }) => row.fiscal_year))].sort((a, b) => a - b),
    note: choice.by === 'per_staff' ? words.staffNote : words.scopeNote,
    marks: namedMarks(
      placed.flatMap((compared) =>
        placesOf(compared).map((place) => ({ ...place, name: compared.row.department_name })),
      ),
      marks,
    ),
    key: [],
    open: (pick: string) => {
      const compared = placed.find(({ row }) => row.department_id === pick);
      if (compared !== undefined) context.open(compared, (sources) => comparedSource(compared, sources));
    },
  } satisfies Partial<PanelModel>;
}

function documentsOf(placed: readonly Compared[], { documents }: ComparedContext) {
  const used = new Set(
    placed.map(({ row, kind }) => (kind === 'actual' ? row.document_id : row.initial_budget_document_id)),
  );
  return documents.filter(({ id }) => used.has(id));
}

function placesOf({ row, kind, amount, prior }: Compared): MarkedPlace[] {
  const isActual = kind === 'actual';
  return [
    { amount, locator: isActual ? row.locator : row.initial_budget_locator, year: row.fiscal_year },
    {
      amount: prior,
      locator: isActual ? row.prior_locator : row.prior_initial_budget_locator,
      year: row.fiscal_year - 1,
    },
  ];
}

function tableOf(placed: readonly Compared[], context: ComparedContext): TableModel {
  const { comparison, choice, voice } = context;
  const { numbers, texts } = voice;
  const words = texts.compare;
  const kind = placed[0]!.kind;
  const withStaff = placed.some(({ row }) => kind === 'actual' && row.per_staff !== null);
  return {
    caption: words.dots(words.orders[choice.by]),
    columns: [
      { title: words.columns.body, kind: 'text' },
      { title: words.columns.rank, kind: 'number', unit: 'rank' },
      { title: words.columns.now(kind), kind: 'number', unit: 'wan' },
      { title: words.columns.prior(kind), kind: 'number', unit: 'wan' },
      { title: words.columns.change, kind: 'number', unit: 'wan' },
      { title: words.columns.rate, kind: 'number', unit: 'percent' },
      ...(withStaff
        ? [
            { title: words.columns.staff, kind: 'number' as const, unit: 'count' as const },
            { title: words.columns.perStaff, kind: 'number' as const, unit: 'wan' as const },
          ]
        : []),
      { title: words.columns.scope, kind: 'text' },
    ],
    rows: placed.map((compared) => {
      const { row, rank } = compared;
      const [nowPlace, priorPlace] = placesOf(compared);
      const cell = (
        exact: string | null,
        write: (exact: string) => string,
        implied = false,
        place?: MarkedPlace,
      ): TableCell =>
        exact === null
          ? { kind: 'none', text: '—' }
          : {
              kind: 'number',
              text: write(exact),
              exact,
              implied,
              mark: place === undefined ? null : context.marks.of(place),
              onopen: () => context.open(compared, (sources) => comparedSource(compared, sources)),
            };
      return {
        key: row.department_id,
        cells: [
          { kind: 'text', text: nameOf(compared, context) },
          cell(rank === null ? null : String(rank), () => words.rank(rank!, comparison.ranked(compared))),
          cell(compared.amount, numbers.amount, compared.basis === 'implied', nowPlace),
          cell(compared.prior, numbers.amount, compared.prior_basis === 'implied', priorPlace),
          cell(compared.change, numbers.signed),
          cell(compared.change_pct, numbers.signedRate),
          ...(withStaff
            ? [cell(row.staff, (staff) => words.persons(plainCount(staff))), cell(row.per_staff, numbers.amount)]
            : []),
          { kind: 'text', text: scopeText(compared, comparison, voice) },
        ],
      };
    }),
  };
}

/** "170", whatever decimals it is stored with. */
function plainCount(staff: string): string {
  return staff.replace(/\.0+$/, '');
}
