import { describe, expect, it } from 'vitest';
import { HOSTS, HTTP, lost, PROTOCOLS, secretOf } from '../../listeners/listeners.testing.ts';
import { one, other, tellerOf } from '../../listeners/teller.testing.ts';

const told = tellerOf('agentgateway', '1.5');

describe('places of listeners under agentgateway', () => {
  it('tells nothing of a conflict within the Gateway', () => {
    const listeners = `${HTTP}, { name: again, port: 80, protocol: HTTP }, { name: tcp, port: 80, protocol: TCP }`;
    expect(told({ listeners })).toEqual([]);
  });

  it('tells ListenerSets: the Gateway first, then the sets by name, whichever is older', () => {
    const shared = '{ name: shared, port: 8080, protocol: HTTP, hostname: s.example }';
    const sets = {
      'aaa@2027': shared,
      'zzz@2026': `${shared}, { name: first, port: 8081, protocol: HTTP }, { name: second, port: 8081, protocol: TCP }`,
    };
    expect(told({ listeners: HTTP, sets })).toEqual([
      'zzz Accepted=True ListenersNotValid',
      ...lost('zzz.shared', 'HostnameConflict', HOSTS),
      ...lost('zzz.second', 'ProtocolConflict', PROTOCOLS),
    ]);
  });

  it('does not let HTTPS and TLS share a port', () => {
    const pair = secretOf('pair', one.certificatePem, one.keyPem);
    const listeners =
      '{ name: https, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: pair }] } }';
    const sets = {
      a: '{ name: tls, port: 443, protocol: TLS, hostname: t.example, tls: { mode: Passthrough } }',
    };
    expect(told({ listeners, sets, more: [pair] }).slice(2)).toEqual(
      lost('a.tls', 'ProtocolConflict', PROTOCOLS),
    );
  });

  it('knows no UDP, and hints at upper case', () => {
    expect(told({ listeners: '{ name: udp, port: 53, protocol: UDP }' })).toEqual([
      'gw Accepted=False ListenersNotValid: Some listeners are not accepted: udp: protocol "UDP" is unsupported',
      'gw Programmed=False Invalid: Some listeners are not accepted: udp: protocol "UDP" is unsupported',
      'gw.udp Accepted=False UnsupportedProtocol: protocol "UDP" is unsupported',
    ]);
    expect(told({ listeners: `${HTTP}, { name: low, port: 81, protocol: http }` })).toContain(
      'gw.low Accepted=False UnsupportedProtocol: protocol "http" is unsupported. hint: "HTTP" (uppercase) may be supported',
    );
  });

  it('names kinds of routes that do not fit', () => {
    const kinds = 'allowedRoutes: { kinds: [{ kind: TCPRoute }] }';
    expect(told({ listeners: `{ name: http, port: 80, protocol: HTTP, ${kinds} }` })).toEqual([
      'gw.http ResolvedRefs=False InvalidRouteKinds: Invalid route kinds',
    ]);
  });
});

describe('certificates of listeners under agentgateway', () => {
  const https = (refs: string): string =>
    `{ name: https, port: 443, protocol: HTTPS, tls: { certificateRefs: [${refs}] } }`;
  const SECRETS = [
    secretOf('pair', one.certificatePem, one.keyPem),
    secretOf('mixed', one.certificatePem, other.keyPem),
    secretOf('empty', '', ''),
    secretOf('far', one.certificatePem, one.keyPem, 'elsewhere'),
    'apiVersion: v1\nkind: Secret\nmetadata: { name: bare }\nstringData: { ca.crt: x }',
  ];
  const CASES: readonly (readonly [string, string, string])[] = [
    [
      '{ name: gone }',
      'InvalidCertificateRef',
      'invalid certificate reference /Secret/gone., secret not found',
    ],
    [
      '{ name: pair, kind: ConfigMap }',
      'InvalidCertificateRef',
      'invalid certificate reference /ConfigMap/pair., only secret is allowed',
    ],
    [
      '{ name: bare }',
      'InvalidCertificateRef',
      "invalid certificate reference /Secret/bare., found secret, but didn't have expected keys (tls.crt and tls.key); found: ca.crt",
    ],
    [
      '{ name: empty }',
      'InvalidCertificateRef',
      'invalid certificate reference /Secret/empty., found keys "tls.crt" and "tls.key", but they were empty',
    ],
    [
      '{ name: far, namespace: elsewhere }',
      'RefNotPermitted',
      'certificateRef far/elsewhere not accessible to a Gateway in namespace "default" (missing a ReferenceGrant?)',
    ],
    [
      '{ name: mixed }',
      'InvalidCertificateRef',
      'invalid certificate reference, the certificate is malformed: tls: private key does not match public key',
    ],
    [
      '{ name: pair }, { name: pair }',
      'InvalidCertificateRef',
      'exactly 1 certificateRefs should be present for TLS termination',
    ],
  ];

  it.each(CASES)('%s of a Gateway is refused as %s: %s', (refs, reason, message) => {
    expect(told({ listeners: `${HTTP}, ${https(refs)}`, more: SECRETS })).toEqual([
      'gw Accepted=True ListenersNotValid: Some listeners are not accepted: https: Bad TLS configuration',
      'gw.https Programmed=False Invalid: Bad TLS configuration',
      `gw.https ResolvedRefs=False ${reason}: ${message}`,
    ]);
  });

  it.each(CASES)('%s of a ListenerSet is refused as %s: %s', (refs, reason, message) => {
    expect(told({ listeners: HTTP, sets: { a: https(refs) }, more: SECRETS })).toEqual([
      'a Accepted=False ListenersNotValid',
      'a Programmed=False ListenersNotValid',
      `a.https Accepted=False ListenersNotValid: ${message}`,
      'a.https Programmed=False Invalid: Bad TLS configuration',
      `a.https ResolvedRefs=False ${reason}: ${message}`,
    ]);
  });

  it('takes a sound pair, and one that a mesh gives', () => {
    const mesh =
      '{ name: mesh, port: 444, protocol: HTTPS, tls: { options: { agentgateway.dev/tls-certificate-source: SPIFFE } } }';
    const listeners = `${https('{ name: pair }')}, ${mesh}`;
    expect(told({ listeners, more: SECRETS })).toEqual([]);
  });

  it('refuses a listener without a CA for its clients', () => {
    const gateway =
      'tls: { frontend: { default: { validation: { caCertificateRefs: [{ group: "", kind: ConfigMap, name: gone }] } } } },';
    const message = 'invalid CA certificate reference, configmap default/gone not found';
    expect(told({ listeners: https('{ name: pair }'), more: SECRETS, gateway })).toEqual([
      `gw Accepted=False ListenersNotValid: Some listeners are not accepted: https: ${message}; https: Bad TLS configuration`,
      `gw Programmed=False Invalid: Some listeners are not accepted: https: ${message}; https: Bad TLS configuration`,
      `gw.https Accepted=False NoValidCACertificate: ${message}`,
      'gw.https Programmed=False Invalid: Bad TLS configuration',
      `gw.https ResolvedRefs=False InvalidCACertificateRef: ${message}`,
    ]);
  });

  it('lists three of the keys that stand in the place of a CA', () => {
    const gateway =
      'tls: { frontend: { default: { validation: { caCertificateRefs: [{ group: "", kind: ConfigMap, name: keys }] } } } },';
    const keys =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: keys }\ndata: { a: x, b: x, c: x, d: x }';
    expect(
      told({ listeners: https('{ name: pair }'), more: [...SECRETS, keys], gateway }),
    ).toContain(
      "gw.https ResolvedRefs=False InvalidCACertificateRef: invalid CA certificate reference /ConfigMap/keys., found secret, but didn't have expected keys ca.crt; found: a, b, c, and 1 more...",
    );
  });

  it('looks for the client certificate beside the ListenerSet', () => {
    const gateway = 'tls: { backend: { clientCertificateRef: { name: pair } } },';
    const set = `apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: { name: a, namespace: shop }
spec: { parentRef: { name: gw, namespace: default }, listeners: [{ name: x, port: 81, protocol: HTTP }] }`;
    expect(told({ listeners: HTTP, more: [...SECRETS, set], gateway })).toEqual([
      'a.x ResolvedRefs=False InvalidClientCertificateRef: invalid certificate reference /Secret/pair., secret not found',
    ]);
  });
});
