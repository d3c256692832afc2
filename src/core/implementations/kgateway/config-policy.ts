import {
  booleanAt,
  isObject,
  itemsAt,
  readDataValue,
  stringAt,
  valueAt,
  type ObjectIndex,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { cleanKeyPair } from '../client-go/clean-key-pair.ts';
import { goX509KeyPair } from '../../verify/go/x509-key-pair.ts';
import { storedObject } from '../stored-object.ts';
import type { ClientCertificate, SanMatcher, Sourced, TrustSource } from '../types.ts';
import { exactly } from './backend-tls-policy.ts';
import { configPolicyTrust, type ServerAuthority } from './config-policy-trust.ts';
import { envoyRefusal } from './envoy-refusal.ts';
import { tlsParameters, type TlsParameters } from './tls-parameters.ts';
import type { KgatewayFeatures } from './versions.ts';
import type { ConfigPolicyError } from './config-policy-error.ts';

/** The UpstreamTlsContext that `spec.tls` makes, its own client certificate aside. */
export interface ConfigPolicyTls extends TlsParameters {
  readonly sni?: Sourced<string>;
  readonly sanMatchers: readonly Sourced<SanMatcher>[];
  readonly trust: TrustSource;
}

/** What kgateway makes of one BackendConfigPolicy as far as TLS goes. */
export interface ConfigPolicyVerdict {
  readonly policy: ManifestObject;
  /** `spec.tls` is there, whatever became of it. */
  readonly hasTls: boolean;
  readonly tls?: ConfigPolicyTls;
  readonly clientCertificate?: ClientCertificate;
  readonly error?: ConfigPolicyError;
  /** `spec.upstreamProxyProtocol`: the TLS socket is wrapped. */
  readonly proxyProtocol: boolean;
}

const TLS = ['spec', 'tls'];

/**
 * @param strict what Envoy would refuse is an error too
 * @see kgateway extensions2/plugins/backendconfigpolicy/tls.go `translateTLSConfig`, validate.go
 */
export function translateConfigPolicy(
  index: ObjectIndex,
  policy: ManifestObject,
  features: KgatewayFeatures,
  strict: boolean,
): ConfigPolicyVerdict {
  const hasTls = isObject(valueAt(policy.value, TLS));
  const proxyProtocol = isObject(valueAt(policy.value, ['spec', 'upstreamProxyProtocol']));
  const base = { policy, hasTls, proxyProtocol };
  if (!hasTls) return base;
  const identity = readIdentity(index, policy);
  if (!identity.ok) return { ...base, error: identity.error };
  const names = sanMatchers(policy);
  const trust = configPolicyTrust(policy, identity.authority, names.length > 0);
  if (!trust.ok) return { ...base, error: trust.error };
  const sni = stringAt(policy.value, [...TLS, 'sni']);
  const { clientCertificate } = identity;
  const tls: ConfigPolicyTls = {
    ...tlsParameters(policy, features),
    ...(sni === undefined || sni === ''
      ? {}
      : { sni: { value: sni, from: { objectId: policy.id, path: [...TLS, 'sni'] } } }),
    sanMatchers: trust.trust.kind === 'none' ? [] : names,
    trust: trust.trust,
  };
  const settings = { ...tls, ...(clientCertificate === undefined ? {} : { clientCertificate }) };
  const refusal = strict ? envoyRefusal(settings, { objectId: policy.id, path: TLS }) : null;
  if (refusal !== null) {
    const message = `invalid xds configuration: error initializing configuration '/dev/fd/0': ${refusal.message}`;
    return { ...base, error: { message, field: TLS } };
  }
  return { ...base, tls, ...(clientCertificate === undefined ? {} : { clientCertificate }) };
}

function sanMatchers(policy: ManifestObject): readonly Sourced<SanMatcher>[] {
  const path = [...TLS, 'verifySubjectAltNames'];
  return itemsAt(policy.value, path).flatMap((name, at) =>
    typeof name === 'string'
      ? [exactly('dns', name, { objectId: policy.id, path: [...path, at] })]
      : [],
  );
}

type Identity =
  | {
      readonly ok: true;
      readonly authority: ServerAuthority;
      readonly clientCertificate?: ClientCertificate;
    }
  | { readonly ok: false; readonly error: ConfigPolicyError };

/** Secret or files; `insecureSkipVerify: true` reads neither, `simpleTLS: true` no key pair. */
function readIdentity(index: ObjectIndex, policy: ManifestObject): Identity {
  const nothing: Identity = { ok: true, authority: { kind: 'absent' } };
  if (booleanAt(policy.value, [...TLS, 'insecureSkipVerify']) === true) return nothing;
  const simple = booleanAt(policy.value, [...TLS, 'simpleTLS']) === true;
  if (isObject(valueAt(policy.value, [...TLS, 'secretRef'])))
    return fromSecret(index, policy, simple);
  return isObject(valueAt(policy.value, [...TLS, 'files'])) ? fromFiles(policy, simple) : nothing;
}

const HALF_PAIR =
  'invalid TLS config: for if providing a client certificate, both certChain and privateKey must be provided';

/** `tls.crt`, `tls.key` and `ca.crt` of a Secret of any type; an empty value counts as missing. */
function fromSecret(index: ObjectIndex, policy: ManifestObject, simple: boolean): Identity {
  const field = [...TLS, 'secretRef'];
  const name = stringAt(policy.value, [...field, 'name']) ?? '';
  const secret = storedObject(index, 'Secret', policy.namespace, name);
  if (secret === undefined) {
    const message = `failed to extract TLS data: Secret ${policy.namespace}/${name} not found`;
    return { ok: false, error: { message, field } };
  }
  const read = (key: string) => {
    const value = readDataValue(secret, key);
    return value === undefined || value.bytes.length === 0 ? undefined : value;
  };
  const ca = read('ca.crt');
  const authority: ServerAuthority =
    ca === undefined ? { kind: 'absent', secret } : { kind: 'secret', secret, value: ca };
  const [certificate, key] = [read('tls.crt'), read('tls.key')];
  if (simple || (certificate === undefined && key === undefined)) return { ok: true, authority };
  if (certificate === undefined || key === undefined)
    return { ok: false, error: { message: HALF_PAIR, field } };
  const pair = cleanKeyPair(certificate, key);
  if (!pair.ok)
    return {
      ok: false,
      error: { message: `invalid certificate and key pair: ${pair.message}`, field },
    };
  const label = (data: string): string => `Secret ${secret.name}, ${data}`;
  const chain = {
    pem: pair.chain,
    source: { kind: 'field', field: certificate.field, label: label('tls.crt') },
  } as const;
  const material = {
    pem: key.text,
    source: { kind: 'field', field: key.field, label: label('tls.key') },
  } as const;
  const from = { objectId: policy.id, path: field };
  return { ok: true, authority, clientCertificate: { chain, key: material, from } };
}

/**
 * Paths inside the proxy's container. The paths themselves are parsed as PEM, so a certificate and a key
 * never pass (kgateway issue #12336).
 */
function fromFiles(policy: ManifestObject, simple: boolean): Identity {
  const field = [...TLS, 'files'];
  const path = (name: string): string => stringAt(policy.value, [...field, name]) ?? '';
  const [certificate, key, root] = [path('tlsCertificate'), path('tlsKey'), path('rootCA')];
  const authority: ServerAuthority =
    root === '' ? { kind: 'absent' } : { kind: 'file', path: root };
  if (simple || (certificate === '' && key === '')) return { ok: true, authority };
  if (certificate === '' || key === '') return { ok: false, error: { message: HALF_PAIR, field } };
  const cause = goX509KeyPair(certificate, key) ?? '';
  const message = `invalid certificate and key pair: ${cause}`;
  return { ok: false, error: { message, field } };
}
