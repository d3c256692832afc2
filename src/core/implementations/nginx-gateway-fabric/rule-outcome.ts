import {
  itemsAt,
  stringAt,
  type PolicyTarget,
  type Reference,
  type Resolution,
  type ServicePort,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import {
  appProtocolRefusal,
  checkBackendRef,
  emptyExternalName,
  type BackendRefusal,
} from './check-backend-ref.ts';
import { selectPolicy } from './select-policy.ts';
import type { PolicyVerdict } from './validate-policy.ts';

/** What one backendRef of a rule comes to. */
export interface BackendOutcome {
  readonly reference: Reference;
  readonly service?: ManifestObject;
  readonly port?: ServicePort;
  readonly selected?: { readonly verdict: PolicyVerdict; readonly losers: readonly PolicyTarget[] };
  readonly refusal?: BackendRefusal;
}

/** What one rule of a route comes to. */
export interface RuleOutcome {
  /** By index in `backendRefs`. */
  readonly backends: ReadonlyMap<number, BackendOutcome>;
  /** Set when the backends' policies differ: all backends are refused. */
  readonly mismatch?: string;
  /**
   * Backends with a valid policy, in order. The first one whose policy works on the Gateway makes the whole rule
   * use https, and so the share of refused backends too.
   */
  readonly tls: readonly BackendOutcome[];
}

/**
 * Works out all backendRefs of a rule, then compares their policies: nginx has one set of `proxy_ssl_*`
 * directives for a location, so all backends share it.
 *
 * @see NGF graph/backend_refs.go `addBackendRefsToRules`
 */
export function ruleOutcome(
  resolution: Resolution,
  policyOf: (policyId: string) => PolicyVerdict | undefined,
  route: ManifestObject,
  references: readonly Reference[],
): RuleOutcome {
  const outcomes = references.map((reference) =>
    backendOutcome(resolution, policyOf, route, reference),
  );
  const backends = new Map(
    outcomes.map((outcome) => [Number(outcome.reference.from.path.at(-1)), outcome]),
  );
  const tls = outcomes.filter((outcome) => policyInUse(outcome) !== undefined);
  return outcomes.length > 1 && policiesDiffer(outcomes.map(policyInUse))
    ? { backends, tls, mismatch: 'Backend TLS policies do not match for all backends' }
    : { backends, tls };
}

function backendOutcome(
  resolution: Resolution,
  policyOf: (policyId: string) => PolicyVerdict | undefined,
  route: ManifestObject,
  reference: Reference,
): BackendOutcome {
  const checked = checkBackendRef(resolution.index, route, reference);
  if (!checked.ok) return { reference, refusal: checked.refusal };
  const { service, port } = checked;
  const base = {
    reference,
    service,
    port,
  };
  const empty = emptyExternalName(service);
  if (empty !== null) return { ...base, refusal: { reason: 'UnsupportedValue', message: empty } };
  const selection = selectPolicy(resolution, service.key, port.name);
  const verdict = selection && policyOf(selection.winner.policyId);
  const selected = verdict && { verdict, losers: selection.losers };
  const [first] = verdict?.refusals ?? [];
  if (selected !== undefined && first !== undefined) {
    const message = `The BackendTLSPolicy is invalid: ${first.message}`;
    return { ...base, selected, refusal: { reason: 'UnsupportedValue', message } };
  }
  const protocol = appProtocolRefusal(route.kind, port.appProtocol, selected !== undefined);
  return {
    ...base,
    ...(selected === undefined ? {} : { selected }),
    ...(protocol === null
      ? {}
      : { refusal: { reason: 'UnsupportedProtocol' as const, message: protocol } }),
  };
}

/** A backend that was refused for its policy has none as far as the comparison goes. */
function policyInUse({ selected, refusal }: BackendOutcome): PolicyVerdict | undefined {
  return refusal?.reason === 'UnsupportedValue' ? undefined : selected?.verdict;
}

/**
 * The controller walks the backends in order: one without policy is a mismatch only after one that has a
 * policy, so [none, policy] passes and [policy, none] does not.
 *
 * @see NGF graph/backend_refs.go `validateBackendTLSPolicyMatchingAllBackends`
 */
function policiesDiffer(verdicts: readonly (PolicyVerdict | undefined)[]): boolean {
  const first = verdicts.find((verdict) => verdict !== undefined);
  if (first === undefined) return false;
  return verdicts
    .slice(verdicts.indexOf(first))
    .some((verdict) => verdict === undefined || !sameSettings(verdict.policy, first.policy));
}

/** CA references and hostname by value; `wellKnownCACertificates` by pointer, so by object. */
function sameSettings(a: ManifestObject, b: ManifestObject): boolean {
  if (a.id === b.id) return true;
  const validation = ['spec', 'validation'];
  const wellKnown = [a, b].some(
    ({ value }) => stringAt(value, [...validation, 'wellKnownCACertificates']) !== undefined,
  );
  return !wellKnown && settingsOf(a) === settingsOf(b);
}

function settingsOf({ value }: ManifestObject): string {
  const validation = ['spec', 'validation'];
  const references = itemsAt(value, [...validation, 'caCertificateRefs']).map((reference) =>
    ['group', 'kind', 'name'].map((key) => stringAt(reference, [key]) ?? ''),
  );
  return JSON.stringify([references, stringAt(value, [...validation, 'hostname'])]);
}
