import { booleanAt, itemsAt, stringAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { EnvoyGatewayContext } from './context.ts';
import { systemSecretName } from './policy-validation.ts';
import { readAuthorities } from './read-authorities.ts';
import type { Checked } from './refusal.ts';
import type { Authority, ServerValidation } from './tls-settings.ts';

/**
 * What `Backend.spec.tls` says about the backend's certificate. With `insecureSkipVerify` its CA certificates are
 * not even looked for.
 *
 * @see internal/gatewayapi/backendtlspolicy.go `processServerValidationTLSSettings`
 */
export function backendValidation(
  context: EnvoyGatewayContext,
  backend: ManifestObject,
): Checked<ServerValidation> {
  const { traits } = context;
  const at = (field: string) => ({ objectId: backend.id, path: ['spec', 'tls', field] });
  const skips = booleanAt(backend.value, ['spec', 'tls', 'insecureSkipVerify']) === true;
  const sni = traits.backendSni ? stringAt(backend.value, ['spec', 'tls', 'sni']) : undefined;
  const endpoint = ['spec', 'tls', 'autoSNIFromEndpointHostname'];
  const fromEndpoint = traits.sniFromEndpoint && booleanAt(backend.value, endpoint) === true;
  const base = {
    subjectAltNames: [],
    ...(sni === undefined ? {} : { sni: { value: sni, from: at('sni') } }),
    ...(fromEndpoint ? { sniFromEndpoint: at('autoSNIFromEndpointHostname') } : {}),
  };
  if (skips) return { ok: true, value: { ...base, skipVerify: at('insecureSkipVerify') } };
  const authority = backendAuthority(context, backend);
  if (authority === null) return { ok: true, value: base };
  return authority.ok ? { ok: true, value: { ...base, authority: authority.value } } : authority;
}

function backendAuthority(
  context: EnvoyGatewayContext,
  backend: ManifestObject,
): Checked<Authority> | null {
  const wellKnown = ['spec', 'tls', 'wellKnownCACertificates'];
  if (stringAt(backend.value, wellKnown) === 'System') {
    const secretName = systemSecretName(context, backend);
    const from = { objectId: backend.id, path: wellKnown };
    return { ok: true, value: { kind: 'system', secretName, from } };
  }
  const references = ['spec', 'tls', 'caCertificateRefs'];
  if (itemsAt(backend.value, references).length === 0) return null;
  return readAuthorities(context, backend, references);
}

/**
 * Field by field, a BackendTLSPolicy goes before the Backend; its hostname turns the endpoint's name off as SNI.
 * `insecureSkipVerify` of the Backend stays.
 *
 * @see internal/gatewayapi/backendtlspolicy.go `mergeServerValidationTLSConfigs`
 */
export function mergeValidation(
  backend: ServerValidation | null,
  policy: ServerValidation | null,
): ServerValidation | null {
  if (backend === null || policy === null) return policy ?? backend;
  const { sniFromEndpoint, ...rest } = backend;
  const merged = { ...rest, ...policy };
  return policy.sni === undefined && sniFromEndpoint !== undefined
    ? { ...merged, sniFromEndpoint }
    : merged;
}
