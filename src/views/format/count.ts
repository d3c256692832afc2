/** `1 day`, `3 days`, `1 000 objects`: a number with its noun, thousands apart. */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${groupThousands(amount)} ${amount === 1 ? noun : plural}`;
}

/** `1 000 000`: digits in threes, with no-break spaces. */
export function groupThousands(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');
}
