import { booleanAt, isObject, kinds, stringAt, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { traitsOf } from '../../implementations/envoy-gateway/traits.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import type { AskedName, Authority, OwnTls } from './types.ts';
import { readAuthorityRefs, writtenFields } from './read-fields.ts';
import type { Scope } from './scope.ts';
import { sourceVersion } from './source-version.ts';

const TLS = ['spec', 'tls'];

/** `Backend.spec.tls` of Envoy Gateway. @see api/v1alpha1/backend_types.go `BackendTLSSettings` */
export function envoyBackendTls(draft: ConversionDraft, scope: Scope): readonly OwnTls[] {
  const traits = traitsOf(sourceVersion(draft));
  return draft.index
    .ofKind(kinds.envoyBackend)
    .filter(({ key, value }) => scope.backends.has(key) && isObject(valueAt(value, TLS)))
    .map((backend) => {
      const { value, key } = backend;
      const secret = traits.backendClientSettings
        ? stringAt(value, [...TLS, 'clientCertificateRef', 'name'])
        : undefined;
      const at = placeOf(backend, [...TLS, 'clientCertificateRef']);
      const min = stringAt(value, [...TLS, 'minVersion']);
      const max = stringAt(value, [...TLS, 'maxVersion']);
      return {
        owner: key,
        path: TLS,
        targets: [key],
        name: askedName(backend),
        altNames: [],
        checksName: true,
        authority: authority(backend),
        client: secret === undefined ? null : { name: secret, at },
        parameters: writtenFields(backend, TLS, envoyParameters),
        versions: { ...(min && { min }), ...(max && { max }) },
        besidePolicy: 'policy-wins',
      };
    });
}

/** Fields of Envoy Gateway's TLSSettings beside the versions. */
export const envoyParameters = ['ciphers', 'ecdhCurves', 'signatureAlgorithms', 'alpnProtocols'];

function askedName({ value }: ManifestObject): AskedName {
  const sni = stringAt(value, [...TLS, 'sni']);
  if (sni !== undefined) return { kind: 'written', value: sni };
  return booleanAt(value, [...TLS, 'autoSNIFromEndpointHostname']) === true
    ? { kind: 'host' }
    : { kind: 'request' };
}

function authority(backend: ManifestObject): Authority {
  const { value } = backend;
  if (booleanAt(value, [...TLS, 'insecureSkipVerify']) === true) return { kind: 'unchecked' };
  if (stringAt(value, [...TLS, 'wellKnownCACertificates']) !== undefined) return { kind: 'system' };
  return { kind: 'refs', refs: readAuthorityRefs(backend, [...TLS, 'caCertificateRefs'], '') };
}
