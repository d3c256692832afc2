import { agentgatewayBackendHelp, agentgatewayPolicyHelp } from './agentgateway-help.ts';
import { groups, kinds } from '../gateway-api/index.ts';
import type { FieldPath } from '../model/index.ts';
import type { KindName } from '../schema/index.ts';
import { configMapHelp, objectHelp, secretHelp, serviceHelp } from './core-help.ts';
import { envoyBackendHelp, envoyProxyHelp } from './envoy-help.ts';
import type { FieldHelp, HelpTable } from './field-help.ts';
import {
  gatewayClassHelp,
  gatewayHelp,
  listenerSetHelp,
  referenceGrantHelp,
} from './gateway-help.ts';
import { backendConfigPolicyHelp, backendTlsPolicyHelp } from './policy-help.ts';
import { routeHelp } from './route-help.ts';

const TABLES: Readonly<Record<string, HelpTable>> = {
  [kinds.configMap]: configMapHelp,
  [kinds.secret]: secretHelp,
  [kinds.service]: serviceHelp,
  [kinds.gateway]: gatewayHelp,
  [kinds.gatewayClass]: gatewayClassHelp,
  [kinds.listenerSet]: listenerSetHelp,
  [kinds.xListenerSet]: listenerSetHelp,
  [kinds.httpRoute]: routeHelp,
  [kinds.grpcRoute]: routeHelp,
  [kinds.tlsRoute]: routeHelp,
  [kinds.referenceGrant]: referenceGrantHelp,
  [kinds.backendTlsPolicy]: backendTlsPolicyHelp,
  [kinds.backendConfigPolicy]: backendConfigPolicyHelp,
  [kinds.envoyProxy]: envoyProxyHelp,
  [kinds.envoyBackend]: envoyBackendHelp,
  [kinds.agentgatewayPolicy]: agentgatewayPolicyHelp,
  [kinds.agentgatewayBackend]: agentgatewayBackendHelp,
};

/** What a kind is for, in one sentence. */
const KINDS: Readonly<Record<string, string>> = {
  [kinds.configMap]: 'Holds text: here, the CA certificates that gateways trust.',
  [kinds.secret]: 'Holds certificates and keys.',
  [kinds.service]: 'Names a set of pods: the backend of routes and the target of policies.',
  [kinds.gateway]:
    'The entry: listeners for clients, and the client certificate shown to backends.',
  [kinds.gatewayClass]: 'Says which implementation runs a Gateway.',
  [kinds.listenerSet]: 'Adds listeners to a Gateway.',
  [kinds.httpRoute]: 'Sends HTTP requests of a Gateway to backends.',
  [kinds.grpcRoute]: 'Sends gRPC calls of a Gateway to backends.',
  [kinds.tlsRoute]: 'Sends TLS connections to backends by their SNI.',
  [kinds.referenceGrant]: 'Lets objects of another namespace point at objects of this one.',
  [kinds.backendTlsPolicy]: 'Makes gateways speak TLS to a backend, and says whom they trust.',
  [kinds.backendConfigPolicy]: 'Settings of kgateway for connections to a backend, TLS among them.',
  [kinds.kgatewayBackend]: 'A backend of kgateway that is no Service: a static host, for one.',
  [kinds.envoyProxy]: 'Settings of Envoy Gateway for its proxies, TLS to backends among them.',
  [kinds.agentgatewayPolicy]:
    'Settings of agentgateway for connections to backends, TLS among them.',
  [kinds.agentgatewayBackend]:
    'A backend of agentgateway that is no Service, with TLS settings of its own.',
  [kinds.envoyBackend]:
    'A backend of Envoy Gateway that is no Service, with TLS settings of its own.',
};

/** Our sentence about a field; undefined where there is nothing to say that its name does not. */
export function helpFor({ group, kind }: Omit<KindName, 'version'>, path: FieldPath) {
  const name = path.filter((step) => typeof step === 'string').join('.');
  return own(TABLES[`${group}/${kind}`], name) ?? own(objectHelp, name);
}

/** What a kind is for; empty for one that this app does not know. */
export function kindHelp({ group, kind }: Omit<KindName, 'version'>): string {
  return KINDS[`${group}/${kind}`] ?? (group === groups.apps ? 'Runs the pods of a backend.' : '');
}

function own(table: HelpTable | undefined, name: string): FieldHelp | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
