import type { Reference, Resolution } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { rememberFor } from '../remember-for.ts';
import { policyAncestors, type PolicyAncestors } from './policy-ancestors.ts';
import { clientCertificateOf, type ClientCertificateVerdict } from './client-certificate.ts';
import { serviceGateways } from './service-gateways.ts';
import { ruleOutcome, type RuleOutcome } from './rule-outcome.ts';
import { validatePolicy, type PolicyVerdict } from './validate-policy.ts';

/** Verdicts of the control plane that many connections share, each worked out once for a resolution. */
export interface NgfState {
  readonly resolution: Resolution;
  readonly policy: (policyId: string) => PolicyVerdict | undefined;
  readonly ancestors: (policy: ManifestObject) => PolicyAncestors;
  readonly clientCertificate: (gateway: ManifestObject) => ClientCertificateVerdict;
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
  const state: NgfState = {
    resolution,
    policy,
    ancestors: rememberFor((object) => policyAncestors(index, object, gateways)),
    clientCertificate: rememberFor((gateway) => clientCertificateOf(resolution, gateway)),
    rule: (route, ruleIndex) =>
      rules(`${route.id}|${ruleIndex}`, () =>
        ruleOutcome(resolution, policy, route, byRule.get(`${route.id}|${ruleIndex}`) ?? []),
      ),
  };
  const outcomes = new Map<string, RuleOutcome>();
  const rules = (key: string, make: () => RuleOutcome): RuleOutcome => {
    const outcome = outcomes.get(key) ?? make();
    outcomes.set(key, outcome);
    return outcome;
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

function remember<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) ?? make(key);
  };
}
