import { shareBars } from '../../charts/share-bars.ts';
import type { TableCell, TableColumn } from '../../components/data-table.ts';
import type { MeasuredLink } from '../../components/link-to.ts';
import { formatPercent } from '../../money/format.ts';
import { linkTo, type AddressLinks } from '../address-links.ts';
import { namedMarks } from '../overview/marks.ts';
import type { PanelContext } from '../overview/panel-context.ts';
import type { PanelModel } from '../overview/panel-model.ts';
import { sourceLine } from '../sources.ts';
import type { OpenedStructure } from './structure-choice.ts';
import type { StructureLine } from './structure-line.ts';

/** Shares to two decimals: a subject of a large department is often below one percent. */
const shareText = (share: string | null): string | null => (share === null ? null : formatPercent(share, 2));

/** Ways from the parts to what is below them, most first. */
export function waysInto(shown: OpenedStructure, { voice, open }: PanelContext, links: AddressLinks): MeasuredLink[] {
  return shown.parts
    .filter(({ code }) => shown.opens.has(code))
    .map(({ code, name, amount, source }) => ({
      ...linkTo(links, voice.texts.subject(code, name), { subject: code }),
      figure: { text: voice.numbers.amount(amount), onopen: () => open(source) },
    }));
}

/** The parts of what is open, most first, and as a table with last year. */
export function subjectsPanel(shown: OpenedStructure, context: PanelContext, links: AddressLinks): PanelModel {
  const { voice, room, year } = context;
  const { texts, numbers, unit } = voice;
  const words = texts.structureView;
  const { parts } = shown;
  const name = (line: StructureLine): string => texts.subject(line.code, line.name);
  const barName = (line: StructureLine): string =>
    parts.filter((other) => name(other) === name(line)).length > 1 ? `${name(line)} ${line.code}` : name(line);
  const open = (line: StructureLine): void => context.open((sources) => line.source(sources));
  const told = (line: StructureLine): string =>
    words.part(name(line), numbers.amount(line.amount), unit, shareText(line.share), shown.by) +
    (line.prior === null ? '' : words.prior(year - 1, numbers.amount(line.prior.amount), unit));
  const listed = shown.whole === null ? parts : [shown.whole, ...parts];
  const split = parts.some((line) => line.basic !== null && line.project !== null);
  const withPrior = listed.some(({ prior }) => prior !== null);
  const withShare = listed.some(({ share }) => share !== null);
  const columns: TableColumn[] = [
    { title: texts.change.subject, kind: 'text' },
    { title: words.amount[shown.kind]!, kind: 'number', unit: 'wan' },
    ...(withShare ? [{ title: words.share[shown.by], kind: 'number' as const, unit: 'percent' as const }] : []),
    ...(split
      ? ['basic', 'project'].map((key) => ({
          title: texts.measures[key]!,
          kind: 'number' as const,
          unit: 'wan' as const,
        }))
      : []),
    ...(withPrior
      ? [
          { title: words.priorAmount(year - 1), kind: 'number' as const, unit: 'wan' as const },
          { title: texts.change.change, kind: 'number' as const, unit: 'wan' as const },
          { title: texts.change.changePct, kind: 'number' as const, unit: 'percent' as const },
        ]
      : []),
  ];
  const row = (line: StructureLine) => {
    const text = `${line.code} ${name(line)}`;
    const cell = (exact: string | null, write: (exact: string) => string, implied = false): TableCell =>
      exact === null
        ? { kind: 'none', text: '—' }
        : { kind: 'number', text: write(exact), exact, onopen: () => open(line), implied };
    const amount = cell(line.amount, numbers.amount);
    const mark = context.marks.of({ amount: line.amount, locator: line.locator, year });
    return {
      key: line.code,
      strong: line === shown.whole,
      cells: [
        {
          kind: 'text' as const,
          text,
          indent: shown.whole !== null && line !== shown.whole ? 1 : 0,
          ...(line !== shown.whole && shown.opens.has(line.code)
            ? { link: linkTo(links, text, { subject: line.code }) }
            : {}),
        },
        amount.kind === 'number' ? { ...amount, mark } : amount,
        ...(withShare ? [cell(line.share, (share) => shareText(share)!)] : []),
        ...(split ? [line.basic, line.project].map((part) => cell(part, numbers.amount)) : []),
        ...(withPrior
          ? [
              cell(line.prior?.amount ?? null, numbers.amount, line.prior?.basis === 'implied'),
              cell(line.change, numbers.signed),
              cell(line.changePct, numbers.signedRate),
            ]
          : []),
      ],
    };
  };
  const titled = titledLine(shown);
  return {
    title: titleOf(shown, context),
    openTitle: titled === null ? null : () => open(titled),
    description: words.description(parts.map(told)),
    chart: shareBars(
      parts.map((line) => ({
        name: barName(line),
        amount: line.amount,
        parts: line.basic === null || line.project === null ? null : { first: line.basic, second: line.project },
        prior: line.prior?.amount ?? null,
        label: [numbers.amount(line.amount), shareText(line.share) ?? ''].filter(Boolean).join(' · '),
        tooltip: told(line),
        pick: line.code,
      })),
      room,
    ),
    key: [
      ...(split
        ? [
            { swatch: 'first' as const, text: texts.measures.basic! },
            { swatch: 'second' as const, text: texts.measures.project! },
          ]
        : [{ swatch: 'first' as const, text: words.amount[shown.kind]! }]),
      ...(parts.some(({ prior }) => prior !== null)
        ? [{ swatch: 'budget' as const, text: words.priorKey(year - 1) }]
        : []),
    ],
    table: { caption: `${words.name} · ${texts.year(year)}`, columns, rows: listed.map(row) },
    source: sourceLine(
      context,
      new Set([year]),
      listed.map(({ locator }) => locator),
    ),
    years: withPrior ? [year - 1, year] : [year],
    note: null,
    marks: namedMarks(
      parts.map((line) => ({ name: name(line), amount: line.amount, locator: line.locator, year })),
      context.marks,
    ),
    open: (pick) => {
      const line = parts.find(({ code }) => code === pick);
      // A subject that has nothing below it is opened where it stands; once more, it shows its source.
      if (line !== undefined && (shown.opens.has(pick) || shown.leaf?.code !== pick)) links.go({ subject: pick });
      else if (line !== undefined) open(line);
    },
  };
}

/** Of what the title speaks first: the subject that is open, else the largest. */
function titledLine({ leaf, whole, parts }: OpenedStructure): StructureLine | null {
  return leaf ?? whole ?? parts[0] ?? null;
}

function titleOf(shown: OpenedStructure, { voice: { texts, numbers, unit } }: PanelContext): string {
  const words = texts.structureView;
  const budget = shown.kind === 'initial_budget';
  const title = (line: StructureLine): string =>
    words.title(
      texts.subject(line.code, line.name),
      budget,
      numbers.amount(line.amount),
      unit,
      shareText(line.share),
      shown.by,
    );
  const titled = titledLine(shown);
  const first = shown.parts[0];
  if (titled === null) return words.name;
  if (first === undefined || titled !== shown.whole) return title(titled);
  return (
    title(titled) +
    words.most(texts.subject(first.code, first.name), numbers.amount(first.amount), unit, shareText(first.share))
  );
}
