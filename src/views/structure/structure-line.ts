import type { FigureSource } from '../../components/figure-source.ts';
import type { EconomicStructure, ExpenditureStructure, PriorBasis } from '../../metrics/rows.ts';
import type { AmountKind } from '../../state/analysis-address.ts';
import { basicSide } from '../overview/economic-panel.ts';
import { plain } from '../overview/exact-text.ts';
import { shownSubject } from '../overview/shown-subject.ts';
import { quoteOf } from '../quotes/figure-quote.ts';
import type { Sources } from '../sources.ts';
import { structureSource } from '../overview/structure-panel.ts';

/** A subject of either classification with amounts of one kind, exact in 万元; null = not known. */
export interface StructureLine {
  fund: string;
  code: string;
  name: string;
  level: number;
  parent: string | null;
  amount: string;
  share: string | null;
  basic: string | null;
  project: string | null;
  prior: { amount: string; basis: PriorBasis } | null;
  change: string | null;
  changePct: string | null;
  contested: boolean;
  locator: string | null;
  source: (sources: Sources) => FigureSource;
}

/** The functional subjects of a year as spent or as budgeted. */
export function functionalLines(rows: readonly ExpenditureStructure[], kind: AmountKind): StructureLine[] {
  return rows.flatMap((row): StructureLine[] => {
    const shown = shownSubject(row, kind);
    if (shown === null) return [];
    return [
      {
        fund: shown.fund,
        code: shown.subject_code,
        name: shown.subject_name,
        level: shown.level,
        parent: shown.parent_code,
        amount: shown.amount,
        share: shown.share_pct,
        basic: shown.basic,
        project: shown.project,
        prior: shown.prior,
        change: shown.change,
        changePct: kind === 'actual' ? row.change_pct : row.budget_change_pct,
        contested: kind === 'actual' && row.contested,
        locator: shown.locator,
        source: (sources) => structureSource(shown, sources),
      },
    ];
  });
}

/** The economic subjects of a year as spent or as budgeted: basic expenditure only. */
export function economicLines(rows: readonly EconomicStructure[], kind: AmountKind): StructureLine[] {
  return rows.flatMap((row): StructureLine[] => {
    const amount = row[kind];
    if (amount === null) return [];
    const spent = kind === 'actual';
    const prior =
      spent && row.prior_actual !== null
        ? { amount: row.prior_actual, basis: row.prior_basis ?? ('published' as const) }
        : null;
    return [
      {
        // The statement is one of the general public budget.
        fund: 'general_public',
        code: row.subject_code,
        name: row.subject_name,
        level: row.level,
        parent: row.parent_code,
        amount,
        // Shares are of the actual amounts.
        share: spent ? row.share_pct : null,
        basic: null,
        project: null,
        prior,
        change: spent ? row.change : null,
        changePct: spent ? row.change_pct : null,
        contested: spent && row.contested,
        locator: spent ? row.locator : row.initial_budget_locator,
        source: (sources) => economicSource(row, kind, amount, sources),
      },
    ];
  });
}

function economicSource(row: EconomicStructure, kind: AmountKind, amount: string, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const words = texts.source;
  const of = words.of[kind];
  const year = row.fiscal_year;
  const side = (ofYear: number, ofAmount: string, locator: string | null) =>
    sources.side({ label: of.side(ofYear), amount: ofAmount, basis: words.publishedBasis, locator, year: ofYear });
  const spent = kind === 'actual';
  const prior = spent ? row.prior_actual : null;
  const computed: string[] = [];
  const total = spent && row.share_pct !== null ? row.total_actual : null;
  if (total !== null) computed.push(words.shareOfBasic(plain(amount), plain(total), `${row.share_pct}%`));
  if (prior !== null && row.change !== null) computed.push(of.change(plain(amount), plain(prior), plain(row.change)));
  return {
    title: `${row.subject_code} ${texts.subject(row.subject_code, row.subject_name)} · ${texts.year(year)}`,
    value: texts.withUnit(numbers.amount(amount), unit),
    sides: [
      side(year, amount, spent ? row.locator : row.initial_budget_locator),
      ...(prior === null ? [] : [side(year - 1, prior, row.prior_locator)]),
      ...(total === null ? [] : [basicSide(total, row, sources)]),
    ],
    computed,
    remarks: spent && row.contested ? [texts.contested] : [],
    query: 'queries/metrics/economic_structure.sql',
    about: { department: row.department_id, year },
    quote: quoteOf(
      {
        body: row.department_name,
        year,
        name: texts.quote.economic(row.subject_code, texts.subject(row.subject_code, row.subject_name)),
        fund: null,
        kind,
        amount,
        basis: 'published',
        other: null,
        contested: spent && row.contested,
        share: spent && row.share_pct !== null ? { whole: texts.quote.wholes.basic!, rate: row.share_pct } : null,
        change: spent
          ? {
              prior,
              basis: row.prior_basis,
              other: row.alt_prior_actual,
              change: row.change,
              change_pct: row.change_pct,
              comparability: row.comparability,
            }
          : null,
      },
      sources.voice,
    ),
  };
}
