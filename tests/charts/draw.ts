import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import { ROWS, type Chart } from '../../src/charts/chart.ts';
import { FORMAT_TYPES } from '../../src/charts/locale.ts';
import { installTextWidths } from '../../src/charts/text-width.ts';
import { chartConfig, type Mode } from '../../src/charts/theme.ts';

installTextWidths(vega);
for (const [name, format] of Object.entries(FORMAT_TYPES)) vega.expressionFunction(name, format);

/** What a chart looks like in Node, and what Vega-Lite or Vega had to say against it. */
export async function draw(
  chart: Chart,
  width = 600,
  mode: Mode = 'light',
): Promise<{ svg: string; warnings: string[] }> {
  const warnings: string[] = [];
  const note = (...parts: readonly unknown[]) => void warnings.push(parts.map(String).join(' '));
  const logger = {
    level: () => logger,
    error: (...parts: readonly unknown[]) => (note(...parts), logger),
    warn: (...parts: readonly unknown[]) => (note(...parts), logger),
    info: () => logger,
    debug: () => logger,
  } as unknown as vega.LoggerInterface;
  // Where nothing contains the chart, its width is said; everything else is as in the page.
  const spec = { ...chart.spec, width, datasets: { [ROWS]: chart.rows } };
  const compiled = compile(spec as Chart['spec'], { config: chartConfig(mode), logger: logger as never }).spec;
  const view = new vega.View(vega.parse(compiled, {}, { ast: true }), {
    renderer: 'none',
    logger,
    expr: expressionInterpreter,
  } as vega.ViewOptions);
  const svg = await view.toSVG();
  view.finalize();
  return { svg, warnings };
}

/** Texts of a drawing, in the order they were drawn. */
export function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);
}

/** How many drawn shapes of a mark a drawing has. */
export function shapesOf(svg: string, mark: 'rect' | 'symbol' | 'rule'): number {
  const groups = [...svg.matchAll(new RegExp(`<g class="mark-${mark} role-mark[^"]*"[^>]*>([\\s\\S]*?)</g>`, 'g'))];
  return groups.reduce((sum, [, inside]) => sum + [...inside!.matchAll(/<(?:path|line)\b/g)].length, 0);
}
