import type { TableModel } from '../../components/data-table.ts';
import type { FigureSource } from '../../components/figure-source.ts';
import type { Finding } from '../../metrics/reconciliation-rows.ts';
import { withUnits } from '../../state/selection.ts';
import { countByVerdict, foldedFindings, gravestFirst } from '../reconciliation/finding-list.ts';
import { writtenFinding } from '../reconciliation/finding-text.ts';
import { sourceLine, type Sources } from '../sources.ts';
import type { FetchSlide, SlideBody, SlideContext, SlideFact } from './slide.ts';

/** The gravest contradiction, both sides as published; where there is none, what was compared. */
export const contradictionsSlide: FetchSlide = async (dashboard, { body, bodies, year }) => {
  // A department's document speaks of its units too.
  const told = withUnits(body.id, bodies);
  const rows = await Promise.all(told.map(({ id }) => dashboard.reconciliation({ department: id, year })));
  const findings = gravestFirst(rows.flat());
  return (context) => slideOf(findings, context);
};

function slideOf(findings: readonly Finding[], context: SlideContext): SlideBody | null {
  const { address, voice, year } = context;
  const { texts } = voice;
  const words = texts.story.contradictions;
  if (findings.length === 0) return null;
  const count = texts.reconciliation.count;
  const counts = countByVerdict(findings);
  const roots = foldedFindings(findings, { rule: address.rule, statement: address.statement, verdict: 'conflict' });
  const asked =
    address.finding === null ? undefined : findings.find(({ finding_id }) => finding_id === address.finding);
  const shown = asked ?? roots[0]?.finding;
  if (shown === undefined) {
    return {
      finding: words.none(count(findings.length)),
      charts: [],
      facts: (
        [
          ['agree', words.agree],
          ['rounding', words.rounding],
          ['scope_differs', words.scope],
          ['not_checkable', words.notCheckable],
        ] as const
      )
        .filter(([verdict]) => counts[verdict] > 0)
        .map(([verdict, label]) => ({ label, value: words.count(count(counts[verdict])), remark: null })),
      unit: null,
      key: [],
      source: sourceLine(context, new Set([year]), []),
      table: null,
      remarks: [],
      openSource: null,
    };
  }
  const written = writtenFinding(shown, texts);
  const side = (label: string, value: string, locator: string | null): SlideFact => ({ label, value, remark: locator });
  return {
    finding:
      asked === undefined
        ? words.found(count(findings.length), count(counts.conflict), shown.subject)
        : words.one(shown.subject),
    charts: [],
    facts: [
      side(shown.left_label, written.left, shown.left_locator),
      side(shown.right_label, written.right, shown.right_locator),
    ],
    unit: null,
    key: [],
    source: sourceLine(context, new Set([year]), [shown.left_locator, shown.right_locator]),
    table: tableOf(
      roots.map(({ finding }) => finding),
      context,
    ),
    remarks: [
      ...(written.difference === null ? [] : [words.difference(written.difference)]),
      ...(written.reason === null ? [] : [written.reason]),
      words.published,
    ],
    openSource: () => context.open((sources) => sourceOf(shown, sources)),
  };
}

function tableOf(findings: readonly Finding[], { voice: { texts } }: SlideContext): TableModel {
  const words = texts.reconciliation.file.columns;
  return {
    caption: texts.reconciliation.name,
    columns: [words.subject, words.left, words.right, words.difference].map((title) => ({ title, kind: 'text' })),
    rows: findings.map((finding) => {
      const written = writtenFinding(finding, texts);
      const cells = [
        finding.subject,
        `${finding.left_label} ${written.left}`,
        `${finding.right_label} ${written.right}`,
        written.difference ?? '—',
      ];
      return { key: finding.finding_id, cells: cells.map((text) => ({ kind: 'text' as const, text })) };
    }),
  };
}

function sourceOf(finding: Finding, sources: Sources): FigureSource {
  const { texts } = sources.voice;
  const written = writtenFinding(finding, texts);
  const side = (label: string, amount: string, locator: string | null): FigureSource['sides'][number] => ({
    ...sources.side({
      label,
      amount: null,
      basis: null,
      locator,
      year: finding.fiscal_year,
      document_id: finding.document_id,
    }),
    amount,
  });
  return {
    title: finding.subject,
    value: written.verdict,
    sides: [
      side(finding.left_label, written.left, finding.left_locator),
      side(finding.right_label, written.right, finding.right_locator),
    ],
    computed: [],
    remarks: [written.sentence],
    query: `queries/checks/${finding.rule}.sql`,
    about: { department: finding.department_id, year: finding.fiscal_year },
    quote: { text: written.sentence, end: '', doubted: [] },
  };
}
