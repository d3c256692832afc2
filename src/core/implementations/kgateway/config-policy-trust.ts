import { booleanAt, stringAt, valueAt, type DataValue } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { TrustSource } from '../types.ts';
import type { ConfigPolicyError } from './config-policy-error.ts';

/** Where the CA of `spec.tls` comes from. `absent` with a Secret: it has no `ca.crt`. */
export type ServerAuthority =
  | { readonly kind: 'secret'; readonly secret: ManifestObject; readonly value: DataValue }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'absent'; readonly secret?: ManifestObject };

type Verdict =
  | { readonly ok: true; readonly trust: TrustSource }
  | { readonly ok: false; readonly error: ConfigPolicyError };

const TLS = ['spec', 'tls'];

/**
 * The validation context of `spec.tls`. `ca.crt` is passed on unread; without one there is no validation
 * context at all, and Envoy then takes any certificate while the status says Valid.
 *
 * @param namesWanted `verifySubjectAltNames` is not empty
 * @see kgateway extensions2/plugins/backendconfigpolicy/tls.go `buildValidationContext`
 */
export function configPolicyTrust(
  policy: ManifestObject,
  authority: ServerAuthority,
  namesWanted: boolean,
): Verdict {
  const at = (...path: readonly (string | number)[]) => ({
    objectId: policy.id,
    path: [...TLS, ...path],
  });
  if (booleanAt(policy.value, [...TLS, 'insecureSkipVerify']) === true)
    return none('spec.tls.insecureSkipVerify is true', at('insecureSkipVerify'));
  const wellKnown = stringAt(policy.value, [...TLS, 'wellKnownCACertificates']);
  if (wellKnown === 'System')
    return { ok: true, trust: { kind: 'system', from: at('wellKnownCACertificates') } };
  if (authority.kind === 'secret') {
    const { secret, value } = authority;
    const label = `Secret ${secret.name}, ca.crt`;
    const material = {
      pem: value.text,
      source: { kind: 'field', field: value.field, label },
    } as const;
    return { ok: true, trust: { kind: 'bundle', material, from: at('secretRef') } };
  }
  if (authority.kind === 'file') {
    const { path } = authority;
    return { ok: true, trust: { kind: 'file', path, from: at('files', 'rootCA') } };
  }
  if (namesWanted) {
    const message = 'a root_ca must be provided if verify_subject_alt_name is not empty';
    return { ok: false, error: { message, field: [...TLS, 'verifySubjectAltNames'] } };
  }
  return withoutAuthority(policy, authority.secret, wellKnown);
}

function withoutAuthority(
  policy: ManifestObject,
  secret: ManifestObject | undefined,
  wellKnown: string | undefined,
): Verdict {
  const at = (name: string) => ({ objectId: policy.id, path: [...TLS, name] });
  if (secret !== undefined)
    return none(`Secret ${secret.namespace}/${secret.name} has no ca.crt`, at('secretRef'));
  if (wellKnown !== undefined)
    return none(
      `kgateway does not know spec.tls.wellKnownCACertificates "${wellKnown}"`,
      at('wellKnownCACertificates'),
    );
  if (valueAt(policy.value, [...TLS, 'insecureSkipVerify']) !== undefined)
    return none('spec.tls.insecureSkipVerify is false but names no CA', at('insecureSkipVerify'));
  return none('spec.tls names no CA', { objectId: policy.id, path: TLS });
}

function none(reason: string, from: NonNullable<TrustSource['from']>): Verdict {
  return { ok: true, trust: { kind: 'none', reason, from } };
}
