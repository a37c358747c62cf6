import type { Chart } from '../charts/chart.ts';
import type { PanelModel } from './overview/panel-model.ts';

/** What a panel of one or several charts over the years shows, written out. */
export interface LinesModel extends Omit<PanelModel, 'chart' | 'description' | 'marks'> {
  /** One, or several beside each other with their names. */
  charts: readonly { name: string; chart: Chart; description: string }[];
  /** False where nothing has a value to be drawn. */
  known: boolean;
}
