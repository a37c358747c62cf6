import type { TableCell, TableModel } from '../../components/data-table.ts';
import type { Voice } from '../../language/voice.ts';
import type { Basis } from '../../state/exploring.ts';
import type { Compared, Comparison } from './compared.ts';
import { reasonText, scopeText } from './comparison-text.ts';

/** The bodies that are set apart, with their figures as far as there are any, and why: what their list gives away. */
export function apartTable(comparison: Comparison, voice: Voice, open: (compared: Compared) => void): TableModel {
  const { texts, numbers } = voice;
  const words = texts.compare;
  const { apart, absent } = comparison;
  // Budgets and actual amounts never stand in one column.
  const kinds = (['actual', 'initial_budget'] as const).filter((kind: Basis) =>
    apart.some(({ compared }) => compared.kind === kind),
  );
  const none: TableCell = { kind: 'none', text: '—' };
  return {
    caption: words.sections.apart,
    columns: [
      { title: words.columns.body, kind: 'text' },
      { title: words.columns.year, kind: 'text' },
      ...kinds.flatMap((kind) =>
        [words.columns.now(kind), words.columns.prior(kind)].map((title) => ({
          title,
          kind: 'number' as const,
          unit: 'wan' as const,
        })),
      ),
      { title: words.columns.change, kind: 'number', unit: 'wan' },
      { title: words.columns.rate, kind: 'number', unit: 'percent' },
      { title: words.columns.reason, kind: 'text' },
      { title: words.columns.scope, kind: 'text' },
    ],
    rows: [
      ...apart.map(({ compared, reason }) => {
        const cell = (exact: string | null, write: (exact: string) => string, implied = false): TableCell =>
          exact === null ? none : { kind: 'number', text: write(exact), exact, implied, onopen: () => open(compared) };
        return {
          key: compared.row.department_id,
          cells: [
            { kind: 'text' as const, text: compared.row.department_name },
            { kind: 'text' as const, text: texts.year(compared.row.fiscal_year) },
            ...kinds.flatMap((kind) =>
              kind === compared.kind
                ? [
                    cell(compared.amount, numbers.amount, compared.basis === 'implied'),
                    cell(compared.prior, numbers.amount, compared.prior_basis === 'implied'),
                  ]
                : [none, none],
            ),
            cell(compared.change, numbers.signed),
            cell(compared.change_pct, numbers.signedRate),
            { kind: 'text' as const, text: reasonText(compared, reason, voice) },
            { kind: 'text' as const, text: scopeText(compared, comparison, voice) },
          ],
        };
      }),
      ...absent.map(({ department_id, department_name, year }) => {
        const of = year === null ? '' : texts.year(year);
        return {
          key: department_id,
          cells: [
            { kind: 'text' as const, text: department_name },
            { kind: 'text' as const, text: of },
            ...kinds.flatMap(() => [none, none]),
            none,
            none,
            { kind: 'text' as const, text: words.reasons.unpublished(of) },
            { kind: 'text' as const, text: '' },
          ],
        };
      }),
    ],
  };
}
