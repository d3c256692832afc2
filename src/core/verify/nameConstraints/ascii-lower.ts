/** ASCII letters in lower case, every other character as it is (no locale, no Unicode folding). */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (upper) => upper.toLowerCase());
}
