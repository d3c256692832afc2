import { describe, expect, it } from 'vitest';
import { fronts, secretOf, unusual, type Fronts } from '../../listeners/listeners.testing.ts';
import { issueCa } from '../setup.testing.ts';

const pair = await issueCa('pair.example');
const other = await issueCa('other.example');
const MORE = [
  secretOf('pair', pair.certificatePem, pair.keyPem),
  secretOf('mixed', pair.certificatePem, other.keyPem),
  secretOf('far', pair.certificatePem, pair.keyPem, 'shop'),
  secretOf('opaque', pair.certificatePem, pair.keyPem).replace('type: kubernetes.io/tls\n', ''),
];

function https(name: string, refs = '{ name: pair }', rest = ''): string {
  return `{ name: ${name}, port: 443, protocol: HTTPS, ${rest}tls: { certificateRefs: [${refs}] } }`;
}

/** What is unusual, without overlaps of host names, which have tests of their own. */
function told(given: Fronts, version = '2.7'): readonly string[] {
  return unusual(
    'nginx-gateway-fabric',
    version,
    fronts('nginx-gateway-fabric', { more: MORE, ...given }),
  ).filter((text) => !text.includes('OverlappingTLSConfig') && !text.includes('UnsupportedField'));
}

function lost(name: string, reason: string, message: string, programmed = reason): string[] {
  return [
    `${name} Accepted=False ${reason}: ${message}`,
    `${name} Conflicted=True ${reason}: ${message}`,
    `${name} Programmed=False ${programmed}: ${message}`,
  ];
}

const NO_VALID = [
  'gw Accepted=False ListenersNotValid: The Gateway has no valid listeners',
  'gw Programmed=False Invalid: The Gateway has no valid listeners',
];
const ONE_VALID = 'gw Accepted=True ListenersNotValid: The Gateway has at least one valid listener';
const NO_VALID_SET = ['Accepted', 'Programmed'].map(
  (type) => `more ${type}=False ListenersNotValid: All listeners are invalid`,
);
const HTTP = '{ name: clear, port: 443, protocol: HTTP }';
const FREE = '{ name: free, port: 80, protocol: HTTP }';
const PASS = '{ name: pass, port: 443, protocol: TLS, tls: { mode: Passthrough } }';
const PROTOCOL =
  'Multiple listeners for the same port 443 specify incompatible protocols; ensure only one protocol per port';
const OVERLAP =
  'HTTPS and TLS listeners for the same port 443 specify overlapping hostnames; ensure no overlapping hostnames for HTTPS and TLS listeners for the same port';
const TWICE =
  'Multiple listeners with the same port 443 and protocol HTTPS have overlapping hostnames';

describe('conflicts between listeners of a Gateway', () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      'two protocols cost the whole port',
      '2.7',
      `${https('one', undefined, 'hostname: a.b, ')}, ${HTTP}, ${https('two')}`,
      [
        ...NO_VALID,
        ...['one', 'clear', 'two'].flatMap((name) =>
          lost(`gw.${name}`, 'ProtocolConflict', PROTOCOL),
        ),
      ],
    ],
    [
      'HTTPS beside TLS with overlapping names',
      '2.7',
      `${https('one')}, ${PASS}, ${FREE}`,
      [
        ONE_VALID,
        ...['one', 'pass'].flatMap((name) => lost(`gw.${name}`, 'HostnameConflict', OVERLAP)),
      ],
    ],
    [
      'HTTPS beside TLS with other names',
      '2.7',
      `${https('one', undefined, 'hostname: a.b, ')}, ${PASS.replace('port', 'hostname: c.b, port')}`,
      [],
    ],
    [
      'a listener twice keeps the first',
      '2.7',
      `${https('one')}, ${https('two')}`,
      [ONE_VALID, ...lost('gw.two', 'HostnameConflict', TWICE)],
    ],
    ['a listener twice, which 2.5 takes', '2.5', `${https('one')}, ${https('two')}`, []],
    [
      'TCP twice',
      '2.7',
      `{ name: a, port: 1, protocol: TCP }, { name: b, port: 1, protocol: TCP }, ${FREE}`,
      [
        ONE_VALID,
        ...['a', 'b'].flatMap((name) =>
          lost(
            `gw.${name}`,
            'ProtocolConflict',
            'Multiple TCP listeners cannot share the same port 1',
          ),
        ),
      ],
    ],
    [
      'two protocols in 2.5',
      '2.5',
      `${HTTP}, ${https('one')}`,
      [
        ...NO_VALID,
        ...['clear', 'one'].flatMap((name) =>
          lost(`gw.${name}`, 'ProtocolConflict', PROTOCOL, 'Invalid'),
        ),
      ],
    ],
  ])('%s', (_, version, listeners, expected) => {
    expect(told({ listeners }, version)).toEqual(expected);
  });
});

describe('conflicts with ListenerSets', () => {
  it.each<[string, string, readonly string[]]>([
    ['a protocol', HTTP, lost('more.clear', 'ProtocolConflict', PROTOCOL)],
    ['overlapping names', PASS, lost('more.pass', 'HostnameConflict', OVERLAP)],
    ['a listener', https('two'), lost('more.two', 'HostnameConflict', TWICE)],
  ])('leave the Gateway its place: %s', (_, listener, expected) => {
    const found = told({ listeners: https('one'), sets: { more: listener } });
    expect(found).toEqual([...NO_VALID_SET, ...expected]);
  });

  it('cost one listener of a set, not the set', () => {
    const found = told({ listeners: https('one'), sets: { more: `${HTTP}, ${FREE}` } });
    expect(found).toEqual(lost('more.clear', 'ProtocolConflict', PROTOCOL));
  });

  it('are not looked for in a set without a valid listener', () => {
    const sets = { more: https('two', '{ name: opaque }') };
    const found = told({ listeners: https('one'), sets });
    expect(found.filter((text) => text.includes('Conflicted'))).toEqual([]);
    expect(found.slice(0, 2)).toEqual(NO_VALID_SET);
  });
});

describe('certificates of listeners', () => {
  const invalid = (reason: string, message: string): readonly string[] => [
    ...NO_VALID,
    `gw.one Accepted=False ${reason}: ${message}`,
    `gw.one ResolvedRefs=False ${reason}: ${message}`,
    `gw.one Programmed=False Invalid: ${message}`,
  ];
  const ref = (at: number, name: string, cause: string): string =>
    `tls.certificateRefs[${at}]: Invalid value: {"Namespace":"default","Name":"${name}"}: ${cause}`;
  const OPAQUE = 'unsupported secret type "Opaque"';

  it.each<[string, string, readonly string[]]>([
    [
      '{ name: gone }',
      '2.7',
      invalid('InvalidCertificateRef', ref(0, 'gone', 'Secret default/gone does not exist')),
    ],
    ['{ name: opaque }', '2.7', invalid('InvalidCertificateRef', ref(0, 'opaque', OPAQUE))],
    [
      '{ name: mixed }',
      '2.7',
      invalid(
        'InvalidCertificateRef',
        ref(0, 'mixed', 'tls secret is invalid: tls: private key does not match public key'),
      ),
    ],
    [
      '{ name: far, namespace: shop }',
      '2.7',
      invalid(
        'RefNotPermitted',
        'Certificate ref to secret shop/far not permitted by any ReferenceGrant',
      ),
    ],
    [
      '{ name: pair }, { name: opaque }',
      '2.7',
      [`gw.one ResolvedRefs=False InvalidCertificateRef: ${ref(1, 'opaque', OPAQUE)}`],
    ],
    [
      '{ name: gone }, { name: opaque }',
      '2.6',
      invalid(
        'InvalidCertificateRef',
        `${ref(0, 'gone', 'Secret default/gone does not exist')}; ${ref(1, 'opaque', OPAQUE)}`,
      ),
    ],
    [
      '{ name: pair }, { name: pair }',
      '2.5',
      [
        ...NO_VALID,
        'gw.one Accepted=False UnsupportedValue: tls.certificateRefs: Too many: 2: must have at most 1 item',
        'gw.one Programmed=False Invalid: tls.certificateRefs: Too many: 2: must have at most 1 item',
      ],
    ],
    [
      '',
      '2.7',
      invalid(
        'InvalidCertificateRef',
        'tls.certificateRefs: Required value: certificateRefs must be defined for TLS mode terminate',
      ),
    ],
  ])('[%s] in %s', (refs, version, expected) => {
    expect(told({ listeners: https('one', refs) }, version)).toEqual(expected);
  });
});

it('names what else is wrong with a listener', () => {
  const kinds = 'allowedRoutes: { kinds: [{ kind: TLSRoute }] }';
  const listeners = `{ name: a, port: 1, protocol: HTTP, ${kinds} }, { name: b, port: 2, protocol: SCTP }, ${FREE}`;
  expect(told({ listeners })).toEqual([
    ONE_VALID,
    'gw.a ResolvedRefs=False InvalidRouteKinds: Unsupported route kind for protocol HTTP "gateway.networking.k8s.io/TLSRoute"',
    'gw.a Programmed=False Invalid: Unsupported route kind for protocol HTTP "gateway.networking.k8s.io/TLSRoute"',
    'gw.b Accepted=False UnsupportedProtocol: protocol: Unsupported value: "SCTP": supported values: "HTTP", "HTTPS", "TLS", "TCP", "UDP"',
    'gw.b Programmed=False Invalid: protocol: Unsupported value: "SCTP": supported values: "HTTP", "HTTPS", "TLS", "TCP", "UDP"',
  ]);
});
