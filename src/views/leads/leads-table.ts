import type { TableCell, TableModel } from '../../components/data-table.ts';
import type { Voice } from '../../language/voice.ts';
import type { Lead } from '../../metrics/explore-rows.ts';
import { keyOf } from './lead-list.ts';
import { leadSentence, subjectOf } from './lead-sentence.ts';

/** The leads as a table to take away: the two numbers of each, exact in the unit it names. */
export function leadsTable(
  leads: readonly Lead[],
  voice: Voice,
  open: (lead: Lead) => void,
): Pick<TableModel, 'columns' | 'rows'> {
  const { texts } = voice;
  const words = texts.leads;
  const heads = texts.take.leads;
  const text = (content: string): TableCell => ({ kind: 'text', text: content });
  return {
    columns: [
      { title: words.body, kind: 'text' },
      { title: words.year, kind: 'text' },
      { title: words.kind, kind: 'text' },
      { title: heads.subject, kind: 'text' },
      { title: heads.number, kind: 'number' },
      { title: heads.base, kind: 'number' },
      { title: heads.difference, kind: 'number' },
      { title: heads.unit, kind: 'text' },
      { title: heads.rate, kind: 'number', unit: 'percent' },
      { title: heads.weight, kind: 'number', unit: 'percent' },
      { title: heads.sentence, kind: 'text' },
    ],
    rows: leads.map((lead) => {
      const number = (exact: string | null): TableCell =>
        exact === null ? { kind: 'none', text: '—' } : { kind: 'number', text: exact, exact, onopen: () => open(lead) };
      return {
        key: keyOf(lead),
        cells: [
          text(lead.department_name),
          text(String(lead.fiscal_year)),
          text(words.kinds[lead.kind] ?? lead.kind),
          text(subjectOf(lead, voice)),
          number(lead.amount),
          number(lead.base_amount),
          number(lead.difference),
          text(texts.units[lead.unit] ?? lead.unit),
          number(lead.difference_pct),
          number(lead.weight_pct),
          text(leadSentence(lead, voice)),
        ],
      };
    }),
  };
}
