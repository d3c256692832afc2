import { parse } from 'yaml';
import { kinds, type Resolution } from '../../../../core/gateway-api/index.ts';
import { agentgatewayState } from '../../../../core/implementations/agentgateway/agentgateway-state.ts';
import { inlineTlsEntries } from '../../../../core/implementations/agentgateway/inline-tls-entries.ts';
import { translateInlineTls } from '../../../../core/implementations/agentgateway/inline-tls.ts';
import { policyResource } from '../../../../core/implementations/agentgateway/policy-resource.ts';
import { policyResources } from '../../../../core/implementations/agentgateway/policy-resources.ts';
import { yamlLines, type YamlEntry } from '../../../../core/implementations/yaml-lines.ts';
import { fieldsOf, textOf, type Fields } from '../../json.ts';
import type { Note } from '../../types.ts';
import type { Table } from '../tables.ts';
import type { AgentgatewayOutput, RecordedResource } from './agentgateway-output.ts';
import { VERSION } from './version.ts';

/** The recorded policies that make TLS to backends, by Gateway and key; of an own policy only its settings. */
export function recordedPolicies(output: AgentgatewayOutput, note: Note): Table {
  return new Map(
    withTls(output).flatMap((entry): [string, unknown][] => {
      const { kind, place } = makerOf(entry);
      if (kind === 'AgentgatewayPolicy') return [[ownRow(place), tlsOf(fieldsOf(entry))]];
      if (kind === 'BackendTLSPolicy') return [row(fieldsOf(entry))];
      note(`TLS that ${kind} ${place} makes, which is outside backend TLS`);
      return [];
    }),
  );
}

/** The predicted ones, as they are printed. Older recordings do not say for which Gateway. */
export function predictedPolicies(resolution: Resolution, output: AgentgatewayOutput): Table {
  const state = agentgatewayState(resolution, VERSION);
  const recorded = withTls(output);
  const unnamed = recorded.length > 0 && recorded.every(({ gateway }) => gateway === undefined);
  const told = new Set(recorded.map((entry) => makerOf(entry)).map(({ place }) => ownRow(place)));
  const own = resolution.index.ofKind(kinds.agentgatewayPolicy).flatMap((policy) => {
    const tls = translateInlineTls(
      resolution.index,
      policy,
      ['spec', 'backend', 'tls'],
      state.features,
    );
    const name = ownRow(`${policy.namespace}/${policy.name}`);
    return tls && told.has(name)
      ? [[name, shortKey(read(inlineTlsEntries(tls)))] as [string, unknown]]
      : [];
  });
  const sent = policyResources(state).map((resource) => {
    const { gateway, ...rest } = read(policyResource(state, resource));
    return row(unnamed ? rest : { ...rest, gateway });
  });
  return new Map([...sent, ...own]);
}

function withTls({ output }: AgentgatewayOutput): readonly RecordedResource[] {
  return output.filter(({ resource }) => 'backendTls' in fieldsOf(resource?.policy?.backend));
}

/** The object that a policy was made from. */
function makerOf({ resource }: RecordedResource): {
  readonly kind: string;
  readonly place: string;
} {
  const { kind, namespace, name } = fieldsOf(resource?.policy?.name);
  return {
    kind: textOf(kind) ?? '',
    place: `${textOf(namespace) ?? ''}/${textOf(name) ?? ''}`,
  };
}

function ownRow(place: string): string {
  return `tls of AgentgatewayPolicy ${place}`;
}

function read(entries: readonly YamlEntry[]): Fields {
  const lines = yamlLines(entries);
  return fieldsOf(parse(lines.map(({ text }) => text).join('\n')));
}

function row(entry: Fields): [string, unknown] {
  const gateway = fieldsOf(entry.gateway);
  const policy = fieldsOf(fieldsOf(entry.resource).policy);
  return [
    `policy for ${textOf(gateway.Namespace) ?? ''}/${textOf(gateway.Name) ?? ''} ${textOf(policy.key) ?? ''}`,
    { ...policy, backend: { ...fieldsOf(policy.backend), backendTls: tlsOf(entry) } },
  ];
}

function tlsOf(entry: Fields): Fields {
  const policy = fieldsOf(fieldsOf(entry.resource).policy);
  return shortKey(fieldsOf(fieldsOf(policy.backend).backendTls));
}

/** Keys of certificates are not printed: their length stands for them on both sides. */
function shortKey(tls: Fields): Fields {
  return tls.key === undefined ? tls : { ...tls, key: keyLength(textOf(tls.key) ?? '') };
}

function keyLength(text: string): string {
  return /^\((\d+) bytes: /.exec(text)?.[1] ?? String(Buffer.from(text, 'base64').length);
}
