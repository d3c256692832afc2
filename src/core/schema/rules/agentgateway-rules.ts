import type { JsonObject } from '../../manifest/types.ts';
import { has, listRule, objectRule, objectsOf, textAt } from './rule.ts';

const SOURCE = 'agentgateway controller/api/v1alpha1/agentgateway/agentgateway_policy_types.go';

const present = (it: JsonObject, fields: readonly string[]): number =>
  fields.filter((field) => has(it, field)).length;

const ONE_CHECK = ['verifySubjectAltNames', 'insecureSkipVerify'];

/** `tls` of a backend. */
export const agentgatewayTlsRules = [
  objectRule(
    'oneNameCheck',
    `at most one of the fields in [${ONE_CHECK.join(' ')}] may be set`,
    SOURCE,
    (it) => present(it, ONE_CHECK) <= 1,
  ),
  objectRule(
    'noAuthorityUnchecked',
    'insecureSkipVerify All and caCertificateRefs may not be set together',
    SOURCE,
    (it) => it.insecureSkipVerify !== 'All' || !has(it, 'caCertificateRefs'),
  ),
  objectRule(
    'noNamesUnchecked',
    'insecureSkipVerify and verifySubjectAltNames may not be set together',
    SOURCE,
    (it) => present(it, ONE_CHECK) < 2,
  ),
];

const GATEWAY_KINDS = ['Gateway', 'HTTPRoute', 'GRPCRoute', 'ListenerSet'];
const TARGETS: ReadonlySet<string> = new Set([
  '/Service',
  'agentgateway.dev/AgentgatewayBackend',
  'inference.networking.k8s.io/InferencePool',
  ...GATEWAY_KINDS.map((kind) => `gateway.networking.k8s.io/${kind}`),
]);

/** `targetRefs` and `targetSelectors` of a policy. */
export const agentgatewayTargetRules = [
  listRule(
    'knownTargets',
    'targetRefs may only reference Gateway, HTTPRoute, GRPCRoute, ListenerSet, Service, AgentgatewayBackend, or InferencePool resources',
    SOURCE,
    (refs) => refs.every((one) => TARGETS.has(`${textAt(one, 'group')}/${textAt(one, 'kind')}`)),
  ),
  listRule(
    'oneTargetKind',
    'Only one Kind of targetRef can be set on one policy',
    SOURCE,
    (refs) => new Set(refs.map((one) => textAt(one, 'kind'))).size <= 1,
  ),
];

const PARTS = ['traffic', 'frontend', 'backend'];
const TRAFFIC_TARGETS = [...GATEWAY_KINDS, 'InferencePool'];
const targetsOf = (it: JsonObject): readonly JsonObject[] => [
  ...objectsOf(it.targetRefs),
  ...objectsOf(it.targetSelectors),
];

/** `spec` of a policy, as far as `backend.tls` can run into it. */
export const agentgatewayPolicyRules = [
  objectRule(
    'oneWayToTarget',
    'exactly one of the fields in [targetRefs targetSelectors] must be set',
    SOURCE,
    (it) => present(it, ['targetRefs', 'targetSelectors']) === 1,
  ),
  objectRule(
    'somePart',
    'At least one of traffic, frontend, or backend must be provided.',
    SOURCE,
    (it) => present(it, PARTS) > 0,
  ),
  objectRule(
    'frontendOnGateways',
    "the 'frontend' field can only target a Gateway",
    SOURCE,
    (it) =>
      !has(it, 'frontend') ||
      targetsOf(it).every((one) => textAt(one, 'kind') === 'Gateway' && !has(one, 'sectionName')),
  ),
  objectRule(
    'trafficOnRoutes',
    "the 'traffic' field can only target a Gateway, ListenerSet, GRPCRoute, HTTPRoute, or InferencePool",
    SOURCE,
    (it) =>
      !has(it, 'traffic') ||
      targetsOf(it).every((one) => TRAFFIC_TARGETS.includes(textAt(one, 'kind'))),
  ),
];
