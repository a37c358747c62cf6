import type { Chart } from '../../charts/chart.ts';
import type { TableModel } from '../../components/data-table.ts';

/** What a panel shows, written out; a null panel model means that nothing is published. */
export interface PanelModel {
  /** The finding, computed from the rows. */
  title: string;
  /** The chart in words. */
  description: string;
  chart: Chart;
  table: TableModel;
  source: string;
  note: string | null;
  /** What a click on a mark with that `pick` opens. */
  open: (pick: string) => void;
  key: readonly { swatch: 'first' | 'second' | 'implied' | 'budget' | 'dot' | 'total'; text: string }[];
}
