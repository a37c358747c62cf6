import { fromZero, ROWS, settings, type Chart, type Layer, type Mark, type Room } from './chart.ts';
import { budgetNumbers } from './chart-numbers.ts';
import { position } from './position.ts';
import { domainOf, labelRoom, namesAbove, rangeBeside, rowAxis, rowStep } from './row-layout.ts';

/** One bar of an actual amount with a tick at its budget. Amounts exact, in one unit; null = not known. */
export interface BudgetBullet {
  name: string;
  actual: string;
  budget: string | null;
  /** The actual amount follows from another document: drawn hollow and dashed. */
  implied: boolean;
  label: string;
  tooltip: string;
  pick: string;
}

/** Actual amounts as bars, budgets as ticks across them, in the order given. */
export function budgetBullets(bullets: readonly BudgetBullet[], room: Room): Chart {
  const rows = bullets.flatMap((bullet, order): Mark[] => {
    const common = { name: bullet.name, order, tooltip: bullet.tooltip, pick: bullet.pick };
    const actual = position(bullet.actual);
    const budget = bullet.budget === null ? null : position(bullet.budget);
    return [
      { ...common, kind: bullet.implied ? 'implied' : 'actual', value: actual },
      ...(budget === null ? [] : [{ ...common, kind: 'budget', value: budget }]),
      { ...common, kind: 'label', value: Math.max(0, actual, budget ?? 0), label: bullet.label },
    ];
  });
  const [least, greatest] = fromZero(rows.map(({ value }) => value as number));
  const x = {
    field: 'value',
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: domainOf('least', 'greatest'), range: rangeBeside('labelRoom'), zero: true, nice: false },
  };
  return {
    rows,
    numbers: budgetNumbers(bullets),
    spec: {
      width: 'container',
      autosize: { type: 'fit-x', contains: 'padding' },
      height: rowStep(room) * bullets.length,
      params: settings({ labelRoom: labelRoom(bullets.map(({ label }) => label)), least, greatest }),
      data: { name: ROWS },
      encoding: { y: rowAxis(room), x },
      layer: [
        ...(['actual', 'implied'] as const).map((kind): Layer => ({
          transform: [{ filter: `datum.kind === '${kind}'` }],
          mark: {
            type: 'bar',
            style: kind === 'actual' ? 'first' : 'implied',
            height: room.narrow ? 14 : 16,
            cursor: 'pointer',
          },
          encoding: { tooltip: { field: 'tooltip' } },
        })),
        {
          transform: [{ filter: "datum.kind === 'budget'" }],
          mark: { type: 'tick', style: 'budget', thickness: 3, height: room.narrow ? 18 : 24 },
          encoding: { tooltip: { field: 'tooltip' } },
        },
        {
          transform: [{ filter: "datum.kind === 'label'" }],
          mark: { type: 'text', style: 'label', align: 'left', baseline: 'middle', dx: 8, cursor: 'pointer' },
          encoding: { text: { field: 'label', type: 'nominal' } },
        },
        ...namesAbove(room),
      ],
    },
  };
}
