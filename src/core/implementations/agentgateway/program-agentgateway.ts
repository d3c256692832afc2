import {
  kinds,
  makeFinding,
  namespacedName,
  type Connection,
  type Resolution,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { Finding } from '../../model/index.ts';
import type { Programmed, UpstreamTls } from '../types.ts';
import { agentgatewayState, type AgentgatewayState } from './agentgateway-state.ts';
import { checkBackendRef } from './check-backend-ref.ts';
import type { AgentgatewayFindingCode } from './findings.ts';
import { inlineSettings } from './inline-settings.ts';
import { policySettings } from './policy-settings.ts';
import { selectTls } from './selected-tls.ts';
import { tlsFindings } from './tls-findings.ts';
import { unsupportedExtension } from './unsupported-extension.ts';

/** `ProxyError::ServiceNotFound`, `BackendDoesNotExist`. */
const NO_BACKEND = 500;
/** Intermediates that rustls-webpki follows. */
const VERIFY_DEPTH = 6;

/** Settings that a connection has whatever the manifests say. */
export type BaseSettings = Omit<UpstreamTls, 'mode'>;

/**
 * What agentgateway's proxy is programmed with for one connection, and what its controller reports or passes
 * over in silence.
 *
 * @param version release line, e.g. `1.5`
 */
export function programAgentgateway(
  connection: Connection,
  resolution: Resolution,
  version: string,
): Programmed {
  const state = agentgatewayState(resolution, version);
  const { index } = resolution;
  const gateway = index.byId.get(connection.gatewayId);
  const route = index.byId.get(connection.routeId);
  const base = baseSettings(connection, version);
  if (gateway === undefined || route === undefined)
    return { upstream: { ...base, mode: 'blocked', blockedStatus: NO_BACKEND }, findings: [] };
  const extension = unsupportedExtension(route);
  if (extension !== null) {
    const reason = `No rule of the route is programmed: ${extension.message}`;
    return { upstream: { ...base, mode: 'blocked', reason }, findings: [] };
  }
  const { reference } = connection.backend;
  const checked = checkBackendRef(index, route, reference);
  if (checked.ok) return programBackend(state, connection, gateway, route, checked.backend, base);
  const { reason, message } = checked;
  const finding = makeFinding<AgentgatewayFindingCode>({
    code: 'AGW-BACKEND-REFUSED',
    severity: 'error',
    object: route,
    path: reference.from.path,
    params: { reason, message },
    step: 2,
  });
  const upstream = {
    ...base,
    mode: 'blocked',
    blockedStatus: NO_BACKEND,
    reason: message,
  } as const;
  return { upstream, findings: [finding] };
}

function programBackend(
  state: AgentgatewayState,
  connection: Connection,
  gateway: ManifestObject,
  route: ManifestObject,
  backend: ManifestObject,
  base: BaseSettings,
): Programmed {
  const selected = selectTls(state, connection, gateway, route, backend);
  const findings: readonly Finding[] = tlsFindings(state, gateway, backend, selected);
  if (selected === undefined) {
    const reason = `No BackendTLSPolicy, AgentgatewayPolicy or tls of its own turns on TLS for ${backend.kind} ${namespacedName(backend)}.`;
    return { upstream: { ...base, mode: 'plaintext', reason }, findings };
  }
  if (selected.kind === 'policy') {
    const client = state.clientCertificate(gateway);
    return { upstream: { ...base, ...policySettings(selected.verdict, client) }, findings };
  }
  const { tls } = selected;
  if (tls.errors.length > 0 && isBackend(tls.object)) {
    const reason = `failed to translate backend: ${tls.errors.join('\n')}`;
    return { upstream: { ...base, mode: 'blocked', blockedStatus: NO_BACKEND, reason }, findings };
  }
  return { upstream: { ...base, ...inlineSettings(tls, connection) }, findings };
}

function isBackend({ group, kind }: ManifestObject): boolean {
  return `${group}/${kind}` === kinds.agentgatewayBackend;
}

/** rustls: TLS 1.2 and 1.3, and both HTTP versions offered. */
function baseSettings({ routeKind }: Connection, version: string): BaseSettings {
  return {
    implementation: 'agentgateway',
    version,
    verifyNames: [],
    sanMatchers: [],
    verifyDepth: VERIFY_DEPTH,
    versions: ['TLSv1.2', 'TLSv1.3'],
    alpn: { value: ['h2', 'http/1.1'] },
    isGrpc: routeKind === 'GRPCRoute',
  };
}
