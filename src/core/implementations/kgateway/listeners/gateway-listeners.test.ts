import { describe, expect, it } from 'vitest';
import { HOSTS, HTTP, lost, PROTOCOLS, secretOf } from '../../listeners/listeners.testing.ts';
import { one, other, tellerOf } from '../../listeners/teller.testing.ts';

const told = tellerOf('kgateway', '2.4');

/** Before 2.3, of a Gateway that allows ListenerSets and has none. */
const NO_SETS = 'gw AttachedListenerSets=False NoResources';

describe('listeners of one port, as kgateway tells them apart', () => {
  it.each<[string, string, string[]]>([
    [
      'different host names',
      `${HTTP}, { name: a, port: 80, protocol: HTTP, hostname: a.example }`,
      [],
    ],
    [
      'the same host name: the first keeps it',
      `${HTTP}, { name: again, port: 80, protocol: HTTP }`,
      [
        `gw Accepted=True ListenersNotValid: Some listeners are not programmed: again: ${HOSTS}`,
        ...lost('gw.again', 'HostnameConflict', HOSTS),
      ],
    ],
    [
      'another protocol: the first decides',
      `${HTTP}, { name: tcp, port: 80, protocol: TCP }`,
      [
        `gw Accepted=True ListenersNotValid: Some listeners are not programmed: tcp: ${PROTOCOLS}`,
        ...lost('gw.tcp', 'ProtocolConflict', PROTOCOLS),
      ],
    ],
    [
      'a port of Envoy itself',
      `${HTTP}, { name: ready, port: 8082, protocol: HTTP }`,
      [
        'gw Accepted=True ListenersNotValid: Some listeners are not programmed: ready: invalid port 8082 in listener: port is reserved',
        ...lost('gw.ready', 'Invalid', 'invalid port 8082 in listener: port is reserved'),
      ],
    ],
    [
      'a protocol that it does not know',
      '{ name: udp, port: 53, protocol: UDP }',
      [
        'gw Accepted=False ListenersNotValid: No valid listeners',
        'gw Programmed=False Invalid: No valid listeners',
        'gw.udp Accepted=False UnsupportedProtocol: Protocol UDP is unsupported.',
      ],
    ],
    [
      'kinds of routes that it cannot take',
      '{ name: http, port: 80, protocol: HTTP, allowedRoutes: { kinds: [{ kind: HTTPRoute }, { kind: TCPRoute }, { kind: Odd }] } }',
      [
        'gw ResolvedRefs=False ListenersNotResolved: One or more listeners have unresolved references',
        'gw.http ResolvedRefs=False InvalidRouteKinds: Found invalid route kinds: [TCPRoute, Odd]',
      ],
    ],
    [
      'no route behind a stream',
      `${HTTP}, { name: tls, port: 443, protocol: TLS, tls: { mode: Passthrough } }`,
      [
        'gw Accepted=True ListenersNotValid: Some listeners are not programmed: tls: TCP/TLS listener has no valid backends or routes',
        'gw.tls Programmed=False Invalid: TCP/TLS listener has no valid backends or routes',
      ],
    ],
  ])('%s', (_what, listeners, expected) => {
    expect(told({ listeners })).toEqual(expected);
  });

  it('lets HTTPS and TLS share a port until a third protocol comes', () => {
    const route = `apiVersion: gateway.networking.k8s.io/v1
kind: TLSRoute
metadata: { name: r }
spec: { parentRefs: [{ name: gw }], hostnames: [t.example], rules: [{ backendRefs: [{ name: app, port: 443 }] }] }`;
    const pair = secretOf('pair', one.certificatePem, one.keyPem);
    const https =
      '{ name: https, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: pair }] } }';
    const tls =
      '{ name: tls, port: 443, protocol: TLS, hostname: t.example, tls: { mode: Passthrough } }';
    const more = [route, pair];
    expect(told({ listeners: `${https}, ${tls}`, more })).toEqual([]);
    const third = '{ name: plain, port: 443, protocol: HTTP, hostname: p.example }';
    expect(told({ listeners: `${https}, ${tls}, ${third}`, more }).slice(1)).toEqual([
      ...lost('gw.tls', 'ProtocolConflict', PROTOCOLS),
      ...lost('gw.plain', 'ProtocolConflict', PROTOCOLS),
    ]);
  });
});

describe('ListenerSets under kgateway', () => {
  const extra = '{ name: extra, port: 8080, protocol: HTTP }';

  it('give way to the Gateway, then to older sets, then by name', () => {
    const sets = {
      'b@2026': extra,
      'a@2027': extra,
      c: `${HTTP}, { name: c, port: 81, protocol: HTTP }`,
    };
    expect(told({ listeners: HTTP, sets })).toEqual([
      'a Accepted=False ListenersNotValid: No valid listeners',
      'a Programmed=False ListenersNotValid: No valid listeners',
      ...lost('a.extra', 'HostnameConflict', HOSTS),
      `c Accepted=True ListenersNotValid: Some listeners are not programmed: http: ${HOSTS}`,
      ...lost('c.http', 'HostnameConflict', HOSTS),
    ]);
  });

  it('tell of a listener that they cannot have without a word on Programmed', () => {
    const sets = { a: `${extra}, { name: udp, port: 53, protocol: UDP }` };
    expect(told({ listeners: HTTP, sets })).toEqual([
      'a Accepted=True ListenersNotValid',
      'a.udp Accepted=False UnsupportedProtocol: Protocol UDP is unsupported.',
    ]);
  });
});

describe('certificates of listeners under kgateway', () => {
  const listenersFor = (refs: string): string =>
    `${HTTP}, { name: https, port: 443, protocol: HTTPS, tls: { certificateRefs: [${refs}] } }`;
  const SECRETS = [
    secretOf('pair', one.certificatePem, one.keyPem),
    secretOf('mixed', one.certificatePem, other.keyPem),
    secretOf('garbage', 'garbage', one.keyPem),
    secretOf('far', one.certificatePem, one.keyPem, 'elsewhere'),
    `${secretOf('opaque', one.certificatePem, one.keyPem)}\ntype: Opaque`,
  ];

  it.each([
    ['{ name: gone }', 'InvalidCertificateRef', 'Secret default/gone not found.'],
    ['{ name: pair, kind: ConfigMap }', 'InvalidCertificateRef', 'Invalid certificate ref(s).'],
    ['{ name: pair, group: a.test }', 'InvalidCertificateRef', 'Invalid certificate ref(s).'],
    [
      '{ name: far, namespace: elsewhere }',
      'RefNotPermitted',
      'Reference not permitted by ReferenceGrant.',
    ],
    [
      '{ name: garbage }',
      'InvalidCertificateRef',
      'invalid TLS secret default/garbage: tls: failed to find any PEM data in certificate input',
    ],
    [
      '{ name: mixed }',
      'InvalidCertificateRef',
      'invalid TLS secret default/mixed: tls: private key does not match public key',
    ],
  ])('%s is refused as %s: %s', (ref, reason, message) => {
    const given = { listeners: listenersFor(ref), more: SECRETS };
    const programmed = [
      `gw Accepted=True ListenersNotValid: Some listeners are not programmed: https: ${message}`,
      'gw ResolvedRefs=False ListenersNotResolved: One or more listeners have unresolved references',
    ];
    const listener = [
      `gw.https ResolvedRefs=False ${reason}: ${message}`,
      `gw.https Programmed=False Invalid: ${message}`,
    ];
    const accepted = `gw.https Accepted=False Invalid: ${message}`;
    expect(told(given)).toEqual([...programmed, accepted, ...listener]);
    expect(told(given, '2.2')).toEqual([...programmed.slice(0, 1), NO_SETS, ...listener]);
  });

  it.each(['{ name: pair }', '{ name: opaque }'])('%s is taken, whatever its type', (ref) => {
    expect(told({ listeners: listenersFor(ref), more: SECRETS })).toEqual([]);
  });

  it('are used without the broken ones since 2.4', () => {
    const given = { listeners: listenersFor('{ name: pair }, { name: gone }'), more: SECRETS };
    const message = 'Secret default/gone not found.';
    expect(told(given)).toEqual([
      'gw ResolvedRefs=False ListenersNotResolved: One or more listeners have unresolved references',
      `gw.https Accepted=True Invalid: ${message}`,
      `gw.https ResolvedRefs=False InvalidCertificateRef: ${message}`,
      `gw.https Programmed=True Invalid: ${message}`,
    ]);
    expect(told(given, '2.3')).toContain(`gw.https Programmed=False Invalid: ${message}`);
  });

  it('are awaited where cert-manager makes them', () => {
    const certificate = `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: c }
spec: { secretName: gone, dnsNames: [a.test], issuerRef: { name: i } }`;
    expect(told({ listeners: listenersFor('{ name: gone }'), more: [certificate] })).toEqual([]);
  });
});

describe('CAs for clients under kgateway', () => {
  const listeners =
    '{ name: https, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: pair }] } }';
  const more = [
    secretOf('pair', one.certificatePem, one.keyPem),
    `apiVersion: v1
kind: ConfigMap
metadata: { name: ca }
data: { ca.crt: ${JSON.stringify(one.certificatePem)} }`,
  ];
  const validated = (refs: string, mode = ''): string[] =>
    told({
      listeners,
      more,
      gateway: `tls: { frontend: { default: { validation: { ${mode}caCertificateRefs: [${refs}] } } } },`,
    });
  const CA = '{ group: "", kind: ConfigMap, name: ca }';
  const GONE = '{ group: "", kind: ConfigMap, name: gone }';
  const FAILED = 'failed to fetch CA certificate ConfigMap gone/default: InvalidCACertificateRef';

  it('refuse the listener when none can be used', () => {
    expect(validated(CA)).toEqual([]);
    expect(validated(GONE).filter((line) => line.startsWith('gw.https'))).toEqual([
      `gw.https Accepted=False NoValidCACertificate: ${FAILED}`,
      `gw.https ResolvedRefs=False InvalidCACertificateRef: ${FAILED}`,
      `gw.https Programmed=False Invalid: ${FAILED}`,
    ]);
  });

  it('leave it working with one that can, or where clients need none', () => {
    const works = [
      `gw.https Accepted=True NoValidCACertificate: ${FAILED}`,
      `gw.https ResolvedRefs=False InvalidCACertificateRef: ${FAILED}`,
      `gw.https Programmed=True Invalid: ${FAILED}`,
    ];
    expect(validated(`${GONE}, ${CA}`).slice(1)).toEqual(works);
    const insecure = validated(GONE, 'mode: AllowInsecureFallback, ');
    expect(insecure.slice(0, 1)).toEqual([
      'gw InsecureFrontendValidationMode=True ConfigurationChanged: Gateway frontend validation is configured to allow insecure fallback',
    ]);
    expect(insecure.slice(2)).toEqual(works);
  });

  it('are told with the namespace of the Gateway when a grant is missing', () => {
    const message =
      'failed to fetch CA certificate ConfigMap ca/default: missing CA certificate reference grant';
    expect(validated('{ group: "", kind: ConfigMap, name: ca, namespace: far }')).toContain(
      `gw.https ResolvedRefs=False RefNotPermitted: ${message}`,
    );
  });

  it('name a kind that holds none', () => {
    const message = 'invalid ca.crt kind Service in default/ca: InvalidCACertificateKind';
    expect(validated('{ group: "", kind: Service, name: ca }')).toContain(
      `gw.https ResolvedRefs=False InvalidCACertificateKind: ${message}`,
    );
  });
});
