import { describe, expect, it } from 'vitest';
import { envoyProxy, gateway, programmed, resolveManifests, TO_SERVICE } from './setup.testing.ts';

const slice = (name: string, ports: string, more = ''): string => `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: ${name}, labels: { kubernetes.io/service-name: app } }
${more === '' ? 'addressType: IPv4' : more}
ports: [${ports}]
endpoints: [{ addresses: [10.0.0.1], conditions: { ready: false } }]`;

const HTTPS = '{ name: https, port: 8443, protocol: TCP }';
const NAMES = 'addressType: FQDN';

/** Status that answers instead of the backend, and why. */
function blocked(...documents: readonly string[]): readonly unknown[] {
  const { upstream } = programmed(resolveManifests(TO_SERVICE, ...documents));
  return upstream.mode === 'blocked' ? [upstream.blockedStatus, upstream.reason] : [];
}

const NONE = [503, 'no ready endpoints for the related Service default/app'];

describe('EndpointSlices of a Service', () => {
  it.each<readonly [string, readonly string[], readonly unknown[]]>([
    ['serve the port of the same name, ready or not', [slice('a', HTTPS)], []],
    ['do not serve a port of another name', [slice('a', '{ name: web, port: 8443 }')], NONE],
    ['do not serve a port without name', [slice('a', '{ port: 8443 }')], NONE],
    [
      'do not serve a port of another protocol',
      [slice('a', '{ name: https, port: 8443, protocol: UDP }')],
      NONE,
    ],
    ['serve when one of them does', [slice('a', '{ name: web, port: 1 }'), slice('b', HTTPS)], []],
    [
      'cannot hold names and addresses',
      [slice('a', HTTPS), slice('b', HTTPS, NAMES)],
      [500, 'mixed endpointslice address type for the same backendRef is not supported'],
    ],
  ])('%s', (_, slices, expected) => {
    expect(blocked(gateway(), ...slices)).toEqual(expected);
  });

  it('are not looked at where Envoy connects to the Service', () => {
    const empty = slice('a', '{ name: web, port: 8443 }');
    const proxy = envoyProxy('', 'routingType: Service,');
    expect(blocked(gateway(), empty, proxy)).toEqual([]);
    const endpoint = envoyProxy('', 'routingType: Endpoint,');
    expect(blocked(gateway(), empty, endpoint)).toEqual(NONE);
  });
});
