import type { TopologyInput } from '../../topology/index.ts';
import type { Topology } from '../../topology/types.ts';
import { partiesOf } from './assignment-places.ts';
import { emptySeats } from './seats.ts';
import type { SeatKeys, Taker } from './types.ts';

/**
 * Everything drawn that takes certificates or keys: what the browser does not tell before a file is dropped is what the
 * file holds, so each says what it takes.
 */
export function takersOf(picture: TopologyInput, topology: Topology): readonly Taker[] {
  const seats = emptySeats(picture, topology).flatMap(({ objectKey, kind, name, keys }) => {
    const takes = takesOf(keys);
    return takes === null ? [] : [{ objectKey, target: `${kind} ${name}`, takes, as: asOf(keys) }];
  });
  const parties = partiesOf(picture, topology).map(({ place }): Taker => {
    const as = 'as its certificate, key or client CA';
    return { objectKey: place.targetKey, target: place.target, takes: 'both', as };
  });
  return [...new Map([...parties, ...seats].map((one) => [one.objectKey, one])).values()];
}

function takesOf({ certificate, key, authority }: SeatKeys): Taker['takes'] | null {
  const isIdentity = certificate !== undefined || key !== undefined;
  if (authority === undefined) return isIdentity ? 'identity' : null;
  return isIdentity ? 'both' : 'authority';
}

function asOf({ certificate, key, authority }: SeatKeys): string {
  const own = [certificate, key].filter((part) => part !== undefined).join(' and ');
  return `as ${[own, authority ?? ''].filter((part) => part !== '').join(' or ')}`;
}
