import type { LoggerInterface, ViewOptions } from 'vega';
import { ROWS, type Chart } from './chart.ts';
import { FORMAT_TYPES } from './locale.ts';
import { installTextWidths } from './text-width.ts';
import { chartConfig, type Mode } from './theme.ts';

/** A chart drawn: SVG elements and the size in px that they take. */
export interface Drawing {
  /** What stands inside an svg element; its ids begin with the given name. */
  elements: string;
  width: number;
  height: number;
}

interface DrawingLook {
  mode: Mode;
  /** In px. */
  width: number;
  /** Colour behind it, which hollow marks show. */
  paper: string;
  /** What its ids begin with, so that several drawings stand in one picture. */
  name: string;
  /** Told what Vega-Lite and Vega object to. */
  warn?: (message: string) => void;
}

/** Draws a chart without a page, in Node as in the browser. Rejects where Vega cannot draw the specification. */
export async function drawingOf(chart: Chart, { mode, width, paper, name, warn }: DrawingLook): Promise<Drawing> {
  // Fetched with the first picture: the pages start without them.
  const [vega, { compile }, { expressionInterpreter }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
  ]);
  installTextWidths(vega);
  for (const [format, write] of Object.entries(FORMAT_TYPES)) vega.expressionFunction(format, write);
  const logger = loggerTo(warn);
  // Where nothing contains the chart, its width is said; everything else is as on the page.
  const spec = { ...chart.spec, width, datasets: { [ROWS]: chart.rows } } as Chart['spec'];
  const compiled = compile(spec, { config: chartConfig(mode, paper), logger: logger as never }).spec;
  const view = new vega.View(vega.parse(compiled, {}, { ast: true }), {
    renderer: 'none',
    logger,
    // The policy of the page allows no evaluated expressions.
    expr: expressionInterpreter,
  } as ViewOptions);
  try {
    return partsOf(await view.toSVG(), name);
  } finally {
    view.finalize();
  }
}

function partsOf(svg: string, name: string): Drawing {
  const found = /^<svg\b([^>]*)>([\s\S]*)<\/svg>\s*$/.exec(svg);
  const size = (attribute: string): number => Number(new RegExp(`\\b${attribute}="([\\d.]+)"`).exec(found![1]!)![1]);
  // Vega counts its ids on through the life of a page: here each begins at 1, so that a chart is always the same text.
  const ids = new Map<string, string>();
  for (const [, id] of found![2]!.matchAll(/\bid="([^"]+)"/g)) ids.set(id!, `${name}-${ids.size + 1}`);
  const elements = found![2]!.replace(/\bid="([^"]+)"|url\(#([^)]+)\)/g, (whole, id?: string, used?: string) =>
    id !== undefined ? `id="${ids.get(id)}"` : ids.has(used!) ? `url(#${ids.get(used!)})` : whole,
  );
  return { elements, width: size('width'), height: size('height') };
}

function loggerTo(warn: ((message: string) => void) | undefined): LoggerInterface {
  const note = (...parts: readonly unknown[]) => (warn?.(parts.map(String).join(' ')), logger);
  const logger = {
    level: () => logger,
    error: note,
    warn: note,
    info: () => logger,
    debug: () => logger,
  } as unknown as LoggerInterface;
  return logger;
}
