/** A text rewritten in places that still knows where each of its characters stood in the text as it was given. */
export class MappedText {
  private constructor(
    readonly text: string,
    /** Offsets in the given text: of each character, and behind the last one. */
    private readonly starts: readonly number[],
    private readonly ends: readonly number[],
  ) {}

  static of(given: string): MappedText {
    const at = Array.from({ length: given.length }, (_, index) => index);
    return new MappedText(
      given,
      at,
      at.map((index) => index + 1),
    );
  }

  /** Every match replaced; a replacement stands where the whole match stood. "$1" is not expanded. */
  replace(pattern: RegExp, replacement: string | ((match: string) => string)): MappedText {
    let text = '';
    const starts: number[] = [];
    const ends: number[] = [];
    let from = 0;
    const keep = (to: number) => {
      text += this.text.slice(from, to);
      for (let index = from; index < to; index++) {
        starts.push(this.starts[index]!);
        ends.push(this.ends[index]!);
      }
    };
    for (const found of this.text.matchAll(pattern)) {
      if (found[0] === '') continue;
      keep(found.index);
      const written = typeof replacement === 'string' ? replacement : replacement(found[0]);
      from = found.index + found[0].length;
      for (let index = 0; index < written.length; index++) {
        // As long as the lengths agree, character stands for character.
        const same = written.length === found[0].length;
        starts.push(this.starts[found.index + (same ? index : 0)]!);
        ends.push(this.ends[same ? found.index + index : from - 1]!);
      }
      text += written;
    }
    if (from === 0) return this;
    keep(this.text.length);
    return new MappedText(text, starts, ends);
  }

  slice(from: number, to: number): MappedText {
    return new MappedText(this.text.slice(from, to), this.starts.slice(from, to), this.ends.slice(from, to));
  }

  /** Where a stretch of this text stands in the given one. */
  given(start: number, end: number): { start: number; end: number } {
    return { start: this.starts[start] ?? 0, end: this.ends[end - 1] ?? 0 };
  }
}
