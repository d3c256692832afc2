/** A span of time, milliseconds since the epoch. */
export interface TimeAxis {
  readonly start: number;
  readonly end: number;
}

const year = 365.25 * 86_400_000;

/**
 * The axis certificates are compared on: a year and a half before to two years after `now`, stretched when
 * `at` comes near an end, so that it stands still while the date moves within it.
 */
export function timeAxis(now: number, at: number): TimeAxis {
  return {
    start: Math.min(now - 1.5 * year, at - 0.5 * year),
    end: Math.max(now + 2 * year, at + 0.5 * year),
  };
}

/** Position of a moment on the axis in percent, clamped to its ends. */
export function placeOnAxis(axis: TimeAxis, moment: number): number {
  const share = (moment - axis.start) / (axis.end - axis.start);
  return Math.round(Math.min(Math.max(share, 0), 1) * 10_000) / 100;
}

/** The first of January of every year on the axis. */
export function yearsOn(axis: TimeAxis): readonly { readonly year: number; readonly at: number }[] {
  const first = new Date(axis.start).getUTCFullYear() + 1;
  const last = new Date(axis.end).getUTCFullYear();
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => ({
    year: first + index,
    at: Date.UTC(first + index, 0, 1),
  }));
}
