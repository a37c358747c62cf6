/** The clauses of a Chinese sentence, so that a headline breaks between them; other languages break at their spaces. */
export function clausesOf(sentence: string): string[] {
  return sentence.split(/(?<=[，；：])|(?=（)/);
}
