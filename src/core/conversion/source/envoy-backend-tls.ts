import { booleanAt, isObject, kinds, stringAt, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { traitsOf } from '../../implementations/envoy-gateway/traits.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import type { AskedName, Authority, OwnTls } from './types.ts';
import { envoyGatewayNames, readParameters } from '../parameters/read-parameters.ts';
import type { TlsParameters } from '../parameters/types.ts';
import { readAuthorityRefs } from './read-fields.ts';
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
      return {
        owner: key,
        path: TLS,
        targets: [key],
        name: askedName(backend),
        altNames: [],
        checksName: true,
        authority: authority(backend),
        client: secret === undefined ? null : { name: secret, at },
        parameters: traits.backendClientSettings ? parametersOf(backend) : {},
        others: [],
        besidePolicy: 'policy-wins',
      };
    });
}

function parametersOf(backend: ManifestObject): TlsParameters {
  const at = (name: string) => placeOf(backend, [...TLS, name]);
  const options = { auto: '1.2', emptyAlpn: true };
  return readParameters(valueAt(backend.value, TLS), envoyGatewayNames, at, options);
}

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
