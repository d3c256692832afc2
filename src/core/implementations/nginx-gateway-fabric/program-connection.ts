import {
  itemsAt,
  makeFinding,
  namespacedName,
  type Connection,
  type ObjectIndex,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { Finding } from '../../model/index.ts';
import type { Programmed } from '../types.ts';
import { externalNameRefusal } from './check-backend-ref.ts';
import { clientSettings } from './client-settings.ts';
import type { NgfFindingCode } from './findings.ts';
import type { NgfState } from './ngf-state.ts';
import { policyFindings } from './policy-findings.ts';
import { isValidListener } from './is-valid-listener.ts';
import { allErrors, joinFieldErrors, ruleErrors } from './rule-errors.ts';
import type { BackendOutcome, RuleOutcome } from './rule-outcome.ts';
import { ruleVerdict, tlsSettings } from './rule-tls.ts';
import type { PolicyVerdict } from './validate-policy.ts';
import { readsTlsRoutePolicies, verifyDepth } from './versions.ts';

type NgfFinding = Finding<NgfFindingCode>;

const programmedIn = new WeakMap<NgfState, Map<string, Programmed>>();

/**
 * What NGINX Gateway Fabric writes for one connection of a Gateway that it accepts, and what its control plane
 * reports: backendRef, policy, the rule's other backends and the Gateway's client certificate, in that order.
 *
 * @param version release line, e.g. `2.6`
 */
export function programConnection(
  connection: Connection,
  state: NgfState,
  version: string,
): Programmed {
  const known = programmedIn.get(state) ?? new Map<string, Programmed>();
  programmedIn.set(state, known);
  const key = `${version}|${connection.id}`;
  const programmed = known.get(key) ?? programOnce(connection, state, version);
  known.set(key, programmed);
  return programmed;
}

function programOnce(connection: Connection, state: NgfState, version: string): Programmed {
  const { index } = state.resolution;
  const gateway = index.byId.get(connection.gatewayId);
  const route = index.byId.get(connection.routeId);
  const rule = route && state.rule(route, connection.ruleIndex);
  const backend = rule?.backends.get(connection.backendRefIndex);
  const base = baseSettings(connection, version);
  if (gateway === undefined || route === undefined || rule === undefined || backend === undefined)
    return { upstream: { ...base, mode: 'blocked', blockedStatus: 500 }, findings: [] };
  // Nothing listens for a listener that is invalid; what is wrong with it is told there.
  if (!isValidListener(state, version, connection.listener, 'assumed'))
    return { upstream: { ...base, mode: 'blocked' }, findings: [] };
  const broken = brokenRule(index, route, connection.ruleIndex, version);
  if (broken !== null) return { upstream: { ...base, mode: 'blocked', ...broken }, findings: [] };
  const verdict = ruleVerdict(state, gateway, rule);
  const blocked = blockedBy(state, gateway, route, rule, backend, verdict !== undefined);
  if (blocked !== null) {
    const { status, reason, findings } = blocked;
    const upstream = { ...base, mode: 'blocked', blockedStatus: status, reason } as const;
    return { upstream, findings: [...policyFindings(index, backend), ...findings] };
  }
  const client = clientSettings(state, connection, gateway, version);
  if (connection.routeKind === 'TLSRoute' && !readsTlsRoutePolicies(version)) {
    const reason = `NGINX Gateway Fabric ${version} reads no BackendTLSPolicy for a TLSRoute.`;
    return { upstream: { ...base, mode: 'plaintext', reason }, findings: client.findings };
  }
  if (verdict === undefined) {
    const { reason, findings } = plaintext(gateway, backend);
    const upstream = { ...base, mode: 'plaintext', reason } as const;
    return { upstream, findings: [...findings, ...client.findings] };
  }
  return {
    upstream: { ...base, mode: 'tls', ...tlsSettings(verdict), ...client.settings },
    findings: [
      ...policyFindings(index, backend),
      ...sharedTls(route, backend, verdict),
      ...client.findings,
    ],
  };
}

/** A rule with broken matches is not there; one with broken filters answers 500 while another rule is sound. */
function brokenRule(
  index: ObjectIndex,
  route: ManifestObject,
  ruleIndex: number,
  version: string,
): { readonly reason: string; readonly blockedStatus?: number } | null {
  const all = itemsAt(route.value, ['spec', 'rules']).map((_, at) =>
    ruleErrors(index, route, at, version),
  );
  const own = all[ruleIndex];
  if (own === undefined) return null;
  const errors = allErrors(own);
  if (errors.length === 0) return null;
  const isRefused =
    all.every((one) => allErrors(one).length > 0) &&
    all.some(({ matches, filters }) => matches.length + filters.length > 0);
  return {
    reason: joinFieldErrors(errors),
    ...(own.matches.length === 0 && !isRefused && { blockedStatus: 500 }),
  };
}

function plaintext(
  gateway: ManifestObject,
  { service, selected }: BackendOutcome,
): { readonly reason: string; readonly findings: readonly NgfFinding[] } {
  if (selected === undefined) {
    const name = service === undefined ? '' : namespacedName(service);
    return { reason: `No BackendTLSPolicy targets Service ${name}.`, findings: [] };
  }
  const { policy } = selected.verdict;
  const params = { gateway: `${gateway.kind} ${namespacedName(gateway)}` };
  const finding = makeFinding({
    code: 'NGF-ANCESTOR-LIMIT',
    severity: 'error',
    object: policy,
    path: ['spec', 'targetRefs'],
    params,
    step: 3,
  });
  const reason = `Policy ancestor limit reached for ${namespacedName(policy)}`;
  return { reason, findings: [finding] };
}

/** nginx defaults that NGINX Gateway Fabric leaves alone: TLS 1.2 and 1.3, OpenSSL's cipher list. */
function baseSettings({ routeKind }: Connection, version: string) {
  return {
    implementation: 'nginx-gateway-fabric',
    version,
    verifyNames: [],
    verifyDepth: verifyDepth(version),
    versions: ['TLSv1.2', 'TLSv1.3'],
    ciphers: 'DEFAULT',
    isGrpc: routeKind === 'GRPCRoute',
  } as const;
}

interface Blocked {
  readonly status: number;
  readonly reason: string;
  readonly findings: readonly NgfFinding[];
}

function blockedBy(
  { resolution }: NgfState,
  gateway: ManifestObject,
  route: ManifestObject,
  rule: RuleOutcome,
  { reference, refusal, service, selected }: BackendOutcome,
  usesTls: boolean,
): Blocked | null {
  const { path } = reference.from;
  // Recorded: https of the rule meets the plain socket that answers 500.
  const status = usesTls ? 502 : 500;
  if (rule.mismatch !== undefined && refusal === undefined) {
    const finding = makeFinding({
      code: 'NGF-POLICIES-DIFFER',
      severity: 'error',
      object: route,
      path: path.slice(0, -1),
      params: { message: rule.mismatch, status: String(status) },
      step: 3,
    });
    return { status, reason: rule.mismatch, findings: [finding] };
  }
  const external =
    service && externalNameRefusal(resolution.index, resolution.references, gateway, service);
  const message = refusal?.message ?? external ?? null;
  if (message === null) return null;
  // The refused policy has a finding of its own, with the route's condition among its facts.
  if (refusal?.reason === 'UnsupportedValue' && selected !== undefined)
    return { status, reason: message, findings: [] };
  const reason = refusal?.reason ?? 'UnsupportedValue';
  const finding = makeFinding({
    code: 'NGF-BACKEND-REFUSED',
    severity: 'error',
    object: route,
    path,
    params: { reason, message, status: String(status) },
    step: 2,
  });
  return { status, reason: message, findings: [finding] };
}

function sharedTls(
  route: ManifestObject,
  { reference, selected }: BackendOutcome,
  { policy }: PolicyVerdict,
): NgfFinding[] {
  if (selected !== undefined) return [];
  const target = `Service ${reference.target.namespace}/${reference.target.name}`;
  const path = reference.from.path;
  const params = { target, policy: `${policy.kind} ${policy.name}` };
  return [
    makeFinding({
      code: 'NGF-RULE-SHARES-TLS',
      severity: 'warning',
      object: route,
      path,
      params,
      step: 3,
    }),
  ];
}
