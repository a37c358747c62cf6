import type { FigureSource, SourceSide } from '../../components/figure-source.ts';
import type { UnderstoodNumber } from '../../ingest/understanding.ts';
import type { ClaimEvidence } from '../../metrics/claim-rows.ts';
import type { Sources } from '../sources.ts';
import { aboutOf, evidenceLabel, exactValue, formulaOf, reasonOf, type Wording } from './claim-words.ts';

const QUERY = 'queries/metrics/claim_check.sql';

/** Where a piece of evidence stands, or the amounts that it was computed from. */
export function claimSource(
  row: ClaimEvidence,
  number: UnderstoodNumber,
  wording: Wording,
  sources: Sources,
): FigureSource {
  const { texts } = wording.voice;
  const label = evidenceLabel(row, number, wording);
  const basis = row.basis === 'implied' ? texts.basis['implied']! : texts.source.publishedBasis;
  const formula = formulaOf(row, number);
  const reason = reasonOf(row, wording.voice);
  const isAmount = row.unit === '万元';
  const at = { year: number.year, document_id: row.document_id };
  const sides: SourceSide[] =
    formula === null
      ? [
          {
            ...sources.side({ label, amount: isAmount ? row.value : null, basis, locator: row.locator, ...at }),
            ...(isAmount || row.value === null ? {} : { amount: exactValue(row.value, row.unit, wording.voice) }),
          },
        ]
      : [
          sources.side({
            label: texts.check.part,
            amount: row.part_value,
            basis: null,
            locator: row.part_locator,
            year: number.year,
          }),
          sources.side({ label: texts.check.whole, amount: row.whole_value, basis, locator: row.locator, ...at }),
        ];
  return {
    title: aboutOf(number, wording),
    value: row.value === null ? texts.tile.none : exactValue(row.value, row.unit, wording.voice),
    sides,
    computed: formula === null ? [] : [formula],
    remarks: reason === null ? [] : [reason + texts.check.stop],
    query: QUERY,
    about: { department: number.department, year: number.year },
    quote: {
      text: texts.quote.evidence(
        aboutOf(number, wording),
        label,
        row.value === null ? texts.tile.none : exactValue(row.value, row.unit, wording.voice),
      ),
      end: texts.quote.stop,
      doubted: [],
    },
  };
}
