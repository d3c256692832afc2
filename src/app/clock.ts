/** The only place that reads the clock: milliseconds since the epoch. Everything else is given a time. */
export function now(): number {
  return Date.now();
}
