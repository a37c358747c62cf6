import { Exact } from '../money/decimal.ts';
import { toWanYuan } from '../money/parse.ts';
import { NumberLedger, numberIn, rowsOf, type Row } from './annex-cells.ts';
import type { AnnexTable } from './annex-figure.ts';
import { readIndicators } from './annex-indicators.ts';
import {
  moneyFigures,
  moneyHeader,
  moneyRows,
  type MoneyColumn,
  type MoneyHeader,
  type MoneyRow,
} from './annex-money-rows.ts';
import type { OutsideEvidence } from './annex-outside.ts';
import { totalFigures } from './annex-overall-evaluation.ts';
import type { Figure, Project } from './disclosure.ts';
import type { Part, Reading } from './part.ts';
import { closeUp } from './wording.ts';

export interface ProjectNames {
  project_name: string;
  unit_name: string;
  supervisor: string;
}

const LABELS: ReadonlyArray<readonly [RegExp, keyof ProjectNames]> = [
  [/^(?:预算)?(?:一级)?项目(?:支出)?(?:名称)?$|^(?:专项|政策)(?:资金)?(?:支出)?名称$/, 'project_name'],
  [/^(?:项目)?(?:实施|承担|执行|用款)(?:单位|部门)(?:名称)?$/, 'unit_name'],
  [/^(?:市级|省级|县级|区级)?主管(?:单位|部门)(?:名称)?$/, 'supervisor'],
];

/** Name of the project, who carries it out and who is in charge, from the head of a self-evaluation; "" where not given. */
export function projectNames(rows: readonly Row[]): ProjectNames {
  const names: ProjectNames = { project_name: '', unit_name: '', supervisor: '' };
  let open: { field: keyof ProjectNames; index: number } | null = null;
  for (const row of rows) {
    if (row.words.some((words) => /年初预算|预期目标|一级指标/.test(words))) break;
    let label: keyof ProjectNames | null = null;
    for (const [index, words] of row.words.entries()) {
      if (words === '') continue;
      const field = LABELS.find(([pattern]) => pattern.test(words))?.[1];
      if (field) {
        label = field;
      } else if (label && names[label] === '') {
        names[label] = closeUp(row.cells[index]!);
        open = { field: label, index };
        label = null;
      } else if (open && open.index === index && row.words.filter((word) => word !== '').length === 1) {
        // A name that runs on below a page break.
        names[open.field] += closeUp(row.cells[index]!);
      }
    }
  }
  return names;
}

/**
 * Reads a self-evaluation of one project (项目支出绩效自评表). Every row of money is kept as figures as published; the
 * project's own amounts are those of 年度资金总额, or of 当年财政拨款 where the total is all zero and that row is not: then
 * the rows were evidently filled in one line off, and `place.row` names the row that was taken. Blank is null, not 0. The
 * project belongs to the unit whose annexes hold it, whoever carries it out.
 */
export function readProjectEvaluation(
  part: Part,
  annexTable: AnnexTable,
  annex: string,
  outside: (names: ProjectNames) => OutsideEvidence,
): Reading {
  const rows = rowsOf(part);
  const names = projectNames(rows);
  const table = { ...annexTable, section: `${annex} ${names.project_name || annexTable.section}` };
  const ledger = new NumberLedger(part, table.section);
  const header = moneyHeader(rows);
  const money = header ? moneyRows(rows, header) : [];
  const figures: Figure[] = header ? moneyFigures(table, header, money, ledger) : [];
  const { department_id, fiscal_year, section } = table;
  const owner = { department_id, fiscal_year, section, annex, project_name: names.project_name };
  const { indicators, total } = readIndicators(rows, owner, ledger);
  figures.push(...totalFigures(table, total));

  const projects: Project[] = [];
  if (names.project_name !== '') {
    const main = mainRow(money);
    const amounts = amountsOf(main, header);
    projects.push({
      department_id,
      fiscal_year,
      annex,
      project_name: names.project_name,
      unit_name: names.unit_name,
      ...amounts,
      score: total && total.score !== null ? numberIn(total.row.cells[total.score]!)!.value : null,
      ...outside(names),
      place: {
        section,
        row: main?.label ?? null,
        column: null,
        line: main?.row.line.number ?? rows[0]!.line.number,
        page: main?.row.line.page ?? rows[0]!.line.page,
      },
    });
  }
  return {
    figures,
    claims: [],
    projects,
    indicators,
    rows: rows.length,
    numbers_seen: ledger.seen,
    unplaced: ledger.unplaced,
  };
}

const AMOUNTS = ['initial_budget', 'revised_budget', 'actual'] as const;

function mainRow(money: readonly MoneyRow[]): MoneyRow | null {
  const total = money.find((row) => row.row_code === 'total') ?? null;
  const current = money.find((row) => row.row_code === 'current_appropriation') ?? null;
  if (!total) return current;
  const published = AMOUNTS.map((key) => valueAt(total, key)).filter((value) => value !== null);
  const isZero = published.length > 0 && published.every((value) => new Exact(value).isZero());
  const currentHasMoney = current !== null && AMOUNTS.some((key) => !new Exact(valueAt(current, key) ?? '0').isZero());
  return isZero && currentHasMoney ? current : total;
}

function amountsOf(
  main: MoneyRow | null,
  header: MoneyHeader | null,
): Pick<Project, 'initial_budget' | 'revised_budget' | 'executed' | 'stated_execution_pct' | 'execution_score'> {
  const money = (key: MoneyColumn): string | null => {
    const value = main && valueAt(main, key);
    return value === null || !header ? null : toWanYuan(value, header.unit);
  };
  return {
    initial_budget: money('initial_budget'),
    revised_budget: money('revised_budget'),
    executed: money('actual'),
    stated_execution_pct: main && valueAt(main, 'execution_pct'),
    execution_score: main && valueAt(main, 'score'),
  };
}

function valueAt(row: MoneyRow, key: MoneyColumn): string | null {
  const index = row.cells.get(key);
  return index === undefined ? null : (numberIn(row.row.cells[index]!)?.value ?? null);
}
