/** Characters that terminals draw two columns wide: CJK, kana, Hangul, full-width forms. */
const WIDE = /[ᄀ-ᅟ⺀-〾ぁ-㏿㐀-䶿一-鿿ꀀ-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

export interface TableColumn {
  name: string;
  /** Numbers stand at the right edge. */
  alignRight: boolean;
}

/** A table for a terminal: header, rule, rows; cells keep their text, line breaks in them become spaces. */
export function textTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const header = columns.map(({ name }) => name);
  const flat = rows.map((row) => row.map((cell) => cell.replace(/\s*\n\s*/g, ' ')));
  const widths = header.map((name, index) =>
    flat.reduce((width, row) => Math.max(width, displayWidth(row[index] ?? '')), displayWidth(name)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => {
        const padding = ' '.repeat(widths[index]! - displayWidth(cell));
        return columns[index]!.alignRight ? padding + cell : cell + padding;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  return [header, rule, ...flat].map((cells) => `${line(cells)}\n`).join('');
}
