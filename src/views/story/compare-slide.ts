import type { Order, YearOf } from '../../state/exploring.ts';
import { comparisonOf, type Choice } from '../compare/compared.ts';
import { dotsPanel } from '../compare/compared-panels.ts';
import { findingOf } from '../compare/title.ts';
import { panelSlide } from './panel-slide.ts';
import type { FetchSlide } from './slide.ts';

/** Bodies of one level beside each other; amounts spent where they are known, else budgets. */
export const compareSlide: FetchSlide = async (dashboard, { body, year, address }) => {
  const rows = await dashboard.departmentComparison();
  const choice: Choice = {
    level: address.level ?? body.level,
    bodies: address.bodies?.split(',') ?? null,
    measure: address.measure ?? rows[0]?.measure ?? '',
    by: (address.order as Order | null) ?? 'change_pct',
    basis: address.basis ?? 'actual',
    at: address.at ?? (String(year) as YearOf),
  };
  const comparison = comparisonOf(rows, choice);
  const kind = (['actual', 'initial_budget'] as const).find((candidate) => comparison.placed[candidate].length > 0);
  return (context) => {
    if (kind === undefined) return null;
    const { bodies, voice } = context;
    const finding = findingOf(comparison, kind, choice, voice);
    return panelSlide(
      ({ room, marks }) =>
        dotsPanel(kind, {
          choice,
          comparison,
          voice,
          room,
          marks,
          documents: bodies.flatMap(({ documents }) => documents),
          open: ({ row }, write) => context.openOf(bodies.find(({ id }) => id === row.department_id) ?? body)(write),
        }),
      context,
      { lead: comparison.placed[kind][0]!.row.department_id, ...(finding === null ? {} : { finding }) },
    );
  };
};
