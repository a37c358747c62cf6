import type { NativeChart } from './native-chart.ts';
import { printable } from './xml-text.ts';

/** The sheet behind a chart, which "edit data" opens: categories down, series across, numbers as spreadsheets keep them. */
export async function chartWorkbook({ categories, series }: NativeChart, sheet: string): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({
    sheets: [
      {
        name: sheet,
        rows: [
          ['', ...series.map(({ name }) => printable(name))],
          ...categories.map((category, at) => [
            printable(category),
            ...series.map(({ values }) => values[at]?.number ?? null),
          ]),
        ],
        columns: [{ width: 40 }, ...series.map(() => ({ width: 18 }))],
      },
    ],
  });
}
