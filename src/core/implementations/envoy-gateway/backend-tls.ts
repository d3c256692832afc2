import { isObject, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldRef } from '../../model/index.ts';
import { attachedEnvoyProxies, envoyProxySettings } from './attached-envoy-proxy.ts';
import { backendValidation, mergeValidation } from './backend-validation.ts';
import { mergeClientSettings, readClientSettings, settingsSource } from './client-settings.ts';
import type { EnvoyGatewayContext } from './context.ts';
import {
  gatewayClientCertificate,
  type GatewayClientCertificate,
} from './gateway-client-certificate.ts';
import type { Checked } from './refusal.ts';
import type { ClientSettings, ServerValidation, TlsSettings } from './tls-settings.ts';

/** What all backends of a Gateway share. */
export interface GatewayLevel {
  readonly certificate: GatewayClientCertificate;
  /** Settings of `Gateway.spec.tls.backend` if that field is there at all, else of the EnvoyProxy. */
  readonly client: Checked<ClientSettings>;
}

/** Reads what a Gateway or its EnvoyProxy says about the client's side; alone it never turns TLS on. */
export function gatewayLevel(context: EnvoyGatewayContext, gateway: ManifestObject): GatewayLevel {
  const certificate = gatewayClientCertificate(context, gateway);
  switch (certificate.kind) {
    case 'used':
      return { certificate, client: { ok: true, value: pick(certificate.certificate) } };
    case 'refused':
      return { certificate, client: { ok: true, value: {} } };
    case 'absent': {
      const source = envoyProxySettings(attachedEnvoyProxies(context.resolution.index, gateway));
      const client: Checked<ClientSettings> =
        source === null ? { ok: true, value: {} } : readClientSettings(context, source);
      return { certificate, client };
    }
    default:
      return certificate satisfies never;
  }
}

function pick(certificate: ClientSettings['certificate']): ClientSettings {
  return certificate === undefined ? {} : { certificate };
}

/** What the settings of one backendRef came to, and whether its policy was reached: only then it gets a status. */
export interface BackendTlsResult {
  readonly policyReached: boolean;
  /** Null value: no TLS. */
  readonly settings: Checked<TlsSettings | null>;
}

/**
 * Backend first, then the policy, then the Gateway's level; the first error ends it.
 *
 * @param policy the selected BackendTLSPolicy and what it came to
 * @param at the backendRef, for errors that belong to no field of their own
 * @see internal/gatewayapi/backendtlspolicy.go `applyBackendTLSSetting`
 */
export function backendTls(
  context: EnvoyGatewayContext,
  backend: ManifestObject,
  policy: Checked<ServerValidation> | null,
  level: GatewayLevel,
  at: FieldRef,
): BackendTlsResult {
  const own = ownSettings(context, backend);
  if (!own.ok) return { policyReached: false, settings: own };
  const policyReached = policy !== null;
  if (policy?.ok === false) return { policyReached, settings: policy };
  const validation = mergeValidation(own.value.validation, policy?.value ?? null);
  if (validation === null) return { policyReached, settings: { ok: true, value: null } };
  if (validation.skipVerify === undefined && validation.authority === undefined) {
    const message = 'CACertificate must be specified when InsecureSkipVerify is false';
    return { policyReached, settings: { ok: false, message, at } };
  }
  if (!level.client.ok) return { policyReached, settings: level.client };
  const client = mergeClientSettings(own.value.client, level.client.value);
  return { policyReached, settings: { ok: true, value: { validation, client } } };
}

function ownSettings(
  context: EnvoyGatewayContext,
  backend: ManifestObject,
): Checked<{ readonly validation: ServerValidation | null; readonly client: ClientSettings }> {
  const path = ['spec', 'tls'];
  if (backend.kind !== 'Backend' || !isObject(valueAt(backend.value, path)))
    return { ok: true, value: { validation: null, client: {} } };
  const validation = backendValidation(context, backend);
  if (!validation.ok) return validation;
  const client: Checked<ClientSettings> = context.traits.backendClientSettings
    ? readClientSettings(context, settingsSource(backend, path))
    : { ok: true, value: {} };
  if (!client.ok) return client;
  return { ok: true, value: { validation: validation.value, client: client.value } };
}
