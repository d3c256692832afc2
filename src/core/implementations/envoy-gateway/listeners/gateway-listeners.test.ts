import { describe, expect, it } from 'vitest';
import { fronts, secretOf, unusual, type Fronts } from '../../listeners/listeners.testing.ts';
import { issueCa } from '../../nginx-gateway-fabric/setup.testing.ts';

const pair = await issueCa('pair.example');
const other = await issueCa('other.example');
const MORE = [
  secretOf('pair', pair.certificatePem, pair.keyPem),
  secretOf('same', pair.certificatePem, pair.keyPem),
  secretOf('other', other.certificatePem, other.keyPem),
  secretOf('mixed', pair.certificatePem, other.keyPem),
  secretOf('garbage', 'x', 'y'),
  secretOf('empty', '', ''),
  secretOf('far', pair.certificatePem, pair.keyPem, 'shop'),
  secretOf('opaque', pair.certificatePem, pair.keyPem).replace('type: kubernetes.io/tls\n', ''),
];

function https(name: string, refs = '{ name: pair }', rest = ''): string {
  return `{ name: ${name}, port: 443, protocol: HTTPS, ${rest}tls: { certificateRefs: [${refs}] } }`;
}

function all(given: Fronts, version = '1.9'): readonly string[] {
  return unusual('envoy-gateway', version, fronts('envoy-gateway', { more: MORE, ...given }));
}

/** Without what is said of the Gateway itself. */
function told(given: Fronts, version?: string): readonly string[] {
  return all(given, version).filter((text) => !text.startsWith('gw '));
}

const SEE = 'Programmed=False Invalid: Listener is invalid, see other Conditions for details.';
const NONE = 'ResolvedRefs=False InvalidCertificateRef: No valid secrets exist:';
const HTTP = '{ name: clear, port: 443, protocol: HTTP }';
const PASS = '{ name: pass, port: 443, protocol: TLS, tls: { mode: Passthrough } }';
const PROTOCOL = 'All listeners for a given port must use a compatible protocol';
const HOSTNAME = 'All listeners for a given port must use a unique hostname';

/** What Envoy Gateway says of a Gateway's own listener without a place. */
function lost(name: string, reason: string, message: string): readonly string[] {
  return [`gw.${name} Conflicted=True ${reason}: ${message}`, `gw.${name} ${SEE}`];
}

describe('conflicts between listeners of a Gateway', () => {
  const names = (...all: readonly string[]) =>
    `, conflicting listeners: ${all.map((name) => `default/gw/${name}`).join(', ')}`;

  it.each<[string, string, readonly string[]]>([
    [
      'two protocols',
      `${HTTP}, ${https('one')}`,
      ['clear', 'one'].flatMap((one) =>
        lost(one, 'ProtocolConflict', PROTOCOL + names('clear', 'one')),
      ),
    ],
    [
      'a host name twice',
      `${https('one')}, ${https('two')}`,
      ['one', 'two'].flatMap((one) =>
        lost(one, 'HostnameConflict', HOSTNAME + names('one', 'two')),
      ),
    ],
    [
      'HTTPS and TLS with one host name',
      `${https('one')}, ${PASS}`,
      ['one', 'pass'].flatMap((one) =>
        lost(one, 'HostnameConflict', HOSTNAME + names('one', 'pass')),
      ),
    ],
    [
      'HTTPS and TLS with two host names',
      `${https('one', undefined, 'hostname: a.b, ')}, ${PASS}`,
      [],
    ],
    [
      'TCP twice',
      '{ name: one, port: 1, protocol: TCP }, { name: two, port: 1, protocol: TCP }',
      lost('two', 'ProtocolConflict', 'Only one TCP listener is allowed in a given port'),
    ],
    [
      'UDP beside HTTP',
      '{ name: one, port: 1, protocol: UDP }, { name: two, port: 1, protocol: HTTP }',
      [],
    ],
    [
      'one of them refused for its certificate',
      `${https('one', '{ name: garbage }')}, ${https('two')}`,
      [
        `gw.one ${NONE} default/garbage must contain valid tls.crt and tls.key, unable to validate certificate in tls.crt: unable to decode pem data for certificate.`,
        `gw.one ${SEE}`,
      ],
    ],
  ])('%s', (_, listeners, expected) => {
    expect(told({ listeners })).toEqual(expected);
  });

  it.each(['1.5', '1.8'])('are told without names by %s', (version) => {
    expect(told({ listeners: `${HTTP}, ${https('one')}` }, version)).toEqual([
      ...lost('clear', 'HostnameConflict', HOSTNAME),
      ...lost('one', 'HostnameConflict', HOSTNAME),
    ]);
  });

  it('come before certificates until 1.7', () => {
    const listeners = `${https('one', '{ name: opaque }')}, ${https('two')}`;
    const found = told({ listeners }, '1.7').filter((text) => !text.includes('Overlapping'));
    expect(found).toEqual([
      `gw.one Conflicted=True HostnameConflict: ${HOSTNAME}`,
      `gw.one ${NONE} certificate refs 0: Secret default/opaque must be of type kubernetes.io/tls.`,
      `gw.one ${SEE}`,
      ...lost('two', 'HostnameConflict', HOSTNAME),
    ]);
  });
});

describe('conflicts with ListenerSets', () => {
  const full = (name: string, reason: string, message: string) =>
    ['Conflicted=True', 'Accepted=False', 'Programmed=False'].map(
      (condition) => `${name} ${condition} ${reason}: ${message}`,
    );

  it('leave the Gateway its listener', () => {
    const found = told({ listeners: https('one'), sets: { more: https('two') } });
    expect(found).toEqual([
      'more Accepted=False ListenersNotValid: No listeners are accepted',
      'more Programmed=False ListenersNotValid: No listeners are programmed',
      ...full(
        'more.two',
        'HostnameConflict',
        `${HOSTNAME}, conflicting listeners: default/gw/one, default/more/two`,
      ),
    ]);
  });

  it('leave the older of two sets its protocol', () => {
    const sets = { 'young@2026': HTTP, 'old@2025': https('two') };
    const rest = '{ name: free, port: 80, protocol: HTTP }';
    expect(told({ listeners: rest, sets })).toEqual([
      'young Accepted=False ListenersNotValid: No listeners are accepted',
      'young Programmed=False ListenersNotValid: No listeners are programmed',
      ...full(
        'young.clear',
        'ProtocolConflict',
        `${PROTOCOL}, conflicting listeners: default/old/two, default/young/clear`,
      ),
    ]);
  });

  it('cost a set at odds with itself both listeners', () => {
    const sets = { more: `${HTTP}, ${https('two')}, { name: fine, port: 90, protocol: HTTP }` };
    const rest = '{ name: free, port: 80, protocol: HTTP }';
    const message = `${PROTOCOL}, conflicting listeners: default/more/clear, default/more/two`;
    expect(told({ listeners: rest, sets })).toEqual([
      'more Accepted=True ListenersNotValid: Some listeners are invalid',
      ...full('more.clear', 'ProtocolConflict', message),
      ...full('more.two', 'ProtocolConflict', message),
    ]);
  });

  it('cost all a host name in 1.8', () => {
    const found = told({ listeners: https('one'), sets: { more: https('two') } }, '1.8');
    expect(found).toEqual([
      ...lost('one', 'HostnameConflict', HOSTNAME),
      'more Accepted=False ListenersNotValid: No listeners are accepted',
      'more Programmed=False ListenersNotValid: No listeners are programmed',
      `more.two Conflicted=True HostnameConflict: ${HOSTNAME}`,
      'more.two Programmed=False ListenersNotValid: Listener is invalid, see other Conditions for details.',
    ]);
  });
});

describe('certificates of listeners', () => {
  const MUST = 'must contain valid tls.crt and tls.key';
  it.each<[string, string, readonly string[]]>([
    [
      '{ name: gone }',
      '1.9',
      [`${NONE} certificate refs 0: Secret default/gone does not exist.`, SEE],
    ],
    [
      '{ name: far, namespace: shop }',
      '1.9',
      [
        'ResolvedRefs=False RefNotPermitted: No valid secrets exist: certificate refs 0: Certificate ref to secret shop/far not permitted by any ReferenceGrant.',
        SEE,
      ],
    ],
    [
      '{ name: empty }',
      '1.9',
      [`${NONE} certificate refs 0: Secret default/empty must contain tls.crt and tls.key.`, SEE],
    ],
    [
      '{ kind: ConfigMap, name: x }',
      '1.9',
      [`${NONE} certificate refs 0: Listener's TLS certificate ref kind must be Secret.`, SEE],
    ],
    [
      '{ name: mixed }',
      '1.9',
      [
        `${NONE} default/mixed must contain a matching tls.crt and tls.key: tls: private key does not match public key.`,
        SEE,
      ],
    ],
    ['{ name: mixed }', '1.8', []],
    [
      '{ name: pair }, { name: same }',
      '1.9',
      [
        'ResolvedRefs=False PartiallyInvalidCertificateRef: Some secrets are invalid: default/same public key algorithm must be unique, certificate domain pair.example has a conflicting algorithm [ECDSA]',
      ],
    ],
    ['{ name: pair }, { name: other }', '1.9', []],
    [
      '{ name: pair }, { name: opaque }',
      '1.7',
      [
        'ResolvedRefs=False PartiallyInvalidCertificateRef: Some secrets are invalid: certificate refs 1: Secret default/opaque must be of type kubernetes.io/tls.',
      ],
    ],
    [
      '{ name: pair }, { name: opaque }',
      '1.6',
      [
        'ResolvedRefs=False InvalidCertificateRef: Secret default/opaque must be of type kubernetes.io/tls.',
        SEE,
      ],
    ],
    [
      '{ name: garbage }',
      '1.5',
      [
        `ResolvedRefs=False InvalidCertificateRef: Secret default/garbage ${MUST}, unable to validate certificate in tls.crt: pem decode failed.`,
        SEE,
      ],
    ],
    ['', '1.9', ['Programmed=False Invalid: Listener must have at least 1 TLS certificate ref']],
  ])('[%s] in %s', (refs, version, expected) => {
    const found = told({ listeners: https('one', refs) }, version);
    expect(found).toEqual(expected.map((text) => `gw.one ${text}`));
  });
});

describe('a Gateway itself', () => {
  const TWO = '{ name: one, port: 1, protocol: TCP }, { name: two, port: 1, protocol: TCP }';

  it.each<[string, string, string, readonly string[]]>([
    ['1.9', TWO, '', ['gw Accepted=True ListenersNotValid: Listeners not valid: two']],
    [
      '1.9',
      `${https('one')}, ${https('two')}`,
      '',
      ['gw Accepted=False ListenersNotValid: No listeners are valid: one, two'],
    ],
    // A listener is accepted whatever its certificate.
    ['1.9', https('one', '{ name: garbage }'), '', []],
    ['1.8', TWO, '', []],
    ['1.9', TWO, 'infrastructure: { parametersRef: { kind: EnvoyProxy, name: x } },', []],
    [
      '1.9',
      TWO,
      'addresses: [{ value: x }],',
      ['gw Accepted=True ListenersNotValid: Listeners not valid: two'],
    ],
  ])('%s with %s, %s', (version, listeners, gateway, expected) => {
    const found = all({ listeners, gateway }, version);
    expect(found.filter((text) => text.startsWith('gw '))).toEqual(expected);
  });
});
