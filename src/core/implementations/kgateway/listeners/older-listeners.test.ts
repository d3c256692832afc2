import { describe, expect, it } from 'vitest';
import { HOSTS, HTTP, lost, unusual } from '../../listeners/listeners.testing.ts';
import { tellerOf } from '../../listeners/teller.testing.ts';
import { resolveYaml, setup } from '../setup.testing.ts';

const told = tellerOf('kgateway', '2.2');

const UDP = '{ name: udp, port: 53, protocol: UDP }';
const UDP_REFUSED = 'Accepted=False UnsupportedProtocol: Protocol UDP is unsupported.';

describe('Gateways before kgateway 2.3', () => {
  it('tell whether they have ListenerSets', () => {
    expect(told({ listeners: HTTP })).toEqual(['gw AttachedListenerSets=False NoResources']);
    const more = [
      `apiVersion: gateway.networking.x-k8s.io/v1alpha1
kind: XListenerSet
metadata: { name: a }
spec: { parentRef: { name: gw }, listeners: [{ name: extra, port: 8080, protocol: HTTP }] }`,
    ];
    expect(told({ listeners: HTTP, more })).toEqual([
      'gw AttachedListenerSets=True ListenerSetsAttached',
    ]);
    expect(unusual('kgateway', '2.2', resolveYaml(...setup()))).toEqual([
      'gw AttachedListenerSets=Unknown ListenerSetsNotAllowed',
    ]);
    expect(told({ listeners: HTTP, more }, '2.3')).toEqual([]);
  });

  it('tell of a lost place in Programmed too', () => {
    expect(told({ listeners: `${HTTP}, { name: again, port: 80, protocol: HTTP }` })).toEqual([
      `gw Accepted=True ListenersNotValid: Some listeners are not programmed: again: ${HOSTS}`,
      'gw Programmed=True ListenersNotValid',
      'gw AttachedListenerSets=False NoResources',
      ...lost('gw.again', 'HostnameConflict', HOSTS),
    ]);
  });

  it('say nothing of a protocol that is not known unless it is the only one', () => {
    expect(told({ listeners: `${HTTP}, ${UDP}` })).toEqual([
      'gw AttachedListenerSets=False NoResources',
      `gw.udp ${UDP_REFUSED}`,
    ]);
    expect(told({ listeners: UDP })).toEqual([
      'gw Accepted=False ListenersNotValid: No valid listeners',
      'gw Programmed=False Invalid',
      `gw.udp ${UDP_REFUSED}`,
    ]);
  });
});

describe('kinds of routes by release', () => {
  it.each([
    ['HTTPS', 'GRPCRoute', 'Terminate', '2.3'],
    ['TLS', 'TCPRoute', 'Terminate', '2.2'],
  ])('%s listeners list %s (%s) since %s', (protocol, kind, mode, since) => {
    const listeners = `{ name: l, port: 443, protocol: ${protocol}, tls: { mode: ${mode} }, allowedRoutes: { kinds: [{ kind: ${kind} }] } }`;
    const refused = `gw.l ResolvedRefs=False InvalidRouteKinds: Found invalid route kinds: [${kind}]`;
    const versions = ['2.0', '2.1', '2.2', '2.3', '2.4'];
    const without = versions.filter((version) => told({ listeners }, version).includes(refused));
    expect(without).toEqual(versions.slice(0, versions.indexOf(since)));
  });

  it('TLS listeners that pass through list no TCPRoute since 2.3', () => {
    const listeners =
      '{ name: l, port: 443, protocol: TLS, tls: { mode: Passthrough }, allowedRoutes: { kinds: [{ kind: TCPRoute }] } }';
    const refused =
      'gw.l ResolvedRefs=False InvalidRouteKinds: Found invalid route kinds: [TCPRoute]';
    expect(told({ listeners }, '2.3')).toContain(refused);
    expect(told({ listeners }, '2.2')).not.toContain(refused);
  });
});

describe('addresses of a Gateway under kgateway', () => {
  const withAddress = (address: string, version: string) =>
    told({ listeners: HTTP, gateway: `addresses: [${address}],` }, version);

  it.each([
    ['{ value: 10.0.0.1 }', []],
    [
      '{ type: Hostname, value: gw.example }',
      ['gw Programmed=False AddressNotUsable: Hostname addresses may not be used'],
    ],
    [
      '{ type: example.com/pool, value: a }',
      ['gw Accepted=False UnsupportedAddress: Unknown address kind'],
    ],
  ])('%s is judged since 2.3', (address, expected) => {
    expect(withAddress(address, '2.3')).toEqual(expected);
    expect(withAddress(address, '2.2')).toEqual(['gw AttachedListenerSets=False NoResources']);
  });
});
