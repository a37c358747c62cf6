import type { Chart } from '../../charts/chart.ts';
import type { FigureMark } from '../../components/figure-mark.ts';
import type { TableModel } from '../../components/data-table.ts';

/** What a panel shows, written out; a null panel model means that nothing is published. */
export interface PanelModel {
  /** The finding, computed from the rows. */
  title: string;
  /** Opens the source of the figure that the title speaks of first; null where it names none, or counts. */
  openTitle: (() => void) | null;
  /** The chart in words. */
  description: string;
  chart: Chart;
  table: TableModel;
  source: string;
  /** Fiscal years that its numbers are of. */
  years: readonly number[];
  note: string | null;
  /** Figures of the panel that another place contradicts. */
  marks: readonly { name: string; mark: FigureMark }[];
  /** What a click on a mark with that `pick` opens. */
  open: (pick: string) => void;
  key: readonly { swatch: 'first' | 'second' | 'implied' | 'budget' | 'dot' | 'total' | 'dashed'; text: string }[];
}
