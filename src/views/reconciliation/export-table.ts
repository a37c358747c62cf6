import type { ExportCell, ExportTable } from '../../exports/export-table.ts';
import type { Texts } from '../../language/texts.ts';
import type { Finding } from '../../metrics/reconciliation-rows.ts';
import type { SourceDocument } from '../../state/started.ts';
import { writtenFinding } from './finding-text.ts';

/** All comparisons as a table to take away: numbers exact as they are stored, words in the language of the page. */
export function findingsTable(
  findings: readonly Finding[],
  documents: readonly SourceDocument[],
  texts: Texts,
): ExportTable {
  const words = texts.reconciliation;
  const heads = words.file.columns;
  const byId = new Map(documents.map((document) => [document.id, document]));
  const number = (exact: string | null): ExportCell => (exact === null ? null : { exact });
  return {
    name: words.file.sheet,
    columns: [
      heads.id,
      heads.rule,
      heads.verdict,
      heads.severity,
      heads.statement,
      heads.subject,
      heads.unit,
      heads.left,
      heads.leftValue,
      heads.leftPlace,
      heads.right,
      heads.rightValue,
      heads.rightPlace,
      heads.difference,
      heads.tolerance,
      heads.reason,
      heads.followsFrom,
      heads.message,
      heads.document,
      heads.source,
      heads.checksum,
    ],
    rows: findings.map((finding) => {
      const written = writtenFinding(finding, texts);
      const document = byId.get(finding.document_id);
      return [
        finding.finding_id,
        written.rule,
        written.verdict,
        finding.verdict === 'conflict' ? String(finding.severity) : null,
        written.statement,
        finding.subject,
        finding.unit,
        finding.left_label,
        number(finding.left_value),
        finding.left_locator,
        finding.right_label,
        number(finding.right_value),
        finding.right_locator,
        number(finding.difference),
        number(finding.tolerance),
        written.reason,
        finding.follows_from,
        written.sentence,
        document?.title ?? finding.document_id,
        document?.source ?? null,
        document?.sha256 ?? null,
      ];
    }),
  };
}
