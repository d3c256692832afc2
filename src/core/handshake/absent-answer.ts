import { isAtLeast } from '../implementations/is-at-least.ts';
import type { ExchangeFacts, ExchangeResult, GatewayReport } from './exchange/types.ts';
import type { HandshakeRequest } from './request.ts';
import { isStream } from './stream-answer.ts';

/** What a gateway answers in place of a backend that nobody can connect to, and why. */
type AbsentAnswer = Pick<ExchangeResult, 'httpStatus' | 'httpDetail' | 'gatewayError' | 'report'>;

type Case =
  /** nginx asks a server of its own that returns 503, in plain HTTP: TLS to it fails. */
  | 'own-server'
  | 'own-server-over-tls'
  | 'no-upstream'
  /** The route itself answers 503. */
  | 'direct-response'
  /** The address of a pod that is not ready is kept, and connected to when there is no other. */
  | 'unready-address'
  /** The cluster address of a Service, which refuses connections. */
  | 'service-address'
  | 'empty-cluster'
  | 'no-backend';

/**
 * The result with what the gateway itself answers when no endpoint of the backend is ready.
 *
 * @see NGF internal/controller/nginx/config/upstreams.go `createUpstream`, servers_template.go (`nginx-503-server.sock`);
 *   Envoy Gateway internal/gatewayapi/route.go `processHTTPRouteRules`, `getIREndpointsFromEndpointSlice`;
 *   kgateway pkg/kgateway/krtcollections/endpoints.go; Envoy source/common/router/router.cc
 *   `sendNoHealthyUpstreamResponse`; agentgateway crates/agentgateway/src/proxy/mod.rs `NoHealthyEndpoints`
 */
export function withAbsentAnswer(
  request: HandshakeRequest,
  result: ExchangeResult,
): ExchangeResult {
  if (result.end !== 'backend-config' || result.facts.backendFailure?.stops === 'unknown')
    return result;
  const { backendError } = result;
  return {
    ...result,
    ...answerTo(caseOf(request, leavesAddress(request)), request, result.facts),
    backendError,
  };
}

function caseOf(request: HandshakeRequest, hasAddress: boolean): Case {
  const { programmed, connection } = request;
  // A host that is the name of a Service: the gateway knows no endpoints of it.
  if (connection.backend.kind === 'external') return 'service-address';
  switch (programmed.implementation) {
    case 'nginx-gateway-fabric':
      if (isStream(request)) return 'no-upstream';
      return programmed.mode === 'tls' ? 'own-server-over-tls' : 'own-server';
    case 'envoy-gateway':
      if (hasAddress && keepsUnready(request)) return 'unready-address';
      return isStream(request) ? 'empty-cluster' : 'direct-response';
    case 'kgateway':
      return 'empty-cluster';
    case 'agentgateway':
      return 'no-backend';
    default:
      return programmed.implementation satisfies never;
  }
}

/** A process that gives up leaves its pod's address behind. */
function leavesAddress({ backend: { absence } }: HandshakeRequest): boolean {
  return absence === undefined || absence.kind === 'exits';
}

/**
 * Whether the gateway goes on to connect to endpoints that are not ready, where there are no others: Envoy Gateway does
 * since 1.6, because Envoy takes any host when none is healthy.
 *
 * @see Envoy Gateway pull request #7253; Envoy `LoadBalancerBase::isHostSetInPanic`
 */
function keepsUnready({ programmed: { implementation, version } }: HandshakeRequest): boolean {
  return implementation === 'envoy-gateway' && isAtLeast(version, 1, 6);
}

/** Why nobody answers this gateway; undefined when somebody may. */
export function absenceFor(request: HandshakeRequest): HandshakeRequest['backend']['absence'] {
  const { absence } = request.backend;
  return absence?.kind === 'not-ready' && keepsUnready(request) ? undefined : absence;
}

function answerTo(why: Case, request: HandshakeRequest, facts: ExchangeFacts): AbsentAnswer {
  const { engine } = facts;
  switch (why) {
    case 'own-server':
      return {
        httpStatus: 503,
        httpDetail: '503 Service Temporarily Unavailable',
        gatewayError: null,
      };
    case 'own-server-over-tls':
      return engine.texts('tls-to-plaintext', facts);
    case 'no-upstream':
      return { httpStatus: null, httpDetail: null, gatewayError: null };
    case 'direct-response':
      return unavailable('direct_response', {
        flags: null,
        details: 'direct_response',
        body: null,
      });
    case 'unready-address':
    case 'service-address':
      return engine.texts('connection-refused', facts);
    case 'empty-cluster': {
      const details = isStream(request) ? null : 'no_healthy_upstream';
      return unavailable(details, { flags: 'UH', details, body: 'no healthy upstream' });
    }
    case 'no-backend': {
      const body = 'no healthy backends';
      return unavailable(body, { flags: null, details: null, body });
    }
    default:
      return why satisfies never;
  }
}

function unavailable(
  gatewayError: string | null,
  answer: Pick<GatewayReport, 'flags' | 'details' | 'body'>,
): AbsentAnswer {
  const report = { ...answer, transportFailure: null, afterHandshake: false, sends: null };
  return { httpStatus: 503, httpDetail: '503 Service Unavailable', gatewayError, report };
}

/**
 * What the gateway does about it, as a sentence.
 *
 * @param hasAddress whether pods have an address, ready or not
 */
export function absentAnswerText(
  request: HandshakeRequest,
  hasAddress = leavesAddress(request),
): string {
  const why = caseOf(request, hasAddress);
  switch (why) {
    case 'own-server':
      return 'NGINX Gateway Fabric puts a server of its own in the place of the endpoints, which answers 503.';
    case 'own-server-over-tls':
      return 'NGINX Gateway Fabric puts a server of its own in the place of the endpoints. It speaks plain HTTP, so the TLS that the policy asks for fails there, and the client gets 502.';
    case 'no-upstream':
      return 'NGINX Gateway Fabric writes no upstream without endpoints and closes the connection of the client.';
    case 'direct-response':
      return 'Envoy Gateway has Envoy answer 503 without a cluster.';
    case 'unready-address':
      return 'Envoy Gateway keeps the addresses of pods that are not ready. With no other left Envoy connects to them all the same, and is refused.';
    case 'service-address':
      return 'The address is that of the Service, which refuses connections while no endpoint is ready.';
    case 'empty-cluster':
      return 'The cluster of the backend stays empty, so Envoy finds no healthy upstream.';
    case 'no-backend':
      return 'agentgateway finds no healthy backend.';
    default:
      return why satisfies never;
  }
}
