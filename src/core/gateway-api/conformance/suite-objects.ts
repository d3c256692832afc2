import type { JsonObject } from '../../manifest/types.ts';
import type { IssuedCertificate } from '../../pki/issuing/types.ts';
import { INFRA, WEB_BACKEND } from './namespaces.ts';
import type { SuiteCertificates } from './suite-certificates.ts';

/** Secrets and ConfigMaps that the suite makes (conformance/utils/suite/suite.go), as Kubernetes objects. */
export function suiteObjects(made: SuiteCertificates): readonly JsonObject[] {
  return [
    configMap('tls-checks-ca-certificate', made.ca, { 'key.crt': made.ca.keyPem }),
    configMap('mismatch-ca-certificate', made.otherCa),
    configMap('tls-validity-checks-ca-certificate', made.ca),
    configMap('tls-validity-checks-per-port-ca-certificate', made.otherCa),
    configMap('web-backend-cm', made.ca, {}, WEB_BACKEND),
    secret('tls-checks-certificate', made.backend),
    secret('tls-checks-client-certificate', made.client),
    secret('tls-passthrough-checks-certificate', made.passthrough),
    secret('tls-terminate-checks-certificate', made.terminate),
    secret('tls-validity-checks-certificate', made.listener),
    secret('certificate', made.listener, WEB_BACKEND),
  ];
}

function configMap(
  name: string,
  { certificatePem }: IssuedCertificate,
  more: JsonObject = {},
  namespace = INFRA,
): JsonObject {
  const data = { 'ca.crt': certificatePem, ...more };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data };
}

function secret(
  name: string,
  { certificatePem, keyPem }: IssuedCertificate,
  namespace = INFRA,
): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace },
    type: 'kubernetes.io/tls',
    stringData: { 'tls.crt': certificatePem, 'tls.key': keyPem },
  };
}
