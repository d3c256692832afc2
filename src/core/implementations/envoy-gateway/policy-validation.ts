import { itemsAt, stringAt } from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { SanMatcher, Sourced } from '../types.ts';
import type { EnvoyGatewayContext } from './context.ts';
import { authoritySecretName, readAuthorities } from './read-authorities.ts';
import type { Checked } from './refusal.ts';
import type { Authority, ServerValidation } from './tls-settings.ts';

/**
 * What a BackendTLSPolicy says about the backend's certificate.
 *
 * @see internal/gatewayapi/backendtlspolicy.go `getBackendTLSBundle`
 */
export function policyValidation(
  context: EnvoyGatewayContext,
  policy: ManifestObject,
): Checked<ServerValidation> {
  const path = ['spec', 'validation'];
  const authority = policyAuthority(context, policy);
  if (!authority.ok) return authority;
  const hostname = stringAt(policy.value, [...path, 'hostname']) ?? '';
  const names = [...path, 'subjectAltNames'];
  return {
    ok: true,
    value: {
      sni: { value: hostname, from: { objectId: policy.id, path: [...path, 'hostname'] } },
      subjectAltNames: itemsAt(policy.value, names).flatMap((entry, index) => {
        const value = sanMatcher(entry);
        const from = { objectId: policy.id, path: [...names, index] };
        return value === null ? [] : [{ value, from } satisfies Sourced<SanMatcher>];
      }),
      authority: authority.value,
      policyId: policy.id,
    },
  };
}

function policyAuthority(context: EnvoyGatewayContext, policy: ManifestObject): Checked<Authority> {
  const validation = ['spec', 'validation'];
  const wellKnown = [...validation, 'wellKnownCACertificates'];
  if (stringAt(policy.value, wellKnown) !== 'System')
    return readAuthorities(context, policy, [...validation, 'caCertificateRefs']);
  const from = { objectId: policy.id, path: wellKnown };
  return {
    ok: true,
    value: { kind: 'system', secretName: systemSecretName(context, policy), from },
  };
}

/** The SDS secret that stands for the system's roots. */
export function systemSecretName(
  { traits, config }: EnvoyGatewayContext,
  owner: ManifestObject,
): string {
  const isShared = traits.sharedSystemSecret && !config.perResourceSystemSecret;
  return isShared ? 'system_ca_certificates' : authoritySecretName(owner);
}

/** Other types are passed over. */
function sanMatcher(entry: JsonValue): SanMatcher | null {
  switch (stringAt(entry, ['type'])) {
    case 'Hostname':
      return { san: 'dns', match: 'exact', value: stringAt(entry, ['hostname']) ?? '' };
    case 'URI':
      return { san: 'uri', match: 'exact', value: stringAt(entry, ['uri']) ?? '' };
    default:
      return null;
  }
}
