import { namespacedName, type Connection, type Resolution } from '../../gateway-api/index.ts';
import type { Programmed, TrustSource, UpstreamTls } from '../types.ts';
import { connectionFindings } from './connection-findings.ts';
import type { EnvoyGatewayOptions } from './context.ts';
import { conditionMessage } from './refusal.ts';
import { envoyGatewayState } from './envoy-gateway-state.ts';
import type { BackendOutcome, TranslatedConnection } from './types.ts';
import { isReadyListener } from './is-ready-listener.ts';
import { secretError } from './secret-error.ts';
import { tlsParameters } from './tls-parameters.ts';
import type { ServerValidation, TlsSettings } from './tls-settings.ts';
import { upstreamNames } from './upstream-names.ts';
import { upstreamProtocol } from './upstream-protocol.ts';

/** Deepest chain BoringSSL builds unless told otherwise; Envoy Gateway never writes a limit. */
const BORINGSSL_DEPTH = 100;

/**
 * What Envoy Gateway programs Envoy with for one connection, and what its control plane reports.
 *
 * @param version release line or release, e.g. `1.9`
 */
export function programEnvoyGateway(
  connection: Connection,
  resolution: Resolution,
  version: string,
  options: EnvoyGatewayOptions = {},
): Programmed {
  const translated = translate(connection, resolution, version, options);
  const base = baseSettings(connection, version);
  if (translated === null)
    return { upstream: { ...base, mode: 'blocked', blockedStatus: 500 }, findings: [] };
  const upstream = { ...base, ...upstreamSettings(translated) };
  return { upstream, findings: connectionFindings(translated, upstream) };
}

/** Null when a part of the connection is not among the objects. */
export function translate(
  connection: Connection,
  resolution: Resolution,
  version: string,
  options: EnvoyGatewayOptions = {},
): TranslatedConnection | null {
  const state = envoyGatewayState(resolution, version, options);
  const gateway = resolution.index.byId.get(connection.gatewayId);
  const route = resolution.index.byId.get(connection.routeId);
  if (gateway === undefined || route === undefined) return null;
  const rule = state.rule(gateway, route, connection.ruleIndex);
  const outcome = rule.backends.find(({ index }) => index === connection.backendRefIndex);
  return outcome === undefined ? null : { connection, state, gateway, route, rule, outcome };
}

function baseSettings({ routeKind }: Connection, version: string) {
  return {
    implementation: 'envoy-gateway',
    version,
    verifyNames: [],
    verifyDepth: BORINGSSL_DEPTH,
    versions: [],
    isGrpc: routeKind === 'GRPCRoute',
  } as const;
}

type Settings = Partial<UpstreamTls> & Pick<UpstreamTls, 'mode'>;

function upstreamSettings(translated: TranslatedConnection): Settings {
  const { rule, outcome, state, connection, gateway } = translated;
  // What is wrong with the listener is told there.
  if (state.refusal(gateway) !== null) return { mode: 'blocked' };
  const absent = state.context.objectsFrom === 'file' ? 'missing' : 'assumed';
  if (!isReadyListener(state, connection.listener, absent)) return { mode: 'blocked' };
  if (outcome.weight === 0)
    return { mode: 'blocked', reason: 'Weight 0: Envoy Gateway leaves the backend out.' };
  if (rule.dropped !== undefined)
    return { mode: 'blocked', reason: conditionMessage(rule.dropped) };
  if (rule.answeredBy !== undefined && rule.response !== undefined) {
    const reason = conditionMessage(rule.answeredBy);
    return { mode: 'blocked', blockedStatus: rule.response, reason };
  }
  if (outcome.refusal !== undefined) {
    const share = outcome.refusal.reason === 'EndpointsNotFound' ? 503 : 500;
    const blockedStatus = rule.response ?? share;
    return { mode: 'blocked', blockedStatus, reason: outcome.refusal.message };
  }
  if (rule.response !== undefined) {
    const reason = 'dynamic resolver is not supported for multiple backendRefs';
    return { mode: 'blocked', blockedStatus: rule.response, reason };
  }
  if (translated.connection.routeKind === 'TLSRoute' && outcome.dynamicResolver) {
    const reason = 'Dynamic resolver backend is only supported with TLS passthrough listeners';
    return { mode: 'blocked', reason };
  }
  if (outcome.tls === null || outcome.tls === undefined)
    return { mode: 'plaintext', reason: plaintextReason(outcome) };
  return tlsUpstream(translated, outcome.tls);
}

function plaintextReason({ backend, reference }: BackendOutcome): string {
  const { kind, namespace, name } = reference.target;
  const text = `${kind} ${namespacedName({ namespace, name })}`;
  return backend?.kind === 'Backend'
    ? `${text} has no tls, and no BackendTLSPolicy targets it.`
    : `No BackendTLSPolicy targets ${text}.`;
}

function tlsUpstream(
  { connection, state, rule, outcome }: TranslatedConnection,
  { validation, client }: TlsSettings,
): Settings {
  const { resolution, traits } = state.context;
  const names = upstreamNames(connection, resolution, rule, outcome, validation);
  const protocol = upstreamProtocol(connection.routeKind, outcome.appProtocols);
  const trust = trustSource(validation);
  const { certificate } = client;
  const error = secretError({ validation, client });
  return {
    mode: 'tls',
    ...names,
    verifyNames: names.sanMatchers.flatMap(({ value, ...source }) =>
      value.san === 'dns' ? [{ value: value.value, ...source }] : [],
    ),
    ...(trust && { trust }),
    ...(certificate?.kind === 'inline' && { clientCertificate: certificate.certificate }),
    ...tlsParameters(client, traits, protocol),
    ...(validation.policyId !== undefined && {
      policy: { objectId: validation.policyId, path: ['spec'] },
    }),
    ...(error && { secretError: error }),
  };
}

/** CA certificates that an SDS server hands out are not known: then there is no source. */
function trustSource({ skipVerify, authority }: ServerValidation): TrustSource | undefined {
  if (skipVerify !== undefined)
    return { kind: 'none', from: skipVerify, reason: 'insecureSkipVerify is true' };
  switch (authority?.kind) {
    case 'inline':
      return { kind: 'bundle', material: authority.material, from: authority.from };
    case 'system':
      return { kind: 'system', from: authority.from };
    case 'sds':
    case undefined:
      return undefined;
    default:
      return authority satisfies never;
  }
}
