import type { Spells } from './ranking.ts';

/** The dictionary, fetched when it is first needed. Knows every reading of a character. */
export async function loadSpells(): Promise<Spells> {
  const { default: pinyin } = await import('pinyin-match');
  return (text, letters) => {
    const found = pinyin.match(text, letters);
    return found === false ? null : found[0];
  };
}
