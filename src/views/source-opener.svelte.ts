import type { FigureSource } from '../components/figure-source.ts';
import type { PanelContext } from './overview/panel-context.ts';
import type { Sources } from './sources.ts';
import { SourceCollector } from './taking/collected.ts';

/** The opened source of a view: how it is written, so that the dialog follows language and late answers. */
export class SourceOpener {
  write = $state.raw<((sources: Sources) => FigureSource) | null>(null);

  /** Learns what a figure would open. */
  readonly collector = new SourceCollector();

  /** A context for panels whose figures open here. `onopen` fetches what the dialog looks up. */
  context(of: Omit<PanelContext, 'open'>, onopen: () => void): PanelContext {
    return {
      ...of,
      open: (how) => {
        if (this.collector.takes(how)) return;
        onopen();
        this.write = how;
      },
    };
  }

  close(): void {
    this.write = null;
  }
}
