import { describe, expect, it } from 'vitest';
import { describeField } from '../schema/index.ts';
import { agentgatewayBackendHelp, agentgatewayPolicyHelp } from './agentgateway-help.ts';
import { configMapHelp, objectHelp, secretHelp, serviceHelp } from './core-help.ts';
import { envoyBackendHelp, envoyProxyHelp } from './envoy-help.ts';
import type { HelpTable } from './field-help.ts';
import {
  gatewayClassHelp,
  gatewayHelp,
  listenerSetHelp,
  referenceGrantHelp,
} from './gateway-help.ts';
import { helpFor } from './help-for.ts';
import { backendConfigPolicyHelp, backendTlsPolicyHelp } from './policy-help.ts';
import { routeHelp } from './route-help.ts';

const G = 'gateway.networking.k8s.io';
const TABLES: readonly (readonly [string, string, string, HelpTable])[] = [
  ['', 'v1', 'ConfigMap', configMapHelp],
  ['', 'v1', 'ConfigMap', objectHelp],
  ['', 'v1', 'Secret', secretHelp],
  ['', 'v1', 'Service', serviceHelp],
  [G, 'v1', 'Gateway', gatewayHelp],
  [G, 'v1', 'GatewayClass', gatewayClassHelp],
  [G, 'v1', 'ListenerSet', listenerSetHelp],
  [G, 'v1', 'ReferenceGrant', referenceGrantHelp],
  [G, 'v1', 'HTTPRoute', routeHelp],
  [G, 'v1', 'BackendTLSPolicy', backendTlsPolicyHelp],
  ['gateway.kgateway.dev', 'v1alpha1', 'BackendConfigPolicy', backendConfigPolicyHelp],
  ['agentgateway.dev', 'v1alpha1', 'AgentgatewayBackend', agentgatewayBackendHelp],
  ['agentgateway.dev', 'v1alpha1', 'AgentgatewayPolicy', agentgatewayPolicyHelp],
  ['gateway.envoyproxy.io', 'v1alpha1', 'EnvoyProxy', envoyProxyHelp],
  ['gateway.envoyproxy.io', 'v1alpha1', 'Backend', envoyBackendHelp],
];

/** With a number behind every list, and `ca.crt` as one step. */
function pathsOf(name: string): readonly (readonly (string | number)[])[] {
  const steps = name.replace(/(ca|tls)\.(crt|key)$/, '$1\n$2').split('.');
  const named = steps.map((step) => step.replace('\n', '.'));
  const choices = named.map((step, at) =>
    at === named.length - 1 ? [[step]] : [[step], [step, 0]],
  );
  return choices.reduce<readonly (readonly (string | number)[])[]>(
    (paths, next) => paths.flatMap((path) => next.map((more) => [...path, ...more])),
    [[]],
  );
}

describe('the help tables', () => {
  it.each(TABLES)('name fields that %s/%s %s has', (group, version, kind, table) => {
    const settings = { gatewayApi: '1.6', channel: 'standard' } as const;
    const unknown = Object.keys(table).filter((name) =>
      pathsOf(name).every(
        (path) => describeField({ group, version, kind }, path, settings) === undefined,
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('write sentences', () => {
    for (const [, , , table] of TABLES) {
      for (const { text } of Object.values(table)) expect(text).toMatch(/^[A-Za-z*].*\.$/);
    }
  });

  it('are found without the numbers of list items', () => {
    const found = helpFor({ group: G, kind: 'BackendTLSPolicy' }, [
      'spec',
      'targetRefs',
      0,
      'sectionName',
    ]);
    expect(found?.text).toBe('Narrows the policy to one port of the target.');
    expect(helpFor({ group: G, kind: 'BackendTLSPolicy' }, ['constructor'])).toBeUndefined();
  });
});
