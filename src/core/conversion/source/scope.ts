import { resolve, type Resolution } from '../../gateway-api/index.ts';
import type { ConversionDraft } from '../conversion-draft.ts';

/** What a conversion is about: the Gateways of one implementation and what is reached through them. */
export interface Scope {
  /** Keys of the Gateways. */
  readonly gateways: readonly string[];
  /** Keys of the routes that belong to them, to no Gateway of another implementation. */
  readonly routes: ReadonlySet<string>;
  /** Keys of the routes that also belong to others. */
  readonly shared: ReadonlySet<string>;
  readonly backends: ReadonlyMap<string, BackendUse>;
  readonly resolution: Resolution;
}

/** How one backend is reached. */
export interface BackendUse {
  /** Keys of the Gateways. */
  readonly gateways: ReadonlySet<string>;
  /** Host names of the requests that come to it. */
  readonly hostnames: ReadonlySet<string>;
}

/** Reads who runs what, before anything is changed. */
export function scopeOf({ source, request }: ConversionDraft): Scope {
  const { index, workspace } = source;
  const resolution = resolve(index, { overrides: workspace.options.implementationOverrides });
  const gateways = [...resolution.implementations]
    .filter(([, { id }]) => id === request.from)
    .map(([key]) => key);
  const own = new Set(gateways.map((key) => index.byKey.get(key)?.id));
  const sides = { own: new Set<string>(), other: new Set<string>() };
  for (const { routeId, gatewayId } of resolution.attachments) {
    const route = index.byId.get(routeId)?.key;
    if (route === undefined || gatewayId === undefined) continue;
    sides[own.has(gatewayId) ? 'own' : 'other'].add(route);
  }
  return {
    gateways,
    routes: new Set([...sides.own].filter((key) => !sides.other.has(key))),
    shared: new Set([...sides.own].filter((key) => sides.other.has(key))),
    backends: backendUses(resolution, own),
    resolution,
  };
}

function backendUses(
  { index, connections }: Resolution,
  own: ReadonlySet<string | undefined>,
): ReadonlyMap<string, BackendUse> {
  const uses = new Map<string, { gateways: Set<string>; hostnames: Set<string> }>();
  for (const { gatewayId, backend, hostname } of connections) {
    const gateway = index.byId.get(gatewayId)?.key;
    if (!own.has(gatewayId) || gateway === undefined) continue;
    const { key } = backend.target;
    const use = uses.get(key) ?? { gateways: new Set<string>(), hostnames: new Set<string>() };
    use.gateways.add(gateway);
    use.hostnames.add(hostname);
    uses.set(key, use);
  }
  return uses;
}
