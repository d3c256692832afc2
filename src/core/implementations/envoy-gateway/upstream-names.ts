import { itemsAt, stringAt, type Connection, type Resolution } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldRef } from '../../model/index.ts';
import type { SanMatcher, Sourced } from '../types.ts';
import type { BackendOutcome, RuleOutcome } from './types.ts';
import type { ServerValidation } from './tls-settings.ts';

/** The name Envoy sends and the names it wants in the certificate. */
export interface UpstreamNames {
  readonly sni?: Sourced<string>;
  readonly sanMatchers: readonly Sourced<SanMatcher>[];
}

/**
 * SNI: what is written, else the endpoint's name or the request's host where that is turned on. Names: the
 * policy's list, else exactly the SNI; nothing without verification, and nothing when no SNI is sent.
 *
 * @see internal/xds/translator/translator.go `buildValidationContext`, cluster options `autoSni`
 */
export function upstreamNames(
  connection: Connection,
  resolution: Resolution,
  rule: RuleOutcome,
  outcome: BackendOutcome,
  validation: ServerValidation,
): UpstreamNames {
  const sni = sentName(connection, resolution, rule, outcome, validation);
  const { subjectAltNames, skipVerify } = validation;
  if (skipVerify !== undefined) return { ...(sni && { sni }), sanMatchers: [] };
  if (subjectAltNames.length > 0) return { ...(sni && { sni }), sanMatchers: subjectAltNames };
  return sni === undefined ? { sanMatchers: [] } : { sni, sanMatchers: [exactly(sni)] };
}

function exactly({ value, ...source }: Sourced<string>): Sourced<SanMatcher> {
  return { value: { san: 'dns', match: 'exact', value }, ...source };
}

function sentName(
  connection: Connection,
  resolution: Resolution,
  rule: RuleOutcome,
  { backend, dynamicResolver }: BackendOutcome,
  { sni, sniFromEndpoint }: ServerValidation,
): Sourced<string> | undefined {
  if (sni !== undefined) return sni;
  if (sniFromEndpoint !== undefined && backend !== undefined) return endpointName(backend);
  if (!rule.sniFromRequest && !dynamicResolver) return undefined;
  const from = hostField(connection, resolution);
  return { value: connection.hostname, ...(from && { from }) };
}

/** The endpoint's `hostname`, else its domain name; the first endpoint stands for all. */
function endpointName(backend: ManifestObject): Sourced<string> | undefined {
  const path = ['spec', 'endpoints', 0];
  const [endpoint] = itemsAt(backend.value, ['spec', 'endpoints']);
  for (const field of [['hostname'], ['fqdn', 'hostname']]) {
    const value = endpoint === undefined ? undefined : stringAt(endpoint, field);
    if (value !== undefined)
      return { value, from: { objectId: backend.id, path: [...path, ...field] } };
  }
  return undefined;
}

/** The field that limits which host a request can name. */
function hostField(
  { routeId, gatewayId, listener }: Connection,
  { index }: Resolution,
): FieldRef | undefined {
  const hostnames = itemsAt(index.byId.get(routeId)?.value, ['spec', 'hostnames']);
  if (hostnames.length > 0) return { objectId: routeId, path: ['spec', 'hostnames', 0] };
  if (listener.hostname === undefined) return undefined;
  return { objectId: gatewayId, path: ['spec', 'listeners', listener.index, 'hostname'] };
}
