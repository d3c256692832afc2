import { resolve, type Resolution } from '../../gateway-api/index.ts';
import { program, type ChosenVersions } from '../../implementations/index.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { optionsAfter } from '../options-after.ts';
import type { Scope } from '../source/scope.ts';
import type { OfferAspect, OfferChange } from '../types.ts';
import { connectionOffer, type ConnectionOffer } from './connection-offer.ts';

const ASPECTS: readonly OfferAspect[] = [
  'tls',
  'versions',
  'suites',
  'groups',
  'schemes',
  'alpn',
  'server-name',
  'checked-names',
  'trust',
  'client-certificate',
];

/**
 * What the gateways of the conversion say in their handshakes before and after, as the implementations program their data planes:
 * each difference once, with all the connections that it is about. It counts defaults in, which no field says.
 */
export function offerChanges(draft: ConversionDraft, scope: Scope): readonly OfferChange[] {
  const { index, workspace } = draft.source;
  const { versions, implementationOverrides: overrides } = optionsAfter(draft, scope);
  const before = offersOf(scope.resolution, scope.gateways, workspace.options.versions);
  const after = offersOf(resolve(index, { overrides }), scope.gateways, versions);
  const changes = new Map<string, OfferChange & { readonly connections: string[] }>();
  for (const [id, was] of before) {
    const is = after.get(id);
    if (is === undefined) continue;
    for (const aspect of aspectsOf(was, is)) {
      if (was[aspect].meant === is[aspect].meant) continue;
      const change = { aspect, before: was[aspect].shown, after: is[aspect].shown };
      const key = JSON.stringify(change);
      const known = changes.get(key) ?? { ...change, connections: [] };
      known.connections.push(id);
      changes.set(key, known);
    }
  }
  return [...changes.values()].sort(
    (a, b) => ASPECTS.indexOf(a.aspect) - ASPECTS.indexOf(b.aspect),
  );
}

/** Where TLS comes or goes, all else about it does too. */
function aspectsOf(was: ConnectionOffer, is: ConnectionOffer): readonly OfferAspect[] {
  return was.tls.meant === is.tls.meant ? ASPECTS : ['tls'];
}

function offersOf(
  resolution: Resolution,
  gateways: readonly string[],
  versions: ChosenVersions,
): ReadonlyMap<string, ConnectionOffer> {
  const offers = new Map<string, ConnectionOffer>();
  for (const connection of resolution.connections) {
    const key = resolution.index.byId.get(connection.gatewayId)?.key ?? '';
    if (!gateways.includes(key)) continue;
    const programmed = program(connection, resolution, versions);
    if (programmed !== null) offers.set(connection.id, connectionOffer(programmed.upstream));
  }
  return offers;
}
