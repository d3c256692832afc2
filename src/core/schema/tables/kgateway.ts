import { knownTargets, oneTlsSource, someTlsFile } from '../rules/kgateway-rules.ts';
import type { StructuralSchema } from '../types.ts';
import { anyObject, bool, choice, list, obj, str } from './notation.ts';
import { localObjectReference, wellKnownCaCertificates } from './shared-types.ts';

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

/** Backend `gateway.kgateway.dev/v1alpha1`: of its five forms none is held against the schema. */
export function kgatewayBackend(): StructuralSchema {
  return obj({ spec: anyObject, status: anyObject });
}
