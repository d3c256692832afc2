/**
 * Host names that a route serves on a listener. `undefined` or an empty list means "any"; in the result any
 * is `*`. A wildcard stands for one or more labels, as in Gateway API `Listener.hostname` and
 * `HTTPRoute.hostnames`. An empty result means that the two do not meet.
 */
export function intersectHostnames(
  listener: string | undefined,
  route: readonly string[],
): readonly string[] {
  const own = listener === undefined || listener === '' ? undefined : listener.toLowerCase();
  if (route.length === 0) return [own ?? '*'];
  const wanted = route.map((name) => name.toLowerCase());
  if (own === undefined) return wanted;
  return [...new Set(wanted.map((name) => meet(own, name)).filter((name) => name !== null))];
}

/** The narrower of two names when one covers the other, else null. */
function meet(left: string, right: string): string | null {
  if (covers(left, right)) return right;
  return covers(right, left) ? left : null;
}

function covers(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  if (!wide.startsWith('*.')) return false;
  const suffix = wide.slice(1);
  const rest = narrow.startsWith('*.') ? narrow.slice(1) : narrow;
  return rest.endsWith(suffix) && (rest.length > suffix.length || narrow.startsWith('*.'));
}

/** A name that a client could use: the first precise one, else an example of the first pattern. */
export function exampleHostname(hostnames: readonly string[]): string {
  const first = hostnames.find((name) => !name.startsWith('*')) ?? hostnames[0] ?? '*';
  if (first === '*') return 'example.com';
  return first.startsWith('*.') ? `app.${first.slice(2)}` : first;
}
