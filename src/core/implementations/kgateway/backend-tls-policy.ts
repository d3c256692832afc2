import { itemsAt, stringAt, type ObjectIndex } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { SanMatcher, Sourced, TrustSource } from '../types.ts';
import { policyAuthority } from './policy-authority.ts';
import type { KgatewayFeatures } from './versions.ts';
import type { TlsPolicyError } from './tls-policy-error.ts';

/** What kgateway makes of one BackendTLSPolicy, whatever it targets. */
export interface TlsPolicyVerdict {
  readonly policy: ManifestObject;
  readonly sni: Sourced<string>;
  readonly sanMatchers: readonly Sourced<SanMatcher>[];
  readonly trust?: TrustSource;
  readonly error?: TlsPolicyError;
}

const VALIDATION = ['spec', 'validation'];

/** @see kgateway extensions2/plugins/backendtlspolicy/plugin.go `buildTranslateFunc` */
export function translateTlsPolicy(
  index: ObjectIndex,
  policy: ManifestObject,
  features: KgatewayFeatures,
): TlsPolicyVerdict {
  const hostname = stringAt(policy.value, [...VALIDATION, 'hostname']) ?? '';
  const from = { objectId: policy.id, path: [...VALIDATION, 'hostname'] };
  const sni = { value: hostname, from };
  const base = { policy, sni, sanMatchers: sanMatchers(policy, sni, features) };
  const authority = policyAuthority(index, policy, features);
  return authority.ok ? { ...base, trust: authority.trust } : { ...base, error: authority.error };
}

/** `subjectAltNames` replace the hostname; every matcher is exact. */
function sanMatchers(
  policy: ManifestObject,
  hostname: Sourced<string>,
  features: KgatewayFeatures,
): readonly Sourced<SanMatcher>[] {
  const path = [...VALIDATION, 'subjectAltNames'];
  const names = features.configPolicy ? itemsAt(policy.value, path) : [];
  if (names.length === 0)
    return hostname.value === '' ? [] : [exactly('dns', hostname.value, hostname.from)];
  return names.flatMap((name, at) => {
    const uri = stringAt(name, ['type']) === 'URI';
    const key = uri ? 'uri' : 'hostname';
    const value = stringAt(name, [key]) ?? '';
    return [exactly(uri ? 'uri' : 'dns', value, { objectId: policy.id, path: [...path, at, key] })];
  });
}

/** One exact entry of `match_typed_subject_alt_names`. */
export function exactly(
  san: SanMatcher['san'],
  value: string,
  from: Sourced<string>['from'],
): Sourced<SanMatcher> {
  const matcher = { san, match: 'exact', value } as const;
  return from === undefined ? { value: matcher } : { value: matcher, from };
}
