import type { Head } from '../snapshot/head.ts';
import type { NotUnderstood, StatementFound, Summary } from './collection.ts';

/** A head with what its parts amount to. */
export interface Contents {
  head: Head;
  /** Statement of each figure, and the title it stands under. */
  figures: readonly { statement: string; title: string }[];
  claims: number;
  projects: number;
  /** Where the document breaks off, in Chinese; null where it is whole. */
  interruption: string | null;
  /** Page of a line, where the format has pages. */
  pageOf: (line: number) => number | null;
}

/** What the reader is told of a file before anything of it is added. */
export function summaryOf(
  { head, figures, claims, projects, interruption, pageOf }: Contents,
  file: { name: string; format: Summary['format'] },
  isKnown: (bodyId: string) => boolean,
): Summary {
  const statements = statementsOf(head, figures);
  const body = head.bodies.find(({ department_id }) => department_id === head.department_id);
  return {
    fileName: file.name,
    format: file.format,
    body: { id: head.department_id, name: body?.name ?? head.department_id, known: isKnown(head.department_id) },
    year: head.fiscal_year,
    kind: head.kind,
    title: head.title,
    statements,
    figures: figures.length,
    claims,
    projects,
    notUnderstood: notUnderstood(head, pageOf),
    conflicts: [
      ...(interruption === null ? [] : [interruption]),
      ...statements
        .filter(({ status }) => status === 'quarantined')
        .map(
          ({ title }) => `“${title}”与本表的合计核对不上，可能错位、缺行或无从核对：没有核对上的数只供查看，不参与计算`,
        ),
    ],
    sourceSha256: head.source_sha256,
  };
}

/** As the sections say; of a file that has none (CSV), the statements that its figures stand in. */
function statementsOf(head: Head, figures: Contents['figures']): StatementFound[] {
  if (head.sections.length > 0)
    return head.sections
      .filter(({ kind }) => kind === 'statement')
      .map(({ id, title, status, figures: count }) => ({ id, title, status, figures: count }));
  const found = new Map<string, StatementFound>();
  for (const { statement, title } of figures) {
    const known = found.get(statement) ?? { id: statement, title, status: 'data' as const, figures: 0 };
    found.set(statement, { ...known, figures: known.figures + 1 });
  }
  return [...found.values()];
}

/** As the command line lists them: what stands outside statements, narrative and annexes is no amount of the account. */
function notUnderstood({ sections }: Head, pageOf: Contents['pageOf']): NotUnderstood[] {
  return sections
    .filter(({ kind }) => kind !== 'other')
    .flatMap(({ unplaced }) => unplaced)
    .map(({ text, reason, section, line }) => ({ text, reason, section, line, page: pageOf(line) }));
}
