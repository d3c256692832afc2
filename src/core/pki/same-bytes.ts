/** Whether two octet strings are the same. Not for secrets: the time that it takes tells how far they agree. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, index) => octet === b[index]);
}
