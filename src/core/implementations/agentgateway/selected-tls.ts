import {
  kinds,
  stringAt,
  valueAt,
  type Connection,
  type Reference,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { AgentgatewayState } from './agentgateway-state.ts';
import { translateInlineTls, type InlineTls } from './inline-tls.ts';
import { tlsPolicyTargets } from './tls-policy-targets.ts';
import type { TlsPolicyVerdict } from './tls-policy.ts';

/** What makes a connection TLS: a BackendTLSPolicy, or a `tls` block of agentgateway's own. */
export type SelectedTls =
  | { readonly kind: 'policy'; readonly verdict: TlsPolicyVerdict }
  | { readonly kind: 'inline'; readonly tls: InlineTls };

/**
 * The most specific setting wins: the AgentgatewayBackend's own, then policies for the Service port, for the
 * Service or backend, for the route, for the Gateway; a BackendTLSPolicy before an AgentgatewayPolicy of the
 * same place.
 */
export function selectTls(
  state: AgentgatewayState,
  connection: Connection,
  gateway: ManifestObject,
  route: ManifestObject,
  backend: ManifestObject,
): SelectedTls | undefined {
  const { resolution, features } = state;
  const path = ['spec', 'policies', 'tls'];
  const own = translateInlineTls(resolution.index, backend, path, features);
  if (own !== undefined) return { kind: 'inline', tls: own };
  const port = connection.backend.kind === 'service' ? connection.backend.port : undefined;
  return (
    (port === undefined ? undefined : onTarget(state, backend, port)) ??
    onTarget(state, backend, undefined) ??
    onTarget(state, route, undefined) ??
    onTarget(state, gateway, undefined)
  );
}

/** @param port the Service port that a section names; undefined for policies without a section */
function onTarget(
  state: AgentgatewayState,
  target: ManifestObject,
  port: number | undefined,
): SelectedTls | undefined {
  const policies = (policiesByTarget(state).get(target.key) ?? []).filter((entry) =>
    port === undefined ? entry.section === undefined : entry.port === port,
  );
  const policy = policies.find(({ object }) => object.kind === 'BackendTLSPolicy');
  if (policy !== undefined) return { kind: 'policy', verdict: state.tlsPolicy(policy.object) };
  for (const { object } of policies) {
    const path = ['spec', 'backend', 'tls'];
    const tls = translateInlineTls(state.resolution.index, object, path, state.features);
    if (tls !== undefined) return { kind: 'inline', tls };
  }
  return undefined;
}

interface PolicyOnTarget {
  readonly object: ManifestObject;
  readonly section?: string;
  readonly port?: number;
}

const tables = new WeakMap<AgentgatewayState, ReadonlyMap<string, readonly PolicyOnTarget[]>>();

/** BackendTLSPolicies that won their target, and AgentgatewayPolicies, by the key of the target. */
function policiesByTarget(
  state: AgentgatewayState,
): ReadonlyMap<string, readonly PolicyOnTarget[]> {
  const known = tables.get(state);
  if (known !== undefined) return known;
  const table = new Map<string, PolicyOnTarget[]>();
  const add = (key: string, entry: PolicyOnTarget): void => {
    const list = table.get(key) ?? [];
    list.push(entry);
    table.set(key, list);
  };
  const { index, references } = state.resolution;
  for (const object of index.ofKind(kinds.backendTlsPolicy))
    for (const target of tlsPolicyTargets(state.resolution, object))
      if (target.conflictsWith === undefined)
        add(target.reference.target.key, { object, ...target });
  for (const reference of references) {
    const object = ownPolicy(state, reference);
    if (object === undefined) continue;
    const section = stringAt(valueAt(object.value, reference.from.path), ['sectionName']);
    const port = section === undefined ? undefined : Number(section);
    add(reference.target.key, {
      object,
      ...(section === undefined ? {} : { section }),
      ...(port === undefined ? {} : { port }),
    });
  }
  tables.set(state, table);
  return table;
}

/** The AgentgatewayPolicy that a target reference stands in; its section is a port number. */
function ownPolicy(
  { resolution }: AgentgatewayState,
  { kind, from }: Reference,
): ManifestObject | undefined {
  const object = kind === 'policyTarget' ? resolution.index.byId.get(from.objectId) : undefined;
  return object !== undefined && `${object.group}/${object.kind}` === kinds.agentgatewayPolicy
    ? object
    : undefined;
}
