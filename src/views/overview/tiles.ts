import type { HeadlineTile } from '../../components/headline-tile.ts';
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

function againstWhat(row: HeadlineChange, { texts, numbers }: Voice): string {
  const reasons = texts.tile.reasons;
  if (row.actual === null) return reasons.no_actual!;
  if (row.comparability !== 'comparable') return reasons[row.comparability] ?? row.comparability;
  if (row.change === null) return reasons.not_computed!;
  if (row.prior_actual === null) return reasons.no_prior!;
  const basis = row.prior_basis === 'implied' ? `（${texts.basis.implied}）` : '';
  return texts.tile.against(row.fiscal_year - 1, numbers.amount(row.prior_actual)) + basis;
}

function contestedSides(row: HeadlineChange, { texts, numbers }: Voice): string[] {
  if (!row.contested) return [];
  const sides: string[] = [];
  if (row.alt_actual !== null) sides.push(texts.tile.alsoActual(row.fiscal_year, numbers.amount(row.alt_actual)));
  if (row.alt_prior_actual !== null)
    sides.push(texts.tile.alsoPrior(row.fiscal_year - 1, numbers.amount(row.alt_prior_actual)));
  if (
    row.claimed_change_pct !== null &&
    row.change_pct !== null &&
    !sameRate(row.claimed_change_pct, row.change_pct)
  )
    sides.push(texts.tile.claimed(statedRate(row.claimed_change_pct)));
  return sides.length > 0 ? sides : [texts.tile.otherFigures];
}
