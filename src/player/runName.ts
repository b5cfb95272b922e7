/** What a visitor calls a run: any text, kept short and harmless to the line that it stands in. */

/** Characters of a name, counted as people count most of them. */
export const MOST_NAME_CHARACTERS = 40;

/** What moves, hides or breaks the text around it: control characters, marks of direction, halves of characters. */
const HARMFUL = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** The text as a name: on one line, at most so long, nothing around it. What is a name already stays as it is. */
export function cleanName(text: string): string {
  const plain = text.slice(0, 1000).replace(HARMFUL, ' ').replace(/\s+/g, ' ').trim();
  return Array.from(plain).slice(0, MOST_NAME_CHARACTERS).join('').trim();
}
