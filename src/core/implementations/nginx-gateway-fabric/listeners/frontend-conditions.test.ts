import { describe, expect, it } from 'vitest';
import { fronts, secretOf, unusual, type Fronts } from '../../listeners/listeners.testing.ts';
import { program } from '../../program.ts';
import { configMap, issueCa, service } from '../setup.testing.ts';

const ca = await issueCa('Client CA');
const pair = await issueCa('pair.example');
const MORE = [
  secretOf('pair', pair.certificatePem, pair.keyPem),
  secretOf('opaque', pair.certificatePem, pair.keyPem).replace('type: kubernetes.io/tls\n', ''),
  configMap('ca', ca.certificatePem),
  configMap('garbage', 'no certificate'),
  configMap('far', ca.certificatePem).replace('name: far', 'name: far, namespace: shop'),
  `apiVersion: v1
kind: Secret
metadata: { name: any }
stringData: { ca.crt: not looked at }`,
];
const TLS = 'tls: { certificateRefs: [{ name: pair }] }';
const HTTPS = `{ name: https, port: 443, protocol: HTTPS, ${TLS} }`;
const FREE = '{ name: free, port: 80, protocol: HTTP }';

const map = (name: string): string => `{ group: "", kind: ConfigMap, name: ${name} }`;
const validation = (refs: string, mode = ''): string =>
  `{ validation: { caCertificateRefs: [${refs}]${mode === '' ? '' : `, mode: ${mode}`} } }`;
const frontend = (byDefault: string, perPort = ''): string =>
  `tls: { frontend: { default: ${byDefault}, perPort: [${perPort}] } },`;

function told(gateway: string, version = '2.7', given: Partial<Fronts> = {}): readonly string[] {
  const listeners = `${HTTPS}, ${FREE}`;
  const found = fronts('nginx-gateway-fabric', { listeners, gateway, more: MORE, ...given });
  return unusual('nginx-gateway-fabric', version, found);
}

const SOME = 'gw Accepted=True ListenersNotValid: The Gateway has at least one valid listener';
const NONE = 'All frontend TLS CA certificate refs are invalid for this listener';
const DEFAULT = 'Spec.tls.frontend.default.validation';

function refused(reason: string, message: string): readonly string[] {
  return [
    SOME,
    `gw.https ResolvedRefs=False ${reason}: ${message}`,
    `gw.https Accepted=False NoValidCACertificate: ${NONE}`,
    `gw.https Programmed=False Invalid: ${NONE}`,
  ];
}

const missing = (path: string): string =>
  `${path}.caCertificateRefs: Invalid value: {"Namespace":"default","Name":"gone"}: ConfigMap default/gone does not exist, or is missing an expected key`;

describe('client CAs of listeners', () => {
  it.each<[string, string, readonly string[]]>([
    ['are read from a ConfigMap', map('ca'), []],
    ['are read from an Opaque Secret', '{ group: "", kind: Secret, name: any }', []],
    ['are refused when missing', map('gone'), refused('InvalidCACertificateRef', missing(DEFAULT))],
    [
      'are refused when they are no certificate',
      map('garbage'),
      refused(
        'InvalidCACertificateRef',
        `${DEFAULT}.caCertificateRefs: Invalid value: {"Namespace":"default","Name":"garbage"}: the data field "ca.crt" must hold a valid CERTIFICATE PEM block`,
      ),
    ],
    [
      'are refused in an Opaque Secret without their key',
      '{ group: "", kind: Secret, name: opaque }',
      refused(
        'InvalidCACertificateRef',
        `${DEFAULT}.caCertificateRefs: Invalid value: {"Namespace":"default","Name":"opaque"}: opaque secret default/opaque does not contain the expected key "ca.crt"`,
      ),
    ],
    [
      'are refused in another kind',
      '{ group: "", kind: Service, name: ca }',
      refused(
        'InvalidCACertificateKind',
        `${DEFAULT}: Unsupported value: "Service": supported values: "Secret", "ConfigMap"`,
      ),
    ],
    [
      'are refused in another group',
      '{ group: example.com, kind: Secret, name: ca }',
      refused(
        'InvalidCACertificateKind',
        `${DEFAULT}: Unsupported value: "example.com": supported values: "core", ""`,
      ),
    ],
    [
      'need a ReferenceGrant, which the Gateway tells too',
      '{ group: "", kind: ConfigMap, name: far, namespace: shop }',
      [
        SOME,
        'gw ResolvedRefs=False RefNotPermitted: configmap ref shop/far not permitted by any ReferenceGrant',
        ...refused(
          'RefNotPermitted',
          'Frontend TLS CA certificate refs are not permitted by any ReferenceGrant',
        ).slice(1),
      ],
    ],
    [
      'suffice if one can be used',
      `${map('gone')}, ${map('ca')}`,
      [`gw.https ResolvedRefs=False InvalidCACertificateRef: ${missing(DEFAULT)}`],
    ],
  ])('%s', (_, refs, expected) => {
    expect([...told(frontend(validation(refs)))].sort()).toEqual([...expected].sort());
  });

  it('of a port come before the default', () => {
    const perPort = `{ port: 443, tls: ${validation(map('gone'))} }`;
    expect(told(frontend(validation(map('ca')), perPort))).toEqual(
      refused('InvalidCACertificateRef', missing('Spec.tls.frontend.perPort[0].tls.validation')),
    );
  });

  it('of a port without references leave it to the default', () => {
    const gateway = frontend(validation(map('gone')), '{ port: 443, tls: {} }');
    expect(told(gateway)).toEqual(refused('InvalidCACertificateRef', missing(DEFAULT)));
  });

  it('that need not be met are told by the Gateway', () => {
    expect(told(frontend(validation(map('ca'), 'AllowInsecureFallback')))).toEqual([
      'gw InsecureFrontendValidationMode=True ConfigurationChanged: Validation Mode: AllowInsecureFallback is set for at least one listener',
    ]);
  });

  it.each([
    ['2.6', refused('InvalidCACertificateRef', missing(DEFAULT))],
    [
      '2.5',
      [
        'gw Accepted=True UnsupportedField: The Gateway is accepted but the following unsupported parameters were ignored: TLS.Frontend',
      ],
    ],
    ['2.2', []],
  ])('are read since 2.6: %s', (version, expected) => {
    expect(told(frontend(validation(map('gone'))), version)).toEqual(expected);
  });

  it('are asked for by a listener of a ListenerSet, once it is with its Gateway', () => {
    const sets = { more: `${HTTPS}, { name: other, port: 81, protocol: HTTP }` };
    const gateway = frontend(validation(map('gone')));
    expect(told(gateway, '2.7', { listeners: FREE, sets })).toEqual(
      refused('InvalidCACertificateRef', missing(DEFAULT))
        .slice(1)
        .map((text) => text.replace('gw.https', 'more.https')),
    );
  });

  it('are not asked for by a listener that passes TLS through', () => {
    const listeners =
      '{ name: https, port: 443, protocol: TLS, tls: { mode: Passthrough } }, ' + FREE;
    expect(told(frontend(validation(map('gone'))), '2.7', { listeners })).toEqual([]);
  });
});

it('blocks the connections of a listener whose client CAs cannot be used', () => {
  const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: r }
spec: { parentRefs: [{ name: gw, sectionName: https }], rules: [{ backendRefs: [{ name: svc, port: 80 }] }] }`;
  const gateway = frontend(validation(map('garbage')));
  const more = [...MORE, route, service('svc')];
  const found = fronts('nginx-gateway-fabric', { listeners: HTTPS, gateway, more });
  const [connection] = found.connections;
  const programmed = connection && program(connection, found, {});
  expect(programmed?.upstream.mode).toBe('blocked');
  expect(
    programmed?.findings
      .filter(({ code }) => code === 'LISTENER-REFUSED')
      .map(({ severity, params }) => [severity, params.said, params.reason]),
  ).toEqual([['error', 'ResolvedRefs=False', 'InvalidCACertificateRef']]);
});
