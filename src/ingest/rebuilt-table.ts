import type { Figure } from './disclosure.ts';
import type { Line, Reading } from './part.ts';
import { relationsOf, type Relation } from './statement-relations.ts';
import { holds, isNothing, type Sum } from './statement-sums.ts';

const REBUILT = '原文每个单元格各占一行，按行列还原';

/**
 * What was read of a table whose rows a reader had to put together from lines that hold one cell each. A line that is lost or
 * doubled there may move amounts unseen, so they are used only where the sums of the statement itself bear them out:
 * where one of these fails every figure is set apart, else those that no sum confirms.
 */
export function borneOut(reading: Reading, lines: readonly Line[]): Reading {
  const rebuilt = new Set(lines.flatMap(({ number, isRebuilt }) => (isRebuilt ? [number] : [])));
  if (rebuilt.size === 0) return reading;
  const own = reading.figures.filter(({ place }) => rebuilt.has(place.line));
  // Where a number found no column, its sums do not fail, they are open.
  const isOpen = reading.unplaced.some(({ line }) => rebuilt.has(line));
  const relations = relationsOf(own);
  const failed = relations.find((relation) => !way(relation) && (!isOpen || relation.isOfRow));
  const sound = isOpen ? borneOutSoFar(relations) : new Set(relations.flatMap((each) => figuresOf(way(each))));
  const reasonOf = (figure: Figure): string | null => {
    if (figure.quarantine !== null || !rebuilt.has(figure.place.line)) return figure.quarantine;
    if (failed) return `${REBUILT}后“${nameOf(failed)}”不等于其各项之和，可能缺行或多行`;
    if (sound.has(figure)) return null;
    return `${REBUILT}后${isOpen ? '有数字不能确定对应哪一列，' : '本表'}没有合计可以核对这个数`;
  };
  const figures = reading.figures.map((figure) => ({ ...figure, quarantine: reasonOf(figure) }));
  return { ...reading, figures };
}

const TOPS = new Set(['total', 'revenue', 'expenditure', 'three_public', 'personnel', 'operating']);

/**
 * Where numbers are left without a column: the rows that add up, and what goes down from a total of the statement. Some sum
 * further down may hold because all of it stands in another's column, and nothing plus nothing says nothing.
 */
function borneOutSoFar(relations: readonly Relation[]): Set<Figure> {
  const sound = new Set<Figure>();
  let open = relations.filter((each) => !(way(each) === undefined || isNothing(way(each)!)));
  let size = -1;
  while (size !== sound.size) {
    size = sound.size;
    open = open.filter((each) => {
      const { whole } = each.ways[0]!;
      if (!each.isOfRow && !sound.has(whole) && !TOPS.has(whole.row_code ?? '')) return true;
      for (const figure of figuresOf(way(each))) sound.add(figure);
      return false;
    });
  }
  return sound;
}

function figuresOf(sum: Sum | undefined): readonly Figure[] {
  return sum ? [sum.whole, ...sum.parts] : [];
}

/** The way in which a relation holds, or undefined. */
function way({ ways }: Relation): Sum | undefined {
  return ways.find(holds);
}

function nameOf({ ways }: Relation): string {
  const { row_name, column_name } = ways[0]!.whole;
  return `${row_name} ${column_name}`.trim();
}
