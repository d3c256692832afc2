import { describe, expect, it } from 'vitest';
import { predictStatusBy } from '../../predict-status.ts';
import { secretOf } from '../../listeners/listeners.testing.ts';
import { issueCa, resolveYaml } from '../setup.testing.ts';

const G = 'apiVersion: gateway.networking.k8s.io/v1\nkind:';
const { certificatePem, keyPem } = await issueCa('pair.example');
const SECRET = secretOf('pair', certificatePem, keyPem);
const TLS = 'tls: { certificateRefs: [{ name: pair }] }';

function overlapping(...listeners: readonly string[]): readonly string[] {
  const spec = `gatewayClassName: nginx, allowedListeners: { namespaces: { from: Same } }, listeners: [${listeners.slice(0, 2).join(', ')}]`;
  const gateway = `${G} Gateway\nmetadata: { name: gw }\nspec: { ${spec} }`;
  const set = `${G} ListenerSet\nmetadata: { name: more }\nspec: { parentRef: { name: gw }, listeners: [${listeners.slice(2).join(', ')}] }`;
  const found = resolveYaml(gateway, SECRET, ...(listeners.length > 2 ? [set] : []));
  return predictStatusBy('nginx-gateway-fabric', found, {}).flatMap(({ ref, conditions }) =>
    conditions
      .filter(({ type }) => type === 'OverlappingTLSConfig')
      .map(({ status, reason }) => `${ref?.sectionName ?? ''} ${status} ${reason}`),
  );
}

const https = (name: string, hostname: string, port = 443, protocol = 'HTTPS') =>
  `{ name: ${name}, port: ${port}, protocol: ${protocol}, ${hostname === '' ? '' : `hostname: "${hostname}", `}${TLS} }`;

describe('OverlappingTLSConfig of NGINX Gateway Fabric', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['a wildcard', [https('a', '*.example.com'), https('b', 'x.y.example.com')], ['a', 'b']],
    ['no host name', [https('a', ''), https('b', 'shop.example')], ['a', 'b']],
    [
      'TLS beside HTTPS',
      [https('a', '*.a.example'), https('b', 'b.a.example', 443, 'TLS')],
      ['a', 'b'],
    ],
    [
      'a ListenerSet',
      [https('a', 'a.example'), https('b', 'b.example'), https('c', '*.example')],
      ['a', 'b', 'c'],
    ],
    ['other names', [https('a', 'a.example'), https('b', 'b.example')], []],
    ['another port', [https('a', '*.example'), https('b', 'b.example', 8443)], []],
  ])('with %s', (_name, listeners, names) => {
    const expected = names.map((name) => `${name} True OverlappingHostnames`);
    expect(overlapping(...listeners)).toEqual(expected);
  });
});
