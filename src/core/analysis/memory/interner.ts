/** Numbers texts: equal texts have the same number, so that a long one can stand in a key. */
export type Interner = (text: string) => number;

/** An interner that knows no text yet. It forgets all it knows beyond `limit` texts and never gives a number twice. */
export function createInterner(limit: number): Interner {
  const numbers = new Map<string, number>();
  let next = 0;
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    if (numbers.size >= limit) numbers.clear();
    next += 1;
    numbers.set(text, next);
    return next;
  };
}
