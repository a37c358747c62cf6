import type { Voice } from '../../language/voice.ts';
import type { ProjectExecution } from '../../metrics/rows.ts';
import { budgetOf } from '../overview/finding.ts';
import { below, type Subjects } from './execution-list.ts';

/** The finding: how many are under the limit, or how the budget was met as a whole. */
export function executionTitle(
  { total, budgeted, unbudgeted }: Subjects,
  projects: readonly ProjectExecution[],
  limit: string | null,
  body: string,
  year: number,
  { texts, numbers }: Voice,
): string {
  const words = texts.executionPage.title;
  const subjects = budgeted.length + unbudgeted.length;
  if (subjects === 0 && projects.length === 0 && total === null) return words.none(body, texts.year(year));
  if (limit !== null)
    return words.below(
      limit,
      projects.length === 0 ? null : below(projects, limit).length,
      subjects === 0 ? null : below(budgeted, limit).length,
    );
  const budget = total === null ? null : budgetOf(total);
  if (total !== null && budget !== null && total.execution_pct !== null)
    return (
      texts.execution.title(texts.budgets[budget.base]!, numbers.rate(total.execution_pct)) +
      texts.execution.titleCounts(
        budgeted.filter(({ status }) => status === 'over').length,
        budgeted.filter(({ status }) => status === 'under').length,
        unbudgeted.length,
      )
    );
  return projects.length > 0 ? words.projectsOnly(projects.length) : texts.execution.untitled;
}
