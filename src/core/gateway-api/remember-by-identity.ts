/**
 * A function of something that never changes, a manifest object for one: each value is worked out once and ends with
 * what it belongs to. An edit elsewhere leaves objects the same, and so their values.
 */
// Bundlers leave out a table that nobody asks for.
/* @__NO_SIDE_EFFECTS__ */
export function rememberByIdentity<Key extends object, Value extends object>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
