import type { FigureMark } from '../../components/figure-mark.ts';
import type { HeadlineTile, TileNote } from '../../components/headline-tile.ts';
import { directionOf, sameRate } from '../../language/numbers.ts';
import type { Voice } from '../../language/voice.ts';
import type { HeadlineChange } from '../../metrics/rows.ts';
import { statedRate } from './exact-text.ts';
import { fundToName, headlineOf } from './headline-choice.ts';
import { NO_MARKS, type Marks } from './marks.ts';
import { shownFigure, type ShownFigure, type ShownSide } from './shown-figure.ts';

/** Order of the tiles: the whole, its parts, then what readers look for. */
const TILE_MEASURES = [
  'total',
  'expenditure',
  'general_public_expenditure',
  'basic',
  'project',
  'personnel',
  'operating',
  'three_public',
  'agency_operation',
  'procurement',
];

/** Rows of the tiles of one year, in order; measures without a row have no tile. */
export function tileRows(rows: readonly HeadlineChange[], year: number): HeadlineChange[] {
  return TILE_MEASURES.flatMap((measure) => headlineOf(rows, year, measure) ?? []);
}

/** Writes out one headline figure; a budget by its name. */
export function tileOf(row: HeadlineChange, voice: Voice, marks: Marks = NO_MARKS): HeadlineTile {
  const { texts, numbers } = voice;
  const figure = shownFigure(row);
  const fund = fundToName(row);
  const scope = [
    ...(figure.kind === 'actual' ? [] : [texts.tile.budgetKind]),
    ...(fund === null ? [] : [texts.funds[fund] ?? fund]),
  ];
  return {
    measure: row.measure,
    name: texts.measures[row.measure] ?? row.measure_name,
    scope: scope.length === 0 ? null : texts.list(scope),
    amount: figure.now === null ? null : numbers.amount(figure.now.amount),
    implied: figure.now?.basis === 'implied',
    impliedNote: texts.basis.implied!,
    change:
      figure.change === null || figure.now === null
        ? null
        : {
            direction: directionOf(figure.change),
            amount: numbers.signed(figure.change),
            rate: figure.change_pct === null ? null : numbers.signedRate(figure.change_pct),
          },
    against: againstWhat(row, figure, voice),
    contested: contestedSides(row, figure, voice),
    mark: markOf(row, figure, marks),
  };
}

/** Of the figure itself, else of what it is compared with. */
function markOf({ fiscal_year: year }: HeadlineChange, figure: ShownFigure, marks: Marks): FigureMark | null {
  const { now, altNow, prior, altPrior } = figure;
  const places = [
    now === null ? null : { ...now, year: now.basis === 'implied' ? year + 1 : year },
    altNow === null ? null : { ...altNow, year },
    prior === null ? null : { ...prior, year: prior.basis === 'implied' ? year : year - 1 },
    altPrior === null ? null : { ...altPrior, year },
  ];
  for (const place of places) {
    const mark = place === null ? null : marks.of(place);
    if (mark !== null) return mark;
  }
  return null;
}

const inWords = (before: string): TileNote => ({ before, amount: null, after: '' });

function againstWhat(row: HeadlineChange, figure: ShownFigure, { texts, numbers }: Voice): TileNote {
  const reasons = texts.tile.reasons[figure.kind];
  if (figure.now === null) return inWords(texts.tile.noActual);
  if (figure.comparability !== 'comparable') return inWords(reasons[figure.comparability]);
  if (figure.change === null) return inWords(reasons.not_computed);
  if (figure.prior === null) return inWords(reasons.no_prior);
  return {
    before: figure.kind === 'actual' ? texts.tile.against(row.fiscal_year - 1) : texts.tile.againstBudget,
    amount: numbers.amount(figure.prior.amount),
    after: figure.prior.basis === 'implied' ? texts.tile.impliedAfter : '',
  };
}

function contestedSides(row: HeadlineChange, figure: ShownFigure, { texts, numbers }: Voice): TileNote[] {
  if (!figure.contested) return [];
  const also = (year: number, side: ShownSide | null): TileNote[] =>
    side === null ? [] : [{ before: texts.tile.also(year), amount: numbers.amount(side.amount), after: '' }];
  const sides = [...also(row.fiscal_year, figure.altNow), ...also(row.fiscal_year - 1, figure.altPrior)];
  // What the document states of a change is of the actual amounts.
  const claimed = figure.kind === 'actual' ? row.claimed_change_pct : null;
  if (claimed !== null && figure.change_pct !== null && !sameRate(claimed, figure.change_pct))
    sides.push({ before: texts.tile.claimed, amount: statedRate(claimed), after: '' });
  return sides.length > 0 ? sides : [inWords(texts.tile.otherFigures)];
}
