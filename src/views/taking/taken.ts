import type { NamedChart } from '../../charts/picture.ts';
import type { TableModel } from '../../components/data-table.ts';
import type { LinesModel } from '../lines-model.ts';
import type { PanelModel } from '../overview/panel-model.ts';

/** What a file is named after, where that is not the body on the page and the heading of the panel. */
export interface TakenSubject {
  /** Body or bodies. */
  body: string;
  /** Measure, or what the panel is about. */
  measure: string;
}

/** What a panel has to give. */
export interface Taken extends TakenSubject {
  /** Of the panel. */
  id: string;
  years: readonly number[];
  /** The finding. */
  title: string;
  /** Unit of what the picture shows. */
  unitNote: string;
  source: string;
  note: string | null;
  table: Pick<TableModel, 'columns' | 'rows'>;
  /** None where there is only the table. */
  charts: readonly NamedChart[];
  description: string;
  key: PanelModel['key'];
  marks: readonly { name: string; mark: { text: string } }[];
}

/** What the model of a panel has to give. */
export function takenOf(model: PanelModel | LinesModel, panel: TakenSubject & Pick<Taken, 'id' | 'unitNote'>): Taken {
  const several = 'charts' in model;
  return {
    ...panel,
    years: model.years,
    title: model.title,
    source: model.source,
    note: model.note,
    table: model.table,
    charts: several ? model.charts : [{ name: '', chart: model.chart }],
    description: several ? model.charts.map(({ description }) => description).join(' ') : model.description,
    key: model.key,
    marks: several ? [] : model.marks,
  };
}
