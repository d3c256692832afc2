import {
  booleanAt,
  itemsAt,
  kinds,
  makeFinding,
  namespacedName,
  type Connection,
  type Resolution,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { Finding } from '../../model/index.ts';
import type { Programmed, UpstreamTls } from '../types.ts';
import { backendOutcome, presentedCertificate, type BackendOutcome } from './backend-outcome.ts';
import { checkBackendRef } from './check-backend-ref.ts';
import { clientCertificateFindings } from './client-certificate-findings.ts';
import type { KgatewayFindingCode } from './findings.ts';
import { envoyRefusal } from './envoy-refusal.ts';
import { kgatewayState, type KgatewayState } from './kgateway-state.ts';
import { policyFindings } from './policy-findings.ts';
import { ENVOY_CLIENT_VERSIONS } from './tls-parameters.ts';
import { unresolvedExtensions } from './unresolved-extensions.ts';

/** A cluster that kgateway leaves out: `clusterNotFoundResponseCode: INTERNAL_SERVER_ERROR`. */
const MISSING_CLUSTER = 500;
/** BoringSSL's limit when `max_verify_depth` is not set. */
const VERIFY_DEPTH = 100;

type Base = Omit<UpstreamTls, 'mode'>;

/**
 * What kgateway programs Envoy with for one connection, and what its control plane reports or passes over in
 * silence: backendRef, BackendTLSPolicy, BackendConfigPolicy and the Gateway's client certificate. A cluster that
 * Envoy refuses is as good as none.
 *
 * @param version release line, e.g. `2.4`
 */
export function programKgateway(
  connection: Connection,
  resolution: Resolution,
  version: string,
): Programmed {
  const { upstream, findings } = sentByKgateway(connection, resolution, version);
  const { policy } = upstream;
  const refusal = upstream.mode === 'tls' && policy ? envoyRefusal(upstream, policy) : null;
  const object = refusal === null ? undefined : resolution.index.byId.get(refusal.at.objectId);
  if (refusal === null || object === undefined) return { upstream, findings };
  const { message, at } = refusal;
  const finding = makeFinding<KgatewayFindingCode>({
    code: 'KGW-ENVOY-REFUSES',
    severity: 'error',
    object,
    path: at.path,
    params: { message },
    step: 3,
  });
  return { upstream: blocked(upstream, message), findings: [...findings, finding] };
}

/** The same before Envoy has looked at it. */
export function sentByKgateway(
  connection: Connection,
  resolution: Resolution,
  version: string,
): Programmed {
  const state = kgatewayState(resolution, version);
  const { index } = resolution;
  const gateway = index.byId.get(connection.gatewayId);
  const route = index.byId.get(connection.routeId);
  const base = baseSettings(connection, version);
  if (gateway === undefined || route === undefined)
    return { upstream: { ...base, mode: 'blocked', blockedStatus: MISSING_CLUSTER }, findings: [] };
  const lost = state.features.replacedRules
    ? unresolvedExtensions(index, route, connection.ruleIndex)
    : null;
  if (lost !== null) return { upstream: blocked(base, lost), findings: [] };
  const checked = checkBackendRef(index, route, connection.backend.reference);
  if (!checked.ok) {
    const { reason, message } = checked;
    const finding = makeFinding<KgatewayFindingCode>({
      code: 'KGW-BACKEND-REFUSED',
      severity: 'error',
      object: route,
      path: connection.backend.reference.from.path,
      params: { reason, message },
      step: 2,
    });
    return { upstream: blocked(base, message), findings: [finding] };
  }
  const outcome = backendOutcome(state, checked.backend.key, checked.portName);
  return programBackend(state, connection, gateway, checked.backend, outcome, base);
}

function programBackend(
  state: KgatewayState,
  connection: Connection,
  gateway: ManifestObject,
  backend: ManifestObject,
  outcome: BackendOutcome,
  base: Base,
): Programmed {
  const policies = policyFindings(outcome, state.features);
  const [error] = outcome.errors;
  if (error !== undefined) return { upstream: blocked(base, error), findings: policies };
  const tls = tlsSettings(outcome) ?? forwardProxySettings(connection, backend);
  const client = clientCertificateFindings(state, gateway, outcome, tls !== undefined);
  const findings: readonly Finding[] = [...policies, ...client];
  if (tls === undefined) {
    const reason = `No BackendTLSPolicy and no spec.tls of a BackendConfigPolicy targets ${backend.kind} ${namespacedName(backend)}.`;
    return { upstream: { ...base, mode: 'plaintext', reason }, findings };
  }
  const verdict = state.clientCertificate(gateway);
  const own = verdict.kind === 'used' ? verdict.certificate : undefined;
  const certificate = presentedCertificate(outcome, own);
  const identity = certificate === undefined ? {} : { clientCertificate: certificate };
  return { upstream: { ...base, mode: 'tls', ...tls, ...identity }, findings };
}

function baseSettings({ routeKind }: Connection, version: string): Base {
  return {
    implementation: 'kgateway',
    version,
    verifyNames: [],
    sanMatchers: [],
    verifyDepth: VERIFY_DEPTH,
    versions: ENVOY_CLIENT_VERSIONS,
    isGrpc: routeKind === 'GRPCRoute',
  };
}

function blocked(base: Base, reason: string): UpstreamTls {
  return { ...base, mode: 'blocked', blockedStatus: MISSING_CLUSTER, reason };
}

/** The UpstreamTlsContext of the policy in charge; undefined when none asks for TLS. */
function tlsSettings(outcome: BackendOutcome): Partial<UpstreamTls> | undefined {
  if (outcome.source === 'tls-policy' && outcome.tlsPolicy !== undefined) {
    const { policy, sni, sanMatchers, trust } = outcome.tlsPolicy;
    return {
      policy: { objectId: policy.id, path: ['spec'] },
      ...(sni.value === '' ? {} : { sni }),
      sanMatchers,
      ...(trust === undefined ? {} : { trust }),
    };
  }
  const { tls, policy } = outcome.configPolicy ?? {};
  if (tls === undefined || policy === undefined) return undefined;
  return { ...tls, policy: { objectId: policy.id, path: ['spec', 'tls'] } };
}

/** `dynamicForwardProxy.enableTls`: system CAs, SNI and name check follow the request's host. */
function forwardProxySettings(
  { hostname }: Connection,
  backend: ManifestObject,
): Partial<UpstreamTls> | undefined {
  const path = ['spec', 'dynamicForwardProxy', 'enableTls'];
  if (`${backend.group}/${backend.kind}` !== kinds.kgatewayBackend) return undefined;
  if (itemsAt(backend.value, ['spec', 'static', 'hosts']).length > 0) return undefined;
  if (booleanAt(backend.value, path) !== true) return undefined;
  const from = { objectId: backend.id, path };
  return {
    sni: { value: hostname, from },
    sanMatchers: [{ value: { san: 'dns', match: 'exact', value: hostname }, from }],
    trust: { kind: 'system', from },
  };
}
