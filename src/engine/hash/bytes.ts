/** Texts as bytes, written into arrays that are used again, so that hashing a key makes no garbage. */

/** Characters of ASCII, which keys, addresses and names of servers consist of. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Writes a text of ASCII and returns where it ends. */
export function writeText(bytes: Uint8Array, at: number, text: string): number {
  for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i);
  return at;
}

/** Writes a whole number that is not negative, in decimal, and returns where it ends. */
export function writeNumber(bytes: Uint8Array, at: number, number: number): number {
  const end = number < 10 ? at : writeNumber(bytes, at, Math.floor(number / 10));
  bytes[end] = 48 + (number % 10);
  return end + 1;
}
