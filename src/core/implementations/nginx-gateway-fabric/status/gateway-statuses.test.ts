import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../../gateway-api/index.ts';
import type { ObjectStatus } from '../../status.ts';
import { configMap, issueCa, resolveYaml, secret, setup } from '../setup.testing.ts';
import { ngfStatus } from './ngf-status.ts';

const ca = await issueCa('Test CA');
const other = await issueCa('Other CA');
const pem = ca.certificatePem;
const authority = configMap('ca', pem);
const ref = (text: string): string => `tls: { backend: { clientCertificateRef: { ${text} } } }`;

function conditions(resolution: Resolution, kind: ObjectStatus['kind'], version = '2.7') {
  return ngfStatus(resolution, version)
    .filter((status) => status.kind === kind)
    .map((status) =>
      status.conditions.map(
        ({ type, status: value, reason, message }) => `${type}=${value} ${reason}: ${message}`,
      ),
    );
}

describe('a client certificate that NGINX Gateway Fabric refuses', () => {
  const missing = resolveYaml(...setup({ gatewaySpec: ref('name: none') }), authority);

  it.each<[string, readonly string[]]>([
    [
      '2.7',
      [
        'Accepted=True Accepted: The Gateway is accepted',
        'Programmed=True Programmed: The Gateway is programmed',
        'ResolvedRefs=False InvalidClientCertificateRef: Spec.tls.backend.clientCertificateRef: Invalid value: {"Namespace":"default","Name":"none"}: Secret default/none does not exist',
      ],
    ],
    [
      '2.5',
      [
        'Accepted=True Accepted: The Gateway is accepted',
        'Programmed=True Programmed: The Gateway is programmed',
        'ResolvedRefs=False InvalidClientCertificateRef: Spec.tls.backend.clientCertificateRef: Invalid value: {"Namespace":"default","Name":"none"}: Secret default/none does not exist',
      ],
    ],
    [
      '2.4',
      [
        'ResolvedRefs=False SecretRefInvalid: backend.clientCertificateRef: Invalid value: {"Namespace":"default","Name":"none"}: Secret default/none does not exist',
      ],
    ],
    [
      '2.2',
      [
        'Accepted=True Accepted: Gateway is accepted',
        'Programmed=True Programmed: Gateway is programmed',
      ],
    ],
  ])('%s', (version, expected) => {
    expect(conditions(missing, 'object', version)).toEqual([expected]);
  });

  it('takes listeners and routes without sectionName along in 2.4', () => {
    expect(ngfStatus(missing, '2.4').map(({ kind }) => kind)).toEqual(['object', 'ancestor']);
  });

  it('needs a ReferenceGrant from another namespace', () => {
    const elsewhere = secret('pair', { 'tls.crt': pem, 'tls.key': ca.keyPem }).replace(
      'name: pair',
      'name: pair, namespace: ns',
    );
    const parts = setup({ gatewaySpec: ref('name: pair, namespace: ns') });
    expect(conditions(resolveYaml(...parts, authority, elsewhere), 'object')[0]).toContain(
      'ResolvedRefs=False RefNotPermitted: secret ref ns/pair not permitted by any ReferenceGrant',
    );
  });
});

describe('the parameters of a Gateway', () => {
  const parameters = (kind: string): string =>
    `infrastructure: { parametersRef: { group: gateway.nginx.org, kind: ${kind}, name: proxy } }`;
  const proxy =
    'apiVersion: gateway.nginx.org/v1alpha2\nkind: NginxProxy\nmetadata: { name: proxy }';

  it.each<[string, string, readonly string[], readonly string[]]>([
    [
      '2.7',
      'NginxProxy',
      [],
      [
        'Programmed=True Programmed: The Gateway is programmed',
        'Accepted=True InvalidParameters: The Gateway is accepted, but ParametersRef is ignored due to an error: Spec.infrastructure.parametersRef.name: Not found: "proxy"',
        'ResolvedRefs=False ParametersRefInvalid: Spec.infrastructure.parametersRef.name: Not found: "proxy"',
      ],
    ],
    [
      '2.4',
      'NginxProxy',
      [],
      [
        'Programmed=True Programmed: The Gateway is programmed',
        'ResolvedRefs=False ParametersRefNotFound: The ParametersRef resource could not be found',
        'Accepted=True InvalidParameters: The Gateway is accepted, but ParametersRef is ignored due to an error: spec.infrastructure.parametersRef.name: Not found: "proxy"',
      ],
    ],
    [
      '2.2',
      'NginxProxy',
      [proxy],
      [
        'Accepted=True Accepted: Gateway is accepted',
        'Programmed=True Programmed: Gateway is programmed',
        'ResolvedRefs=True ResolvedRefs: ParametersRef resource is resolved',
      ],
    ],
    [
      '2.7',
      'Other',
      [],
      [
        'Programmed=True Programmed: The Gateway is programmed',
        'Accepted=True InvalidParameters: The Gateway is accepted, but ParametersRef is ignored due to an error: Spec.infrastructure.parametersRef.kind: Unsupported value: "Other": supported values: "NginxProxy"',
        'ResolvedRefs=False ParametersRefInvalid: Spec.infrastructure.parametersRef.kind: Unsupported value: "Other": supported values: "NginxProxy"',
      ],
    ],
  ])('%s, %s', (version, kind, more, expected) => {
    const resolution = resolveYaml(...setup({ gatewaySpec: parameters(kind) }), authority, ...more);
    expect(conditions(resolution, 'object', version)).toEqual([expected]);
  });
});

describe('a configuration that nginx refuses', () => {
  const refusal = (kind: string, text: string): string =>
    `Programmed=False Invalid: The ${kind} is not programmed due to a failure to reload nginx with the configuration: msg: Config apply failed, rolling back config; error: failed validating config NGINX config test failed exit status 1: <date> [emerg] <pid>#<pid>: ${text}\nnginx: [emerg] ${text}`;
  const file = '/etc/nginx/secrets/cert_bundle_default_ca.crt';
  const broken = `${pem}-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n`;
  const secretCa =
    'hostname: app.example, caCertificateRefs: [{ group: "", kind: Secret, name: ca }]';

  it.each<[string, readonly string[], string]>([
    [
      'damaged second block, which the control plane does not read',
      [...setup(), configMap('ca', broken)],
      `cannot load certificate "${file}": PEM_read_bio_X509_AUX() failed (SSL: error:04800064:PEM routines::bad base64 decode)`,
    ],
    [
      'Secret without ca.crt used as CA',
      [...setup({ validation: secretCa }), secret('ca', { 'tls.crt': pem, 'tls.key': ca.keyPem })],
      `cannot load certificate "${file}": PEM_read_bio_X509_AUX() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: TRUSTED CERTIFICATE)`,
    ],
    [
      'key of another certificate, hidden by a good ca.crt',
      [
        ...setup({ gatewaySpec: ref('name: pair') }),
        authority,
        secret('pair', { 'tls.crt': pem, 'tls.key': other.keyPem, 'ca.crt': pem }),
      ],
      'SSL_CTX_use_PrivateKey("/etc/nginx/secrets/ssl_keypair_default_pair.pem") failed (SSL: error:05800074:x509 certificate routines::key values mismatch)',
    ],
  ])('%s: unprograms Gateway and listeners', (_, manifests, text) => {
    const resolution = resolveYaml(...manifests);
    expect(conditions(resolution, 'object')[0]).toContain(refusal('Gateway', text));
    expect(conditions(resolution, 'object')[0]?.[0]).toMatch(/^Accepted=True Accepted/);
    expect(conditions(resolution, 'listener')[0]).toContain(refusal('Listener', text));
  });

  it('does not read a client certificate that only gRPC upstreams would use', () => {
    const mixed = secret('pair', { 'tls.crt': pem, 'tls.key': other.keyPem, 'ca.crt': pem });
    const parts = { gatewaySpec: ref('name: pair'), routeKind: 'GRPCRoute' } as const;
    const resolution = resolveYaml(...setup(parts), authority, mixed);
    expect(conditions(resolution, 'object')[0]).toContain(
      'Programmed=True Programmed: The Gateway is programmed',
    );
  });
});
