import type { HeadlineTile, TileNote } from '../../components/headline-tile.ts';
import { directionOf, sameRate } from '../../language/numbers.ts';
import type { Voice } from '../../language/voice.ts';
import type { HeadlineChange } from '../../metrics/rows.ts';
import { statedRate } from './exact-text.ts';
import { fundToName, headlineOf } from './headline-choice.ts';

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

/** Writes out one headline figure. */
export function tileOf(row: HeadlineChange, voice: Voice): HeadlineTile {
  const { texts, numbers } = voice;
  const fund = fundToName(row);
  return {
    measure: row.measure,
    name: texts.measures[row.measure] ?? row.measure_name,
    scope: fund === null ? null : (texts.funds[fund] ?? fund),
    amount: row.actual === null ? null : numbers.amount(row.actual),
    implied: row.actual_basis === 'implied',
    impliedNote: texts.basis.implied!,
    change:
      row.change === null || row.actual === null
        ? null
        : {
            direction: directionOf(row.change),
            amount: numbers.signed(row.change),
            rate: row.change_pct === null ? null : numbers.signedRate(row.change_pct),
          },
    against: againstWhat(row, voice),
    contested: contestedSides(row, voice),
  };
}

const inWords = (before: string): TileNote => ({ before, amount: null, after: '' });

function againstWhat(row: HeadlineChange, { texts, numbers }: Voice): TileNote {
  const reasons = texts.tile.reasons;
  if (row.actual === null) return inWords(reasons.no_actual!);
  if (row.comparability !== 'comparable') return inWords(reasons[row.comparability] ?? row.comparability);
  if (row.change === null) return inWords(reasons.not_computed!);
  if (row.prior_actual === null) return inWords(reasons.no_prior!);
  return {
    before: texts.tile.against(row.fiscal_year - 1),
    amount: numbers.amount(row.prior_actual),
    after: row.prior_basis === 'implied' ? texts.tile.impliedAfter : '',
  };
}

function contestedSides(row: HeadlineChange, { texts, numbers }: Voice): TileNote[] {
  if (!row.contested) return [];
  const also = (year: number, amount: string | null): TileNote[] =>
    amount === null ? [] : [{ before: texts.tile.also(year), amount: numbers.amount(amount), after: '' }];
  const sides = [...also(row.fiscal_year, row.alt_actual), ...also(row.fiscal_year - 1, row.alt_prior_actual)];
  const claimed = row.claimed_change_pct;
  if (claimed !== null && row.change_pct !== null && !sameRate(claimed, row.change_pct))
    sides.push({ before: texts.tile.claimed, amount: statedRate(claimed), after: '' });
  return sides.length > 0 ? sides : [inWords(texts.tile.otherFigures)];
}
