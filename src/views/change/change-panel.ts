import { bridge, type BridgeEnd } from '../../charts/bridge.ts';
import type { TableCell } from '../../components/data-table.ts';
import type { MeasuredLink } from '../../components/link-to.ts';
import type { ChangePart } from '../../metrics/analysis-rows.ts';
import { directionOf } from '../../language/numbers.ts';
import { linkTo, type AddressLinks } from '../address-links.ts';
import { namedMarks } from '../overview/marks.ts';
import type { PanelContext } from '../overview/panel-context.ts';
import type { PanelModel } from '../overview/panel-model.ts';
import { sourceLine } from '../sources.ts';
import type { Breakdown } from './change-choice.ts';
import { partSource, wholeSource } from './change-source.ts';
import { changeTitle } from './change-title.ts';

const ENDS = { start: 'start', end: 'end', rest: 'rest' } as const;

/** Ways from the parts to what is below them, most first. */
export function waysDown(shown: Breakdown, { voice, open }: PanelContext, links: AddressLinks): MeasuredLink[] {
  return shown.parts.flatMap((part) => {
    const code = part.subject_code;
    if (code === null || !shown.opens.has(code) || directionOf(part.change) === 0) return [];
    const name = voice.texts.subject(code, part.subject_name ?? '');
    const onopen = (): void => open((sources) => partSource(part, sources));
    return [{ ...linkTo(links, name, { subject: code }), figure: { text: voice.numbers.signed(part.change), onopen } }];
  });
}

/** The bridge from last year to this, its parts as a table, and what each opens. */
export function changePanel(shown: Breakdown, context: PanelContext, links: AddressLinks): PanelModel {
  const { voice, room, year } = context;
  const { texts, numbers, unit } = voice;
  const words = texts.change;
  const whole = shown.parts[0]!;
  const moved = shown.parts.filter((part) => directionOf(part.change) !== 0);
  const name = namesOf(shown.parts, context);
  const points = (part: ChangePart): string | null =>
    part.contribution_pp === null ? null : numbers.signedPoints(part.contribution_pp);
  const told = (part: ChangePart): string => words.part(name(part), numbers.signed(part.change), unit, points(part));
  const end = (ofYear: number, amount: string, pick: string): BridgeEnd => {
    const label = words.end(shown.kind, ofYear);
    return {
      name: label,
      amount,
      label: numbers.amount(amount),
      tooltip: `${label} ${texts.withUnit(numbers.amount(amount), unit)}`,
      pick,
    };
  };
  const start = end(year - 1, whole.whole_prior_amount, ENDS.start);
  const finish = end(year, whole.whole_amount, ENDS.end);
  const impliedPrior = whole.whole_prior_basis === 'implied';
  const openPart = (part: ChangePart): void => context.open((sources) => partSource(part, sources));
  const openWhole = (): void => context.open((sources) => wholeSource(whole, sources));
  const unchanged = shown.parts.length - moved.length;
  const has = (direction: 1 | -1): boolean =>
    moved.some((part) => part.reason === null && directionOf(part.change) === direction);
  return {
    title: changeTitle(shown, voice),
    openTitle: openWhole,
    description: words.description(start.tooltip, moved.map(told), finish.tooltip),
    chart: bridge(
      start,
      moved.map((part) => ({
        name: name(part),
        change: part.change,
        attributed: part.reason === null,
        label: words.label(numbers.signed(part.change), points(part)),
        tooltip: told(part),
        pick: part.subject_code ?? ENDS.rest,
      })),
      finish,
      room,
    ),
    key: [
      { swatch: 'budget', text: words.key.end },
      ...(has(1) ? [{ swatch: 'first' as const, text: words.key.up }] : []),
      ...(has(-1) ? [{ swatch: 'second' as const, text: words.key.down }] : []),
      ...(moved.some(({ reason }) => reason !== null)
        ? [{ swatch: 'implied' as const, text: words.key.unattributed }]
        : []),
    ],
    table: {
      caption: words.untitled(year),
      columns: [
        { title: words.subject, kind: 'text' },
        { title: words.priorAmount(year - 1), kind: 'number', unit: 'wan' },
        { title: words.priorAmount(year), kind: 'number', unit: 'wan' },
        { title: words.change, kind: 'number', unit: 'wan' },
        { title: words.changePct, kind: 'number', unit: 'percent' },
        { title: words.contribution, kind: 'number', unit: 'points' },
      ],
      rows: [
        {
          key: 'whole',
          strong: true,
          cells: [
            {
              kind: 'text',
              text: shown.whole === 'total' ? words.sumRow : texts.subject(shown.whole, whole.whole_name),
            },
            number(whole.whole_prior_amount, numbers.amount, openWhole, impliedPrior),
            number(whole.whole_amount, numbers.amount, openWhole),
            number(whole.whole_change, numbers.signed, openWhole),
            number(whole.whole_change_pct, numbers.signedRate, openWhole),
            number(whole.whole_change_pct, numbers.signedPoints, openWhole),
          ],
        },
        ...shown.parts.map((part) => {
          const code = part.subject_code;
          const text = code === null ? name(part) : `${code} ${name(part)}`;
          const open = (): void => openPart(part);
          return {
            key: code ?? ENDS.rest,
            cells: [
              {
                kind: 'text' as const,
                text,
                indent: 1,
                ...(code !== null && shown.opens.has(code) ? { link: linkTo(links, text, { subject: code }) } : {}),
              },
              number(part.prior_amount, numbers.amount, open, part.prior_basis === 'implied'),
              number(part.amount, numbers.amount, open),
              number(part.change, numbers.signed, open),
              number(part.change_pct, numbers.signedRate, open),
              number(part.contribution_pp, numbers.signedPoints, open),
            ],
          };
        }),
      ],
    },
    source: sourceLine(context, new Set([year - 1, year]), [
      whole.whole_locator,
      whole.whole_prior_locator,
      ...moved.flatMap(({ locator, prior_locator }) => [locator, prior_locator]),
    ]),
    years: [year - 1, year],
    note: texts.remarks([
      words.scale,
      ...(impliedPrior ? [words.impliedPrior] : []),
      ...(unchanged > 0 ? [words.unchanged(unchanged)] : []),
    ]),
    marks: namedMarks(
      shown.parts.flatMap((part) => [
        { name: name(part), amount: part.amount, locator: part.locator, year },
        { name: name(part), amount: part.prior_amount, locator: part.prior_locator, year: year - 1 },
      ]),
      context.marks,
    ),
    open: (pick) => {
      if (pick === ENDS.start || pick === ENDS.end) return openWhole();
      if (shown.opens.has(pick)) return links.go({ subject: pick });
      const part = shown.parts.find(({ subject_code }) => (subject_code ?? ENDS.rest) === pick);
      if (part !== undefined) openPart(part);
    },
  };
}

/** Names of the parts; two of the same name are told apart by their codes, else they would share a bar. */
function namesOf(parts: readonly ChangePart[], { voice: { texts } }: PanelContext): (part: ChangePart) => string {
  const plainName = (part: ChangePart): string =>
    part.reason === null
      ? texts.subject(part.subject_code ?? '', part.subject_name ?? '')
      : texts.change.bar[part.reason]!;
  const names = parts.map(plainName);
  return (part) => {
    const name = plainName(part);
    return names.filter((other) => other === name).length > 1 ? `${name} ${part.subject_code}` : name;
  };
}

function number(
  exact: string | null,
  write: (exact: string) => string,
  onopen: () => void,
  implied = false,
): TableCell {
  return exact === null ? { kind: 'none', text: '—' } : { kind: 'number', text: write(exact), exact, onopen, implied };
}
