import type { Connection, Resolution } from '../../../../core/gateway-api/index.ts';
import type { Fields } from '../../json.ts';
import type { Table } from '../tables.ts';
import { predictedUpstream } from './predicted-upstream.ts';
import { recordedUpstreams, type Upstream } from './recorded-upstreams.ts';

/** Predicted for a rule or a backend that leaves no trace in the configuration. */
const NOT_PROGRAMMED = 0;

/**
 * Recorded and predicted upstreams by `listener route/rule/backend`. A rule that answers itself is recorded once
 * and stands for all of its backends. TLSRoutes that were not translated have no upstream to compare, and plaintext
 * below HTTP is no connection of the gateway's own: bytes are passed on.
 */
export function upstreamRows(
  output: Fields,
  resolution: Resolution,
  version: string,
): { readonly recorded: Table; readonly predicted: Table } {
  const fates = recordedUpstreams(output);
  const recorded = new Map<string, Upstream | undefined>(
    [...fates].filter(([name, fate]) => {
      const isPassedOn = fate === 'plaintext' && / t(?:ls|cp)route\//.test(name);
      return name.includes('/backend/') && !isPassedOn;
    }),
  );
  const predicted = new Map<string, Upstream>();
  for (const connection of resolution.connections) {
    const [backend, rule] = namesOf(connection, resolution);
    const fate = fates.get(backend) ?? fates.get(rule);
    if (fate === undefined && connection.routeKind === 'TLSRoute') continue;
    const upstream = predictedUpstream(connection, resolution, version);
    if (fate === undefined && upstream === NOT_PROGRAMMED) continue;
    recorded.set(backend, fate);
    predicted.set(backend, upstream);
  }
  return { recorded, predicted };
}

/** The names under which a connection's fate is recorded: its backend, and its rule as a whole. */
function namesOf(
  { gatewayId, routeId, listener, ruleIndex, backendRefIndex }: Connection,
  { index }: Resolution,
): readonly [string, string] {
  const gateway = index.byId.get(gatewayId);
  const route = index.byId.get(routeId);
  const set = index.byId.get(listener.listenerSetId ?? '');
  const place = [gateway, ...(set === undefined ? [] : [set])]
    .map((owner) => `${owner?.namespace ?? ''}/${owner?.name ?? ''}/`)
    .join('');
  // Rules of routes below HTTP are put into one.
  const number = route?.kind === 'TLSRoute' ? -1 : ruleIndex;
  const name = `${(route?.kind ?? '').toLowerCase()}/${route?.namespace ?? ''}/${route?.name ?? ''}`;
  const rule = `${place}${listener.name} ${name}/rule/${String(number)}`;
  return [`${rule}/backend/${String(backendRefIndex)}`, rule];
}
