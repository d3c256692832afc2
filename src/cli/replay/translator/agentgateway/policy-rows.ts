import { parse } from 'yaml';
import { agentgatewayState } from '../../../../core/implementations/agentgateway/agentgateway-state.ts';
import { policyResource } from '../../../../core/implementations/agentgateway/policy-resource.ts';
import { policyResources } from '../../../../core/implementations/agentgateway/policy-resources.ts';
import { yamlLines } from '../../../../core/implementations/yaml-lines.ts';
import type { Resolution } from '../../../../core/gateway-api/index.ts';
import { fieldsOf, textOf, type Fields } from '../../json.ts';
import type { Table } from '../tables.ts';
import type { AgentgatewayOutput } from './agentgateway-output.ts';

/** The recorded policies that make TLS to backends, by Gateway and key. */
export function recordedPolicies({ output }: AgentgatewayOutput): Table {
  const policies = output.filter(
    ({ resource }) => 'backendTls' in fieldsOf(resource?.policy?.backend),
  );
  return new Map(policies.map((entry) => row(fieldsOf(entry))));
}

/** The predicted ones, as they are printed. */
export function predictedPolicies(resolution: Resolution): Table {
  const state = agentgatewayState(resolution);
  return new Map(
    policyResources(state).map((resource) => {
      const lines = yamlLines(policyResource(state, resource));
      return row(fieldsOf(parse(lines.map(({ text }) => text).join('\n'))));
    }),
  );
}

/** Keys of certificates are not printed: their length stands for them on both sides. */
function row(entry: Fields): [string, unknown] {
  const gateway = fieldsOf(entry.gateway);
  const policy = fieldsOf(fieldsOf(entry.resource).policy);
  const backend = fieldsOf(policy.backend);
  const tls = fieldsOf(backend.backendTls);
  const key = tls.key === undefined ? {} : { key: keyLength(textOf(tls.key) ?? '') };
  return [
    `policy for ${textOf(gateway.Namespace) ?? ''}/${textOf(gateway.Name) ?? ''} ${textOf(policy.key) ?? ''}`,
    { ...policy, backend: { ...backend, backendTls: { ...tls, ...key } } },
  ];
}

function keyLength(text: string): string {
  return /^\((\d+) bytes: /.exec(text)?.[1] ?? String(Buffer.from(text, 'base64').length);
}
