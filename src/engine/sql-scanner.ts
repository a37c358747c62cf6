export type TokenKind = 'comment' | 'string' | 'quoted' | 'parameter' | 'word' | 'semicolon' | 'other';

export interface Token {
  kind: TokenKind;
  text: string;
}

const TOKENS: readonly [TokenKind, string][] = [
  ['comment', String.raw`--[^\n]*|/\*[\s\S]*?\*/`],
  ['string', String.raw`'(?:[^']|'')*'`],
  ['quoted', String.raw`"(?:[^"]|"")*"`],
  ['parameter', String.raw`\$[A-Za-z_]\w*`],
  ['word', String.raw`[\p{L}_][\p{L}\p{N}_]*`],
  ['semicolon', ';'],
  ['other', String.raw`[\s\S]`],
];
const PATTERN = new RegExp(TOKENS.map(([, source]) => `(${source})`).join('|'), 'gu');

/** The pieces of a SQL text, enough to tell names and parameters from strings and comments. Joined they are the text. */
export function scanSql(sql: string): Token[] {
  return Array.from(sql.matchAll(PATTERN), (match) => ({
    kind: TOKENS[match.slice(1).findIndex((group) => group !== undefined)]![0],
    text: match[0],
  }));
}

/** The statements of a SQL text, in order, without the semicolons that end them; comments alone are none. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let current: Token[] = [];
  const finish = () => {
    const hasCode = current.some(({ kind, text }) => kind !== 'comment' && text.trim() !== '');
    if (hasCode)
      statements.push(
        current
          .map(({ text }) => text)
          .join('')
          .trim(),
      );
    current = [];
  };
  for (const token of scanSql(sql)) {
    if (token.kind === 'semicolon') finish();
    else current.push(token);
  }
  finish();
  return statements;
}
