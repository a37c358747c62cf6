import type { Section } from '../ingest/disclosure.ts';

interface Read {
  title: string;
  document_id: string;
  text_origin: string;
  sections: readonly Section[];
  totals: { figures: number; claims: number; projects: number; indicators: number; unplaced: number };
  snapshot: string | null;
}

type Outcome = Read | { source_name: string; error: string };

const STATUS: Record<Section['status'], string> = {
  data: '有数据',
  empty: '公开无数据',
  missing: '缺',
  quarantined: '已隔离',
};

/** Coverage of what was read, for people: one line a section, then every number that found no place. */
export function coverageTable(outcomes: readonly Outcome[]): string {
  return outcomes
    .flatMap((outcome) =>
      'error' in outcome ? [`${outcome.source_name}：未读入。${outcome.error}`] : linesOf(outcome),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function linesOf(outcome: Read): string[] {
  const { totals } = outcome;
  return [
    `${outcome.title}（${outcome.document_id}）`,
    `  数据 ${totals.figures}，陈述 ${totals.claims}，项目 ${totals.projects}，指标 ${totals.indicators}，未归位的数 ${totals.unplaced}` +
      (outcome.snapshot === null ? '' : `；快照 ${outcome.snapshot}`),
    ...outcome.sections.map(
      (section) =>
        `  ${section.id}\t${section.title}\t${STATUS[section.status]}\t行 ${section.rows}\t数据 ${section.figures}\t陈述 ${section.claims}\t见到的数 ${section.numbers_seen}\t未归位 ${section.unplaced.length}`,
    ),
    ...outcome.sections
      .filter((section) => section.kind !== 'other')
      .flatMap((section) => section.unplaced)
      .map((number) => `  第 ${number.line} 行 ${number.text}：${number.reason}（${number.section}）`),
  ];
}
