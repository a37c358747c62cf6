/** Something to go to or to do, by the names that find it. */
export interface Findable {
  /** The name that is shown. */
  name: string;
  /** Other names: in the other language, short, of before; codes; years. */
  keys: readonly string[];
}

/**
 * Where letters spell a part of a text by its pinyin, whole syllables, initials or both mixed, with no character left
 * out: the place of its first character. Null where they do not.
 */
export type Spells = (text: string, letters: string) => number | null;

/** How a word was found, best first; the numbers are ranks. */
const FOUND = {
  exactly: 0,
  nameBegins: 1,
  keyBegins: 2,
  inName: 3,
  inKey: 4,
  spelled: 5,
  skipping: 6,
  spelledSkipping: 7,
} as const;

/** Two words found each by its first letters are better than one of them found with many left out. */
const RANK = 1000;

/**
 * Those that every word of the query finds, best first: the whole name, its beginning, a part of it, the same by another
 * name or code, its pinyin, and last what leaves characters out ("株洲生态", "zzsthj"). Of equals the shorter name, then
 * the order given. An empty query finds all, in that order. Without `spells` pinyin finds nothing.
 */
export function ranked<Entry extends Findable>(
  entries: readonly Entry[],
  query: string,
  spells: Spells | null,
): Entry[] {
  const words = query.split(/\s+/).map(plain).filter(Boolean);
  if (words.length === 0) return [...entries];
  return entries
    .flatMap((entry, order) => {
      const [name = '', ...keys] = [entry.name, ...entry.keys].map(plain);
      const found = words.map((word) => rankOf(word, name, keys, spells));
      if (found.includes(null)) return [];
      return [{ entry, order, rank: found.reduce<number>((sum, rank) => sum + rank!, 0), length: name.length }];
    })
    .sort((a, b) => a.rank - b.rank || a.length - b.length || a.order - b.order)
    .map(({ entry }) => entry);
}

function rankOf(word: string, name: string, keys: readonly string[], spells: Spells | null): number | null {
  if (name === word || keys.includes(word)) return FOUND.exactly * RANK;
  if (name.startsWith(word)) return FOUND.nameBegins * RANK;
  if (keys.some((key) => key.startsWith(word))) return FOUND.keyBegins * RANK;
  if (name.includes(word)) return FOUND.inName * RANK + name.indexOf(word);
  if (keys.some((key) => key.includes(word))) return FOUND.inKey * RANK;
  const texts = [name, ...keys];
  if (/^\p{Script=Han}/u.test(word)) {
    const skipped = least(texts.map((text) => skippedIn(text, word)));
    return skipped === null ? null : FOUND.skipping * RANK + skipped;
  }
  if (spells === null || !/^[a-zü]+$/.test(word)) return null;
  const spelled = least(
    texts.map((text, at) => {
      const place = spells(text, word);
      if (place === null) return null;
      return place === 0 ? Math.min(at, 1) : place + (at === 0 ? 1 : 100);
    }),
  );
  if (spelled !== null) return FOUND.spelled * RANK + spelled;
  const skipped = least(texts.map((text) => spelledSkipping(text, word, spells)));
  return skipped === null ? null : FOUND.spelledSkipping * RANK + skipped;
}

function least(found: readonly (number | null)[]): number | null {
  return found.reduce((best, each) => (each === null || (best !== null && best <= each) ? best : each), null);
}

/** How many characters are left out where all characters of a word stand in a text in their order; null where not. */
function skippedIn(text: string, word: string): number | null {
  let from = 0;
  for (const character of word) {
    const at = text.indexOf(character, from);
    if (at < 0) return null;
    from = at + character.length;
  }
  return text.length - word.length;
}

/** The same for letters that spell characters one by one. A single letter left over anywhere would find everything. */
function spelledSkipping(text: string, letters: string, spells: Spells): number | null {
  if (letters.length < 2) return null;
  const characters = [...text];
  const known = new Map<string, number | null>();
  const leastFrom = (at: number, from: number): number | null => {
    if (from === letters.length) return 0;
    if (at === characters.length) return null;
    const key = `${at} ${from}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const ways = [leastFrom(at + 1, from)].map((skipped) => (skipped === null ? null : skipped + 1));
    // No syllable has more than six letters.
    for (let to = from + 1; to <= Math.min(letters.length, from + 6); to += 1) {
      if (spells(characters[at]!, letters.slice(from, to)) === null) break;
      ways.push(leastFrom(at + 1, to));
    }
    const best = least(ways);
    known.set(key, best);
    return best;
  };
  return leastFrom(0, 0);
}

/** Letters, digits and characters alone: nobody types the quotes of “三公”经费. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
