import type { Texts } from './texts.ts';

/** Name of a view in the navigation and in the title of the window. */
export function viewName(view: string, texts: Texts): string {
  const names: Record<string, string> = {
    overview: texts.reconciliation.overview,
    change: texts.change.name,
    structure: texts.structureView.name,
    trends: texts.trends.name,
    'three-public': texts.threePublicView.name,
    ...texts.pages,
    check: texts.check.name,
    sql: texts.console.name,
    story: texts.story.name,
    reconciliation: texts.reconciliation.name,
  };
  return names[view] ?? view;
}
