import type { Reference, Resolution } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { ruleBackends } from '../rule-backends.ts';
import { gatewayLevel, type GatewayLevel } from './backend-tls.ts';
import {
  envoyGatewayContext,
  type EnvoyGatewayContext,
  type EnvoyGatewayOptions,
} from './context.ts';
import { gatewayRefusal, type GatewayRefusal } from './gateway-refusal.ts';
import { gatewayListeners, type EnvoyGatewayListener } from './listeners/gateway-listeners.ts';
import { mergedGateways } from './merged-gateways.ts';
import { policyValidation } from './policy-validation.ts';
import type { Checked } from './refusal.ts';
import { backendOutcome, ruleOutcome } from './rule-outcome.ts';
import type { EnvoyGatewayState, RuleOutcome } from './types.ts';
import type { ServerValidation } from './tls-settings.ts';

const states = new WeakMap<Resolution, Map<string, EnvoyGatewayState>>();

/**
 * The state of one resolution and version; it ends with the resolution. Of the dates of one resolution the last is
 * remembered.
 */
export function envoyGatewayState(
  resolution: Resolution,
  version: string,
  options: EnvoyGatewayOptions = {},
): EnvoyGatewayState {
  const known = states.get(resolution) ?? new Map<string, EnvoyGatewayState>();
  states.set(resolution, known);
  const dated = options.at === undefined ? '' : 'dated';
  const key = `${version}|${options.objectsFrom ?? 'cluster'}|${dated}`;
  const kept = known.get(key);
  if (kept !== undefined && kept.context.at === options.at) return kept;
  const state = createState(envoyGatewayContext(resolution, version, options));
  known.set(key, state);
  return state;
}

function createState(context: EnvoyGatewayContext): EnvoyGatewayState {
  const { index, references } = context.resolution;
  const byRoute = ruleBackends(references);
  const mirrors = mirrorReferences(references);
  const policies = new Map<string, Checked<ServerValidation> | null>();
  const levels = new Map<string, GatewayLevel>();
  const refusals = new Map<string, GatewayRefusal | null>();
  const merged = new Map<string, readonly ManifestObject[]>();
  const listeners = new Map<string, ReadonlyMap<string, readonly EnvoyGatewayListener[]>>();
  const rules = new Map<string, RuleOutcome>();
  const state: EnvoyGatewayState = {
    context,
    policy: (id) => {
      const object = index.byId.get(id);
      return once(policies, id, () => (object ? policyValidation(context, object) : null));
    },
    gatewayLevel: (gateway) => once(levels, gateway.id, () => gatewayLevel(context, gateway)),
    refusal: (gateway) => once(refusals, gateway.id, () => gatewayRefusal(context, gateway)),
    listeners: (gateway, absent) => {
      const together = once(merged, gateway.id, () => {
        const all = mergedGateways(context, gateway).filter((one) => state.refusal(one) === null);
        return all.length > 1 ? all : [gateway];
      });
      const key = `${together[0]?.id ?? ''}|${absent}`;
      const all = once(listeners, key, () => gatewayListeners(context, together, absent));
      return all.get(gateway.id) ?? [];
    },
    rule: (gateway, route, ruleIndex) =>
      once(rules, `${gateway.id}|${route.id}|${ruleIndex}`, () => {
        const backends = byRoute.get(route.id) ?? [];
        const own = backends.filter(({ from }) => from.path[2] === ruleIndex);
        return ruleOutcome(state, gateway, route, ruleIndex, own);
      }),
    mirror: (gateway, route, path) => {
      const reference = mirrors.get(`${route.id}|${path.join('.')}`);
      return reference && backendOutcome(state, gateway, route, reference);
    },
  };
  return state;
}

/** By route and place. */
function mirrorReferences(references: readonly Reference[]): ReadonlyMap<string, Reference> {
  return new Map(
    references
      .filter(({ kind, from }) => kind === 'backendRef' && from.path.includes('requestMirror'))
      .map((reference) => [
        `${reference.from.objectId}|${reference.from.path.join('.')}`,
        reference,
      ]),
  );
}

function once<Value>(made: Map<string, Value>, key: string, make: () => Value): Value {
  const known = made.get(key);
  if (known !== undefined) return known;
  const value = make();
  made.set(key, value);
  return value;
}
