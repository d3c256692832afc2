import {
  itemsAt,
  stringAt,
  valueAt,
  type DataValue,
  type ObjectIndex,
} from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { readCaCertificate } from '../client-go/read-ca-certificate.ts';
import { storedObject } from '../stored-object.ts';
import type { SanMatcher, Sourced, TrustSource } from '../types.ts';

/** A condition with status False, in the controller's words. */
export interface ConditionError {
  readonly reason: string;
  readonly message: string;
  readonly field: FieldPath;
}

/** What agentgateway makes of one BackendTLSPolicy, whatever it targets and whichever Gateway asks. */
export interface TlsPolicyVerdict {
  readonly policy: ManifestObject;
  readonly hostname: Sourced<string>;
  readonly sans: readonly Sourced<SanMatcher>[];
  /** Absent when no CA is usable: the data plane then trusts nothing. */
  readonly trust?: TrustSource;
  readonly accepted?: ConditionError;
  readonly resolvedRefs?: ConditionError;
}

const VALIDATION = ['spec', 'validation'];
const REFS = [...VALIDATION, 'caCertificateRefs'];

/** @see agentgateway controller/pkg/agentgateway/plugins/backend_tls_plugin.go */
export function translateTlsPolicy(index: ObjectIndex, policy: ManifestObject): TlsPolicyVerdict {
  const path = [...VALIDATION, 'hostname'];
  const hostname = {
    value: stringAt(policy.value, path) ?? '',
    from: { objectId: policy.id, path },
  };
  return { policy, hostname, sans: sansOf(policy), ...authorityOf(index, policy) };
}

function sansOf(policy: ManifestObject): readonly Sourced<SanMatcher>[] {
  const path = [...VALIDATION, 'subjectAltNames'];
  return itemsAt(policy.value, path).flatMap((entry, at) => {
    const type = stringAt(entry, ['type']);
    if (type !== 'Hostname' && type !== 'URI') return [];
    const key = type === 'URI' ? 'uri' : 'hostname';
    const value = stringAt(entry, [key]) ?? '';
    const matcher = { san: type === 'URI' ? 'uri' : 'dns', match: 'exact', value } as const;
    return [{ value: matcher, from: { objectId: policy.id, path: [...path, at, key] } }];
  });
}

type Authority = Pick<TlsPolicyVerdict, 'trust' | 'accepted' | 'resolvedRefs'>;

/** `System`, or all references together; the first that fails fails the policy. */
function authorityOf(index: ObjectIndex, policy: ManifestObject): Authority {
  const field = [...VALIDATION, 'wellKnownCACertificates'];
  const wellKnown = valueAt(policy.value, field);
  if (wellKnown === 'System')
    return { trust: { kind: 'system', from: { objectId: policy.id, path: field } } };
  if (typeof wellKnown === 'string')
    return { accepted: noCa(`unknown wellKnownCACertificates: ${wellKnown}`, field) };
  const refs = itemsAt(policy.value, REFS);
  if (refs.length === 0) return { accepted: noCa('no CACertificateRefs specified', VALIDATION) };
  const bundles: { readonly pem: string; readonly value: DataValue; readonly name: string }[] = [];
  for (const [at, ref] of refs.entries()) {
    const read = readReference(index, policy, ref, [...REFS, at]);
    if (!read.ok) return read.errors;
    bundles.push(read);
  }
  const [first] = bundles;
  if (first === undefined) return {};
  const label = bundles.map(({ name }) => `ConfigMap ${name}, ca.crt`).join(' and ');
  const pem = bundles.map((bundle) => bundle.pem).join('\n');
  const material = { pem, source: { kind: 'field', field: first.value.field, label } } as const;
  const from = { objectId: policy.id, path: refs.length === 1 ? [...REFS, 0] : REFS };
  return { trust: { kind: 'bundle', material, from } };
}

type Read =
  | { readonly ok: true; readonly pem: string; readonly value: DataValue; readonly name: string }
  | { readonly ok: false; readonly errors: Authority };

/** A ConfigMap of the policy's namespace; the group is checked, a Secret is refused. */
function readReference(
  index: ObjectIndex,
  policy: ManifestObject,
  ref: JsonValue,
  field: FieldPath,
): Read {
  const part = (name: string): string => stringAt(ref, [name]) ?? '';
  // Go prints a struct's fields with a blank between them.
  const printed = `{${part('group')} ${part('kind')} ${part('name')}}`;
  const fail = (reason: string, resolved: string, accepted: string): Read => ({
    ok: false,
    errors: {
      resolvedRefs: { reason, message: resolved, field },
      accepted: noCa(accepted, field),
    },
  });
  if (part('group') !== '' || part('kind') !== 'ConfigMap')
    return fail(
      'InvalidKind',
      `Certificate reference invalid: ${part('kind')}`,
      `invalid certificate reference: ${printed}`,
    );
  const object = storedObject(index, 'ConfigMap', policy.namespace, part('name'));
  const reason = 'InvalidCACertificateRef';
  if (object === undefined)
    return fail(
      reason,
      'Certificate reference not found',
      `certificate reference not found: ${printed}`,
    );
  const authority = readCaCertificate(object);
  if (!authority.ok) {
    const { message } = authority;
    return fail(reason, `Certificate invalid: ${message}`, `certificate invalid: ${message}`);
  }
  return { ok: true, pem: authority.pem, value: authority.value, name: object.name };
}

function noCa(message: string, field: FieldPath): ConditionError {
  return { reason: 'NoValidCACertificate', message, field };
}
