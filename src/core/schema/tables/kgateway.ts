import {
  kgatewayBackendRules,
  knownTargets,
  oneTlsSource,
  someTlsFile,
} from '../rules/kgateway-rules.ts';
import type { StructuralSchema } from '../types.ts';
import { anyObject, anything, bool, choice, list, obj, str } from './notation.ts';
import { localObjectReference, port, wellKnownCaCertificates } from './shared-types.ts';

const tlsVersion = choice(['AUTO', '1.0', '1.1', '1.2', '1.3']);

/**
 * BackendConfigPolicy `gateway.kgateway.dev/v1alpha1` of kgateway 2.4: `tls` and `targetRefs` in full, what else stands
 * in `spec` is taken as it is. Source: `api/v1alpha1/kgateway/backend_config_policy_types.go`.
 */
export function backendConfigPolicy(): StructuralSchema {
  const file = str({ minLength: 1 });
  const tls = obj(
    {
      allowRenegotiation: bool,
      alpnProtocols: list(str()),
      files: obj({ rootCA: file, tlsCertificate: file, tlsKey: file }, { rules: [someTlsFile] }),
      insecureSkipVerify: bool,
      parameters: obj({
        cipherSuites: list(str()),
        ecdhCurves: list(str()),
        maxVersion: tlsVersion,
        minVersion: tlsVersion,
        signatureAlgorithms: list(str()),
      }),
      secretRef: obj({ name: { type: 'string', default: '' } }),
      simpleTLS: bool,
      sni: str({ minLength: 1 }),
      verifySubjectAltNames: list(str()),
      wellKnownCACertificates: wellKnownCaCertificates,
    },
    { rules: [oneTlsSource] },
  );
  const targetRefs = list(localObjectReference, {
    minItems: 1,
    maxItems: 16,
    rules: [knownTargets],
  });
  return obj({
    spec: obj({ targetRefs, tls }, { preserveUnknownFields: true }),
    status: anyObject,
  });
}

/**
 * Backend `gateway.kgateway.dev/v1alpha1` of kgateway 2.4: `static`, `dynamicForwardProxy` and `gcp` in full; what stands
 * in `aws` and `priorityGroups` is taken as it is. Source: `api/v1alpha1/kgateway/backend_types.go`.
 */
export function kgatewayBackend(): StructuralSchema {
  const spec = obj(
    {
      aws: anyObject,
      dynamicForwardProxy: obj({ enableTls: bool }),
      gcp: obj({ audience: str({ minLength: 1 }), 'host!': str({ minLength: 1 }) }),
      priorityGroups: anything,
      static: obj({
        appProtocol: choice(['http2', 'grpc', 'grpc-web', 'kubernetes.io/h2c', 'kubernetes.io/ws']),
        'hosts!': list(obj({ 'host!': str({ minLength: 1 }), 'port!': port }), { minItems: 1 }),
      }),
      type: choice(['AWS', 'Static', 'DynamicForwardProxy', 'GCP']),
    },
    { rules: kgatewayBackendRules },
  );
  return obj({ 'spec!': spec, status: anyObject });
}
