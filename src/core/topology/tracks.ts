import { CHANNEL_X, OUTER, TRACK_STEP } from './metrics.ts';
import { nominalPoint } from './plan.ts';
import type { Nominal, Plan, Stripe } from './plan.ts';
import type { Corridor } from './grid.ts';
import type { Point } from './types.ts';

interface Track {
  readonly net: string;
  from: number;
  to: number;
  at: number;
}

/** Two lines of one track keep this much apart end to end. */
const END_SPACE = 6;
/** A channel is 42 px wide: the middle and one track on each side. */
const CHANNEL_TRACKS = 3;

/** Vertical channels are per strip and side of a rank. */
export function channelIndex(strip: number, rank: number): number {
  return strip * CHANNEL_X.length + rank;
}

/** Where the first track of each stripe lies. */
export function nominalOf(corridors: readonly Corridor[]): Nominal {
  return ({ stripe, index }) => {
    switch (stripe) {
      case 'corridor':
        return corridors[index]?.y ?? 0;
      case 'channel':
        return CHANNEL_X[index % CHANNEL_X.length] ?? 0;
      case 'outer':
        return index === 0 ? OUTER.left : OUTER.right;
      default:
        return stripe satisfies never;
    }
  };
}

/**
 * Gives every net its own track in the stripes it uses (left-edge algorithm of channel routing) and
 * returns the corners of each line. Nets that do not overlap share a track.
 */
export function settle(
  plans: readonly Plan[],
  corridors: readonly Corridor[],
): ReadonlyMap<string, readonly Point[]> {
  const nominal = nominalOf(corridors);
  const stripes = new Map<string, { stripe: Stripe; tracks: Map<string, Track> }>();
  for (const plan of plans) collect(plan, nominal, stripes);
  for (const { stripe, tracks } of stripes.values()) {
    assign([...tracks.values()], positionsOf(stripe, corridors, nominal));
  }
  const at = (net: string): Nominal => {
    return (stripe) => stripes.get(keyOf(stripe))?.tracks.get(net)?.at ?? nominal(stripe);
  };
  return new Map(
    plans.map(({ id, net, points }) => [
      id,
      straighten(points.map((point) => nominalPoint(point, at(net)))),
    ]),
  );
}

function keyOf({ stripe, index }: Stripe): string {
  return `${stripe} ${index}`;
}

function collect(
  { net, points }: Plan,
  nominal: Nominal,
  stripes: Map<string, { stripe: Stripe; tracks: Map<string, Track> }>,
): void {
  points.forEach((a, index) => {
    const b = points[index + 1];
    if (!b) return;
    const from = nominalPoint(a, nominal);
    const to = nominalPoint(b, nominal);
    if (typeof a.y !== 'number' && a.y === b.y) use(a.y, from.x, to.x);
    if (typeof a.x !== 'number' && a.x === b.x) use(a.x, from.y, to.y);
  });

  function use(stripe: Stripe, a: number, b: number): void {
    const key = keyOf(stripe);
    const entry = stripes.get(key) ?? { stripe, tracks: new Map<string, Track>() };
    stripes.set(key, entry);
    const track = entry.tracks.get(net);
    if (!track) {
      entry.tracks.set(net, { net, from: Math.min(a, b), to: Math.max(a, b), at: 0 });
      return;
    }
    track.from = Math.min(track.from, a, b);
    track.to = Math.max(track.to, a, b);
  }
}

function assign(tracks: readonly Track[], position: (track: number) => number): void {
  const ends: number[] = [];
  const sorted = [...tracks].sort(
    (a, b) => a.from - b.from || a.to - b.to || (a.net < b.net ? -1 : 1),
  );
  for (const track of sorted) {
    const free = ends.findIndex((end) => end + END_SPACE < track.from);
    const index = free < 0 ? ends.length : free;
    ends[index] = track.to;
    track.at = position(index);
  }
}

/** Position of the n-th track: outwards on the outer lanes, else alternating about the middle. */
function positionsOf(
  stripe: Stripe,
  corridors: readonly Corridor[],
  nominal: Nominal,
): (track: number) => number {
  const middle = nominal(stripe);
  if (stripe.stripe === 'outer') {
    const direction = stripe.index === 0 ? -1 : 1;
    return (track) => middle + direction * track * OUTER.step;
  }
  if (stripe.stripe === 'channel') return (track) => middle + swing(track % CHANNEL_TRACKS);
  const corridor = corridors[stripe.index] ?? { y: middle, from: middle, to: middle };
  const places = [0, 1, 2, 3, 4, 5, 6, 7]
    .map((track) => middle + swing(track))
    .filter((y) => y >= corridor.from && y <= corridor.to);
  return (track) => places[track % Math.max(1, places.length)] ?? middle;
}

/** 0, +6, -6, +12, -12 … */
function swing(track: number): number {
  return (track % 2 === 1 ? 1 : -1) * Math.ceil(track / 2) * TRACK_STEP;
}

/** Drops corners that do not turn. */
function straighten(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before || !after) return true;
    const vertical = before.x === point.x && point.x === after.x;
    const horizontal = before.y === point.y && point.y === after.y;
    return !vertical && !horizontal;
  });
}
