import { kinds, type Connection, type Resolution } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { DataPlaneConfig } from '../data-plane.ts';
import { yamlLines, type YamlEntry } from '../yaml-lines.ts';
import { agentgatewayState, type AgentgatewayState } from './agentgateway-state.ts';
import { checkBackendRef } from './check-backend-ref.ts';
import { inlineTlsEntries } from './inline-tls-entries.ts';
import type { InlineTls } from './inline-tls.ts';
import { nameEntries, policyResource } from './policy-resource.ts';
import { policyResources, type PolicyResource } from './policy-resources.ts';
import { selectTls } from './selected-tls.ts';

/**
 * What agentgateway's controller sends to the proxy about TLS to one backend: the policy, or the backend with a
 * policy of its own. Keys are never written. Nothing for a plaintext connection, a refused backendRef or a backend
 * that is not translated.
 */
export function agentgatewayDataPlane(
  connection: Connection,
  resolution: Resolution,
  version: string,
): DataPlaneConfig {
  const state = agentgatewayState(resolution, version);
  const { index } = resolution;
  const gateway = index.byId.get(connection.gatewayId);
  const route = index.byId.get(connection.routeId);
  const checked = route && checkBackendRef(index, route, connection.backend.reference);
  const entries =
    gateway === undefined || route === undefined || checked?.ok !== true
      ? []
      : tlsEntries(state, connection, gateway, route, checked.backend);
  return { language: 'yaml', lines: yamlLines(entries) };
}

function tlsEntries(
  state: AgentgatewayState,
  connection: Connection,
  gateway: ManifestObject,
  route: ManifestObject,
  backend: ManifestObject,
): readonly YamlEntry[] {
  const selected = selectTls(state, connection, gateway, route, backend);
  if (selected === undefined) return [];
  if (selected.kind === 'inline') return inlineEntries(selected.tls);
  const resources = policyResources(state).filter(
    (one) =>
      one.gateway.id === gateway.id &&
      one.policy.id === selected.verdict.policy.id &&
      one.target.reference.target.key === backend.key,
  );
  const resource = forPort(resources, connection);
  return resource === undefined ? [] : policyResource(state, resource);
}

/** The one for the Service port goes before the one for the whole target. */
function forPort(
  resources: readonly PolicyResource[],
  { backend }: Connection,
): PolicyResource | undefined {
  const port = backend.kind === 'service' ? backend.port : undefined;
  const exact = resources.find(({ target }) => port !== undefined && target.port === port);
  return exact ?? resources.find(({ target }) => target.section === undefined);
}

/** A `tls` block of an AgentgatewayBackend stays with the backend; with errors the backend is not sent. */
function inlineEntries(tls: InlineTls): readonly YamlEntry[] {
  const { object, path, errors } = tls;
  const from = { objectId: object.id, path };
  const settings = [{ key: 'backendTls', value: { map: inlineTlsEntries(tls) }, from }];
  if (`${object.group}/${object.kind}` !== kinds.agentgatewayBackend)
    return resource('policy', [
      { key: 'backend', value: { map: settings } },
      { key: 'name', value: { map: nameEntries(object) } },
    ]);
  if (errors.length > 0) return [];
  return resource('backend', [
    { key: 'inlinePolicies', value: { list: [{ value: settings }] } },
    { key: 'key', value: `${object.namespace}/${object.name}` },
    { key: 'name', value: { map: nameEntries(object).filter(({ key }) => key !== 'kind') } },
  ]);
}

function resource(key: string, map: readonly YamlEntry[]): readonly YamlEntry[] {
  return [{ key: 'resource', value: { map: [{ key, value: { map } }] } }];
}
