import { itemsAt, objectAt, stringAt, valueAt, type ObjectIndex } from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { fieldError } from './field-error.ts';
import { resolveConfigMap, resolveSecret, type Resolved } from './resolve-object.ts';
import { validateHostname } from './validate-hostname.ts';

/** A condition with status False, in the control plane's words, and the field to correct. */
export interface PolicyRefusal {
  readonly condition: 'Accepted' | 'ResolvedRefs';
  readonly reason: string;
  readonly message: string;
  readonly field: FieldPath;
}

/** What NGINX Gateway Fabric makes of one BackendTLSPolicy, whatever it targets. */
export interface PolicyVerdict {
  readonly policy: ManifestObject;
  readonly hostname: string;
  /** In the order in which the controller adds them; empty when the policy is valid. */
  readonly refusals: readonly PolicyRefusal[];
  readonly authority:
    | { readonly kind: 'system' }
    | { readonly kind: 'object'; readonly resolved: Extract<Resolved, { ok: true }> }
    | { readonly kind: 'none' };
}

const VALIDATION = ['spec', 'validation'];
const REFS = [...VALIDATION, 'caCertificateRefs'];

/** Hostname first, then where the CA comes from. @see NGF graph/backend_tls_policy.go */
export function validatePolicy(index: ObjectIndex, policy: ManifestObject): PolicyVerdict {
  const hostname = stringAt(policy.value, [...VALIDATION, 'hostname']) ?? '';
  const authority = validateAuthority(index, policy);
  return {
    policy,
    hostname,
    refusals: [...hostnameRefusals(hostname), ...authority.refusals],
    authority: authority.authority,
  };
}

function hostnameRefusals(hostname: string): PolicyRefusal[] {
  const detail = validateHostname(hostname);
  if (detail === null) return [];
  const error = fieldError.invalid('validation.hostname', hostname, detail);
  return [invalid(`Invalid hostname: ${error}`, [...VALIDATION, 'hostname'])];
}

type AuthorityVerdict = Pick<PolicyVerdict, 'refusals' | 'authority'>;

function validateAuthority(index: ObjectIndex, policy: ManifestObject): AuthorityVerdict {
  const refs = itemsAt(policy.value, REFS);
  const wellKnown = valueAt(policy.value, [...VALIDATION, 'wellKnownCACertificates']);
  const known = typeof wellKnown === 'string' ? wellKnown : undefined;
  const [reference, ...others] = refs;
  if (reference !== undefined && known !== undefined)
    return refused([
      invalid('CACertificateRefs and WellKnownCACertificates are mutually exclusive', VALIDATION),
    ]);
  if (others.length > 0)
    return refused([
      invalid(fieldError.tooMany('validation.caCertificateRefs', refs.length, 1), REFS),
    ]);
  if (reference !== undefined) return validateReference(index, policy, reference);
  if (known === 'System') return { refusals: [], authority: { kind: 'system' } };
  if (known !== undefined) {
    const error = fieldError.notSupported('tls.wellknowncacertificates', known, ['System']);
    const field = [...VALIDATION, 'wellKnownCACertificates'];
    return refused([invalid(`invalid WellKnownCACertificates: ${error}`, field)]);
  }
  return refused([
    invalid('Either CACertificateRefs or WellKnownCACertificates must be specified', VALIDATION),
  ]);
}

/** Kind, group, then what the resolver says. */
function validateReference(
  index: ObjectIndex,
  policy: ManifestObject,
  reference: JsonValue,
): AuthorityVerdict {
  const path = 'validation.caCertificateRefs[0]';
  const kind = stringAt(reference, ['kind']) ?? '';
  const group = stringAt(reference, ['group']) ?? '';
  const name = stringAt(reference, ['name']) ?? '';
  if (kind !== 'ConfigMap' && kind !== 'Secret') {
    const error = fieldError.notSupported(`${path}.kind`, kind, ['ConfigMap', 'Secret']);
    return refused(unusable('InvalidKind', error, [...REFS, 0, 'kind']));
  }
  if (group !== '' && group !== 'core') {
    const error = fieldError.notSupported(`${path}.group`, group, ['', 'core']);
    return refused(unusable('InvalidKind', error, [...REFS, 0, 'group']));
  }
  const resolve = kind === 'Secret' ? resolveSecret : resolveConfigMap;
  const resolved = resolve(index, policy.namespace, name);
  if (resolved.ok) return { refusals: [], authority: { kind: 'object', resolved } };
  const error = fieldError.invalid(path, { group, kind, name }, resolved.message);
  return refused(unusable('InvalidCACertificateRef', error, [...REFS, 0]));
}

function refused(refusals: readonly PolicyRefusal[]): AuthorityVerdict {
  return { refusals, authority: { kind: 'none' } };
}

function invalid(message: string, field: FieldPath): PolicyRefusal {
  return { condition: 'Accepted', reason: 'Invalid', message, field };
}

function unusable(reason: string, message: string, field: FieldPath): readonly PolicyRefusal[] {
  return [
    { condition: 'ResolvedRefs', reason, message, field },
    {
      condition: 'Accepted',
      reason: 'NoValidCACertificate',
      message: 'No valid CACertificateRef found',
      field,
    },
  ];
}

/** Names of `spec.options`, which the controller does not read. */
export function optionNames(policy: ManifestObject): readonly string[] {
  return Object.keys(objectAt(policy.value, ['spec', 'options']) ?? {});
}
