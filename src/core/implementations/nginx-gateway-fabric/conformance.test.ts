import { describe, expect, it } from 'vitest';
import { indexObjects, kinds, resolve, type Resolution } from '../../gateway-api/index.ts';
import { objectsFrom, sharedObjects } from '../../gateway-api/objects.testing.ts';
import { clientCertificateOf } from './client-certificate.ts';
import { issueCa, secret } from './setup.testing.ts';
import { validatePolicy } from './validate-policy.ts';

const FOLDER = 'peer/gateway-api/conformance';
const present = sharedObjects(`${FOLDER}/backendtlspolicy.yaml`) !== null;
if (!present) console.info('Skipped: the conformance manifests are not on this machine.');

const ca = await issueCa('gatewayapi');
const INFRA = 'gateway-conformance-infra';

/** What the conformance suite makes itself (conformance/utils/suite/suite.go). */
const generated = [
  ...objectsFrom(
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: tls-checks-ca-certificate, namespace: ${INFRA} }\ndata: { ca.crt: ${JSON.stringify(ca.certificatePem)}, key.crt: K }`,
    INFRA,
    'generated-1',
  ),
  ...objectsFrom(
    secret('certificate', { 'tls.crt': ca.certificatePem, 'tls.key': ca.keyPem }),
    'gateway-conformance-web-backend',
    'generated-2',
  ),
  ...objectsFrom(
    secret('tls-checks-client-certificate', { 'tls.crt': ca.certificatePem, 'tls.key': ca.keyPem }),
    INFRA,
    'generated-3',
  ),
];

function run(file: string): Resolution {
  const objects = sharedObjects(`${FOLDER}/${file}.yaml`) ?? [];
  return resolve(indexObjects([...generated, ...objects]), { overrides: {} });
}

describe.skipIf(!present)('NGINX Gateway Fabric on the conformance manifests', () => {
  it.each([
    [
      'backendtlspolicy-invalid-ca-certificate-ref',
      'nonexistent-ca-certificate-ref',
      ['InvalidCACertificateRef', 'NoValidCACertificate'],
    ],
    [
      'backendtlspolicy-invalid-ca-certificate-ref',
      'malformed-ca-certificate-ref',
      ['InvalidCACertificateRef', 'NoValidCACertificate'],
    ],
    ['backendtlspolicy-invalid-kind', 'invalid-kind', ['InvalidKind', 'NoValidCACertificate']],
    ['backendtlspolicy', 'normative-test', []],
    ['backendtlspolicy', 'host-mismatch', []],
    ['backendtlspolicy-san', 'san-uri', []],
    ['backendtlspolicy-observed-generation-bump', 'observed-generation-bump', []],
  ])('%s: policy %s gets %j', (file, name, reasons) => {
    const { index } = run(file);
    const policy = index.ofKind(kinds.backendTlsPolicy).find((object) => object.name === name);
    const refusals = policy && validatePolicy(index, policy).refusals;
    expect(refusals?.map(({ reason }) => reason)).toEqual(reasons);
  });

  it.each([
    [
      'gateway-invalid-tls-backend-configuration',
      'gateway-client-certificate-nonexistent-secret',
      'InvalidClientCertificateRef',
    ],
    [
      'gateway-invalid-tls-backend-configuration',
      'gateway-client-certificate-unsupported-group',
      'InvalidClientCertificateRef',
    ],
    [
      'gateway-invalid-tls-backend-configuration',
      'gateway-client-certificate-unsupported-kind',
      'InvalidClientCertificateRef',
    ],
    [
      'gateway-invalid-tls-backend-configuration',
      'gateway-client-certificate-malformed-secret',
      'InvalidClientCertificateRef',
    ],
    [
      'gateway-invalid-tls-backend-configuration',
      'gateway-client-certificate-missing-reference-grant',
      'RefNotPermitted',
    ],
    ['gateway-tls-backend-client-certificate', 'gateway-tls-backend-client-certificate', 'used'],
  ])('%s: Gateway %s gets %s', (file, name, expected) => {
    const resolution = run(file);
    const gateway = resolution.index.ofKind(kinds.gateway).find((object) => object.name === name);
    const verdict = gateway && clientCertificateOf(resolution, gateway);
    expect(verdict?.kind === 'refused' ? verdict.reason : verdict?.kind).toBe(expected);
  });
});
