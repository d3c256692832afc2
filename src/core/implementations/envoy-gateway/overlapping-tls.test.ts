import { beforeAll, describe, expect, it } from 'vitest';
import { indexObjects, resolve } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import { makeCa, makeLeaf } from '../../pki/issuing/chain.testing.ts';
import { secretOf } from '../listeners/listeners.testing.ts';
import { predictStatusBy } from '../predict-status.ts';

const HTTP1 =
  ' ALPN will default to HTTP/1.1 to prevent HTTP/2 connection coalescing, unless explicitly configured via ClientTrafficPolicy';

let secrets: readonly string[];
beforeAll(async () => {
  const ca = await makeCa('CA');
  secrets = await Promise.all(
    ['wide', 'shop', 'blog'].map(async (name) => {
      const host = name === 'wide' ? '*.example.com' : `${name}.example.com`;
      const { certificatePem, keyPem } = await makeLeaf(host, ca);
      return secretOf(name, certificatePem, keyPem);
    }),
  );
});

interface Given {
  readonly name: string;
  readonly hostname?: string;
  readonly secret: string;
  readonly port?: number;
}

function overlapping(version: string, ...given: readonly Given[]): readonly string[] {
  const listeners = given.map(
    ({ name, hostname, secret, port = 443 }) =>
      `{ name: ${name}, port: ${port}, protocol: HTTPS, ${hostname === undefined ? '' : `hostname: "${hostname}", `}tls: { certificateRefs: [{ name: ${secret} }] } }`,
  );
  const gateway = `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: gw }\nspec: { gatewayClassName: eg, listeners: [${listeners.join(', ')}] }`;
  const found = resolve(indexObjects(objectsFrom([gateway, ...secrets].join('\n---\n'))), {
    overrides: {},
  });
  return predictStatusBy('envoy-gateway', found, { 'envoy-gateway': version }).flatMap(
    ({ ref, conditions }) =>
      conditions
        .filter(({ type }) => type === 'OverlappingTLSConfig')
        .map(({ reason, message }) => `${ref?.sectionName ?? ''} ${reason}: ${message}`),
  );
}

describe('OverlappingTLSConfig of Envoy Gateway', () => {
  const wide = { name: 'all', hostname: '*.example.com', secret: 'blog' };
  const shop = { name: 'shop', hostname: 'shop.example.com', secret: 'shop' };

  it('tells of host names, which cost HTTP/2 before 1.8', () => {
    const told = (end: string) => [
      `all OverlappingHostnames: The hostname *.example.com overlaps with the hostname shop.example.com in listener shop.${end}`,
      `shop OverlappingHostnames: The hostname shop.example.com overlaps with the hostname *.example.com in listener all.${end}`,
    ];
    expect(overlapping('1.9', wide, shop)).toEqual(told(''));
    expect(overlapping('1.7', wide, shop)).toEqual(told(HTTP1));
  });

  it('tells of certificates before host names', () => {
    expect(overlapping('1.9', { ...wide, secret: 'wide' }, shop)).toEqual([
      `all OverlappingCertificates: The certificate SAN *.example.com overlaps with the certificate SAN shop.example.com in listener shop.${HTTP1}`,
      `shop OverlappingCertificates: The certificate SAN shop.example.com overlaps with the certificate SAN *.example.com in listener all.${HTTP1}`,
    ]);
  });

  it('tells a listener of one other only', () => {
    const blog = { name: 'blog', hostname: 'blog.example.com', secret: 'blog' };
    const other = { name: 'other', hostname: 'shop.example.org', secret: 'shop' };
    const any = { name: 'any', secret: 'none-of-them' };
    expect(overlapping('1.9', shop, blog)).toEqual([]);
    expect(overlapping('1.9', { ...wide, secret: 'wide', port: 8443 }, shop, blog)).toEqual([]);
    expect(overlapping('1.9', any, other)).toEqual([]);
    expect(
      overlapping('1.9', { ...any, secret: 'blog' }, other, blog).map((text) => text.split(':')[0]),
    ).toEqual([
      'any OverlappingCertificates',
      'other OverlappingHostnames',
      'blog OverlappingCertificates',
    ]);
  });
});
