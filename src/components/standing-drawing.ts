import type { Result, VisualizationSpec } from 'vega-embed';
import { ROWS, settable, type Chart } from '../charts/chart.ts';
import { FORMAT_TYPES } from '../charts/locale.ts';
import { installTextWidths } from '../charts/text-width.ts';
import { stageConfig } from '../charts/stage-theme.ts';
import { chartConfig, type Mode } from '../charts/theme.ts';

/** So many drawings wait to be taken out again; of more, the one put away first is let go. */
const MOST_PUT_AWAY = 24;

/** Put away, by what they can show, the last one put away at the end. */
const putAway: StandingDrawing[] = [];

/**
 * A drawing that shows one chart after the other, as long as they differ in nothing but what is settable. Drawing anew
 * costs many times as much, so one that is not needed is put away for the next chart of its kind.
 */
export class StandingDrawing {
  /** Told the `pick` of a mark that was chosen. */
  onpick: (pick: string) => void = () => undefined;

  private constructor(
    /** What the drawing can show, and in which colours. */
    readonly kind: string,
    private readonly element: HTMLElement,
    private readonly result: Result,
    private shown: Chart,
  ) {
    result.view.addEventListener('click', (_event, item) => {
      const pick: unknown = item?.datum?.pick;
      if (typeof pick === 'string') this.onpick(pick);
    });
  }

  /** Same for all charts that one drawing can show. */
  static kindOf(chart: Chart, colours: Mode, stage = false): string {
    return `${stage ? 'stage ' : ''}${colours} ${settable(chart.spec).text}`;
  }

  /** One that was put away, with the chart in it and in its place; null where there is none. */
  static takeOut(chart: Chart, colours: Mode, place: HTMLElement, stage = false): StandingDrawing | null {
    const kind = StandingDrawing.kindOf(chart, colours, stage);
    const at = putAway.findLastIndex((drawing) => drawing.kind === kind);
    if (at < 0) return null;
    const [drawing] = putAway.splice(at, 1);
    place.append(drawing!.element);
    drawing!.result.view.signal('width', place.clientWidth);
    drawing!.show(chart);
    return drawing!;
  }

  /** Draws anew. Rejects where the chart cannot be drawn. */
  static async draw(chart: Chart, colours: Mode, place: HTMLElement, stage = false): Promise<StandingDrawing> {
    const [{ default: embed, vega }, { expressionInterpreter }] = await Promise.all([
      import('vega-embed'),
      import('vega-interpreter'),
    ]);
    installTextWidths(vega);
    const element = document.createElement('div');
    place.append(element);
    const spec = { ...chart.spec, datasets: { [ROWS]: [...chart.rows] } } as VisualizationSpec;
    const result = await embed(element, spec, {
      mode: 'vega-lite',
      actions: false,
      // The policy of the page allows neither inline style sheets nor evaluated expressions.
      defaultStyle: false,
      tooltip: { theme: 'chart', disableDefaultStyle: true },
      ast: true,
      expr: expressionInterpreter,
      renderer: 'svg',
      config: stage ? stageConfig(colours) : chartConfig(colours),
      expressionFunctions: FORMAT_TYPES,
    });
    return new StandingDrawing(StandingDrawing.kindOf(chart, colours, stage), element, result, chart);
  }

  /** Shows another chart of the same kind. */
  show(chart: Chart): void {
    const { view } = this.result;
    const [before, { height, values }] = [settable(this.shown.spec), settable(chart.spec)];
    for (const [name, value] of values) {
      if (JSON.stringify(value) !== JSON.stringify(before.values.get(name))) view.signal(name, value);
    }
    if (height !== null && height !== before.height) view.height(height);
    if (chart.rows !== this.shown.rows) view.data(ROWS, [...chart.rows]);
    // The names beside the bars may be longer: the plot gives way.
    view.resize();
    this.shown = chart;
    void view.runAsync();
  }

  putAway(): void {
    this.onpick = () => undefined;
    this.element.remove();
    putAway.push(this);
    if (putAway.length > MOST_PUT_AWAY) putAway.shift()!.letGo();
  }

  letGo(): void {
    this.element.remove();
    this.result.finalize();
  }
}
