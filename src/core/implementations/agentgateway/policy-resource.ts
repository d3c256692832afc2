import type { ManifestObject } from '../../manifest/types.ts';
import { toBase64 } from '../sent-bytes.ts';
import type { YamlEntry } from '../yaml-lines.ts';
import type { AgentgatewayState } from './agentgateway-state.ts';
import { backendTlsEntries } from './backend-tls-entries.ts';
import type { PolicyResource } from './policy-resources.ts';

/** Bytes that are no certificate: with them every handshake fails. */
const UNUSABLE = toBase64('invalid');

/**
 * The resource that the controller sends to the proxy of one Gateway for one target of a BackendTLSPolicy, keys in
 * the order in which they are written.
 *
 * @see agentgateway controller/pkg/agentgateway/plugins/backend_tls_plugin.go
 */
export function policyResource(
  state: AgentgatewayState,
  { gateway, policy, target }: PolicyResource,
): readonly YamlEntry[] {
  const { hostname, sans, trust } = state.tlsPolicy(policy);
  const client = state.clientCertificate(gateway);
  const tls = backendTlsEntries({
    hostname,
    sans,
    root: trust ?? UNUSABLE,
    ...(client.kind === 'used' && { certificate: client.certificate }),
    ...(client.kind === 'refused' && { certificate: UNUSABLE }),
  });
  const { kind, name, namespace } = target.reference.target;
  const host = kind === 'Service' ? `${name}.${namespace}.svc.cluster.local` : name;
  const section = target.port ?? target.section;
  const place = [namespace, host, ...(section === undefined ? [] : [section])].join('/');
  const resource: readonly YamlEntry[] = [
    map('backend', [map('backendTls', tls)]),
    { key: 'key', value: `${policy.namespace}/${policy.name}:backend-tls:${place}` },
    map('name', nameEntries(policy)),
    { ...map('target', [targetEntry(target, host)]), from: target.reference.from },
  ];
  const from = { objectId: policy.id, path: ['spec'] };
  return [
    {
      ...map('gateway', [
        { key: 'Name', value: gateway.name },
        { key: 'Namespace', value: gateway.namespace },
      ]),
      from: { objectId: gateway.id, path: ['metadata', 'name'] },
    },
    { ...map('resource', [map('policy', resource)]), from },
  ];
}

/** `kind`, `name` and `namespace` of the policy that a resource is made from. */
export function nameEntries({ kind, name, namespace }: ManifestObject): readonly YamlEntry[] {
  return [
    { key: 'kind', value: kind },
    { key: 'name', value: name },
    { key: 'namespace', value: namespace },
  ];
}

function targetEntry(
  { reference, port, section }: PolicyResource['target'],
  host: string,
): YamlEntry {
  const { kind, name, namespace } = reference.target;
  const place = { key: 'namespace', value: namespace };
  if (kind === 'Service')
    return map('service', [
      { key: 'hostname', value: host },
      place,
      ...(port === undefined ? [] : [{ key: 'port', value: port }]),
    ]);
  return map('backend', [
    { key: 'name', value: name },
    place,
    ...(section === undefined ? [] : [{ key: 'section', value: section }]),
  ]);
}

function map(key: string, entries: readonly YamlEntry[]): YamlEntry {
  return { key, value: { map: entries } };
}
