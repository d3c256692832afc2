import type { Reference, Resolution } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { rememberFor } from '../remember-for.ts';
import { policyAncestors, type PolicyAncestors } from './policy-ancestors.ts';
import { clientCertificateOf, type ClientCertificateVerdict } from './client-certificate.ts';
import { serviceGateways } from './service-gateways.ts';
import type { AbsentSecrets } from '../listeners/absent-secrets.ts';
import { gatewayListeners, type NgfListener } from './listeners/gateway-listeners.ts';
import { ruleOutcome, type RuleOutcome } from './rule-outcome.ts';
import { validatePolicy, type PolicyVerdict } from './validate-policy.ts';

/** Verdicts of the control plane that many connections share, each worked out once for a resolution. */
export interface NgfState {
  readonly resolution: Resolution;
  readonly policy: (policyId: string) => PolicyVerdict | undefined;
  readonly ancestors: (policy: ManifestObject) => PolicyAncestors;
  readonly clientCertificate: (gateway: ManifestObject) => ClientCertificateVerdict;
  /**
   * The Gateway's own and those of its ListenerSets, in order of precedence.
   *
   * @param absent how Secrets that are not among the files are judged
   */
  readonly listeners: (
    gateway: ManifestObject,
    version: string,
    absent: AbsentSecrets,
  ) => readonly NgfListener[];
  readonly rule: (route: ManifestObject, ruleIndex: number) => RuleOutcome;
}

const states = new WeakMap<Resolution, NgfState>();

/** The state of one resolution; it ends with the resolution. */
export function ngfState(resolution: Resolution): NgfState {
  const known = states.get(resolution);
  if (known !== undefined) return known;
  const { index } = resolution;
  const byRule = backendRefsByRule(resolution.references);
  const policy = remember((policyId) => {
    const object = index.byId.get(policyId);
    return object && validatePolicy(index, object);
  });
  const gateways = serviceGateways(resolution);
  const rules = once<RuleOutcome>();
  const listeners = once<readonly NgfListener[]>();
  const state: NgfState = {
    resolution,
    policy,
    ancestors: rememberFor((object) => policyAncestors(index, object, gateways)),
    clientCertificate: rememberFor((gateway) => clientCertificateOf(resolution, gateway)),
    listeners: (gateway, version, absent) =>
      listeners(`${gateway.id}|${version}|${absent}`, () =>
        gatewayListeners({ gateway, resolution, version, absent }),
      ),
    rule: (route, ruleIndex) =>
      rules(`${route.id}|${ruleIndex}`, () =>
        ruleOutcome(resolution, policy, route, byRule.get(`${route.id}|${ruleIndex}`) ?? []),
      ),
  };
  states.set(resolution, state);
  return state;
}

function backendRefsByRule(
  references: readonly Reference[],
): ReadonlyMap<string, readonly Reference[]> {
  const byRule = new Map<string, Reference[]>();
  for (const reference of references) {
    const [, , ruleIndex, list, , ...rest] = reference.from.path;
    if (reference.kind !== 'backendRef' || list !== 'backendRefs' || rest.length > 0) continue;
    const key = `${reference.from.objectId}|${ruleIndex ?? ''}`;
    byRule.set(key, [...(byRule.get(key) ?? []), reference]);
  }
  return byRule;
}

function once<Value>(): (key: string, make: () => Value) => Value {
  const made = new Map<string, Value>();
  return (key, make) => {
    const value = made.get(key) ?? make();
    made.set(key, value);
    return value;
  };
}

function remember<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) ?? make(key);
  };
}
