/** A bounded memory of answers: the oldest entry goes first. */
export interface Memo<Value> {
  readonly get: (key: string, compute: () => Value) => Value;
}

/** Remembers up to `limit` answers by key, so that an edit costs only what it touches. */
export function createMemo<Value>(limit: number): Memo<Value> {
  const entries = new Map<string, Value>();
  return {
    get(key, compute) {
      const known = entries.get(key);
      if (known !== undefined) {
        entries.delete(key);
        entries.set(key, known);
        return known;
      }
      const value = compute();
      entries.set(key, value);
      const oldest = entries.keys().next();
      if (entries.size > limit && oldest.done !== true) entries.delete(oldest.value);
      return value;
    },
  };
}
