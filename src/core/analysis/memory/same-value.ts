/**
 * Whether two plain values (primitives, arrays, objects without prototype of their own) say the same. Shared parts are
 * recognised by identity, so comparing with what stood before an edit walks little of it.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isList(a)) return isList(b) && sameItems(a, b);
  return isRecord(a) && isRecord(b) && sameFields(a, b);
}

// Plain loops: this runs over a thousand connections after each edit, and lists of keys would be most of its cost.
function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (!sameValue(a[at], b[at])) return false;
  return true;
}

function sameFields(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): boolean {
  let fields = 0;
  for (const key in a) {
    if (!Object.hasOwn(b, key) || !sameValue(a[key], b[key])) return false;
    fields += 1;
  }
  for (const key in b) if (Object.hasOwn(b, key)) fields -= 1;
  return fields === 0;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
