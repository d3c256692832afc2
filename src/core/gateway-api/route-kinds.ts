import type { ManifestObject } from '../manifest/types.ts';
import { itemsAt, stringAt } from './json.ts';
import { groups } from './kinds.ts';
import type { Listener } from './types.ts';

/** `allowedRoutes.kinds` of one listener beside what its protocol takes. */
export interface RouteKinds {
  /** Those that are listed and taken; all that are taken where none is listed. */
  readonly supported: readonly string[];
  /** Listed kinds that the listener cannot take, as they are written. */
  readonly invalid: readonly string[];
}

/**
 * gateway_types.go ListenerStatus.supportedKinds: what the protocol takes, as far as allowedRoutes lists it.
 *
 * @param owner the Gateway or ListenerSet that the listener stands in
 * @param taken kinds of the Gateway API's group that the protocol takes
 */
export function routeKindsOf(
  owner: ManifestObject,
  { index }: Listener,
  taken: readonly string[],
): RouteKinds {
  const path = ['spec', 'listeners', index, 'allowedRoutes', 'kinds'];
  const listed = itemsAt(owner.value, path).map((entry) => ({
    kind: stringAt(entry, ['kind']) ?? '',
    own: (stringAt(entry, ['group']) ?? groups.gateway) === groups.gateway,
  }));
  if (listed.length === 0) return { supported: taken, invalid: [] };
  const fits = ({ kind, own }: { kind: string; own: boolean }): boolean =>
    own && taken.includes(kind);
  return {
    supported: taken.filter((kind) => listed.some((entry) => entry.own && entry.kind === kind)),
    invalid: listed.filter((entry) => !fits(entry)).map(({ kind }) => kind),
  };
}
