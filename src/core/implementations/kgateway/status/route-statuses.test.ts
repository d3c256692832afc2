import { describe, expect, it } from 'vitest';
import { fronts, HTTP, type Fronts } from '../../listeners/listeners.testing.ts';
import { kgatewayStatus } from './kgateway-status.ts';

/** `name[sectionName] Type=Status Reason: message` of every condition of routes. */
function told(given: Fronts, version = '2.4'): readonly string[] {
  const resolution = fronts('kgateway', given);
  return kgatewayStatus(resolution, version).flatMap(({ objectId, kind, ref, conditions }) => {
    if (kind !== 'parent') return [];
    const name = `${resolution.index.byId.get(objectId)?.name ?? ''}[${ref?.sectionName ?? ''}]`;
    return conditions.map(({ type, status, reason, message }) =>
      `${name} ${type}=${status} ${reason}: ${message}`.trimEnd(),
    );
  });
}

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: app }
spec: { ports: [{ port: 443 }] }`;
const RULE = '{ backendRefs: [{ name: app, port: 443 }] }';

function route(kind: string, name: string, parents: string, rules = RULE, year = 2026): string {
  const version = kind === 'TCPRoute' ? 'v1alpha2' : 'v1';
  return `apiVersion: gateway.networking.k8s.io/${version}
kind: ${kind}
metadata: { name: ${name}, creationTimestamp: "${String(year)}-01-01T00:00:00Z" }
spec: { parentRefs: [${parents}], rules: [${rules}] }`;
}

function fine(name: string, accepted: string): readonly string[] {
  return [
    `${name} Accepted=True Accepted:${accepted}`,
    `${name} ResolvedRefs=True ResolvedRefs: Successfully resolved all references`,
    `${name} kgateway.dev/Programmed=True Programmed: Successfully programmed Route`,
  ];
}

const SUCCESS = ' Successfully accepted Route';

describe('routes of listeners that kgateway refuses', () => {
  const listeners = `${HTTP}, { name: again, port: 80, protocol: HTTP }`;

  it('are told nothing by a parent of which no listener has its port', () => {
    const more = [route('HTTPRoute', 'r', '{ name: gw, sectionName: again }'), SERVICE];
    expect(told({ listeners, more })).toEqual([]);
  });

  it('are told as ever where one listener of the parent has its port', () => {
    const more = [route('HTTPRoute', 'r', '{ name: gw }'), SERVICE];
    expect(told({ listeners, more })).toEqual(fine('r[]', SUCCESS));
  });

  it('are told why the parent does not take them', () => {
    const more = [route('HTTPRoute', 'r', '{ name: gw, sectionName: gone }'), SERVICE];
    expect(told({ listeners, more })).toEqual([
      'r[gone] Accepted=False NoMatchingParent:',
      'r[gone] ResolvedRefs=True ResolvedRefs: Successfully resolved all references',
    ]);
  });
});

describe('TCPRoutes and TLSRoutes under kgateway', () => {
  const listeners = '{ name: tcp, port: 9000, protocol: TCP }';

  it('lose a TCP listener to an older one, of which only 2.4 tells', () => {
    const more = [
      route('TCPRoute', 'young', '{ name: gw }', RULE, 2026),
      route('TCPRoute', 'old', '{ name: gw }', RULE, 2025),
      SERVICE,
    ];
    expect(told({ listeners, more })).toEqual([
      `young[] Accepted=True Accepted:${SUCCESS}`,
      'young[] ResolvedRefs=True ResolvedRefs: Successfully resolved all references',
      'young[] kgateway.dev/Programmed=False Conflicted:',
      ...fine('old[]', ''),
    ]);
    expect(told({ listeners, more }, '2.3')).toEqual(fine('old[]', '').slice(0, 2));
  });

  it('are told nothing when they have several rules', () => {
    const more = [route('TCPRoute', 'r', '{ name: gw }', `${RULE}, ${RULE}`), SERVICE];
    expect(told({ listeners, more })).toEqual([]);
  });

  it('tell a backend that is missing', () => {
    const more = [route('TCPRoute', 'r', '{ name: gw }')];
    expect(told({ listeners, more })[1]).toBe(
      'r[] ResolvedRefs=False BackendNotFound: Service default/app not found',
    );
  });

  it('are accepted under every parentRef of a Gateway of which one is taken', () => {
    const tls = '{ name: tls, port: 443, protocol: TLS, tls: { mode: Passthrough } }';
    const parents = '{ name: gw, sectionName: tls }, { name: gw, sectionName: gone }';
    const more = [route('TLSRoute', 'r', parents), SERVICE];
    expect(told({ listeners: tls, more })).toEqual([...fine('r[tls]', ''), ...fine('r[gone]', '')]);
  });
});
