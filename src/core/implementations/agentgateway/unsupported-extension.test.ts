import { describe, expect, it } from 'vitest';
import { indexObjects, resolve } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import { setup } from '../kgateway/setup.testing.ts';
import { programAgentgateway } from './program-agentgateway.ts';
import { agentgatewayStatus } from './status/agentgateway-status.ts';

const EXTENSION =
  '{ filters: [{ type: ExtensionRef, extensionRef: { group: x.example, kind: Filter, name: a } }] }';

/** Setup whose route has `rules` before its own. */
function routed(...rules: readonly string[]) {
  const yaml = setup({ backendRef: '{ name: gone, port: 1 }' })
    .join('\n---\n')
    .replaceAll('gatewayClassName: kgateway', 'gatewayClassName: agentgateway')
    .replace('rules: [', `rules: [${rules.map((rule) => `${rule}, `).join('')}`);
  return resolve(indexObjects(objectsFrom(yaml)), { overrides: {} });
}

describe('an ExtensionRef in a route of agentgateway', () => {
  it('ends the translation of all rules, while the route stays accepted', () => {
    const resolution = routed('{ filters: [{ type: CORS, cors: {} }] }', EXTENSION);
    const route = agentgatewayStatus(resolution, '1.5').find(({ kind }) => kind === 'parent');
    expect(route?.conditions).toMatchObject([
      { type: 'Accepted', status: 'True' },
      {
        type: 'ResolvedRefs',
        status: 'False',
        reason: 'IncompatibleFilters',
        message: 'unsupported ExtensionRef: x.example/Filter',
      },
    ]);
    const [connection] = resolution.connections;
    const { upstream } = connection
      ? programAgentgateway(connection, resolution, '1.3')
      : { upstream: null };
    expect(upstream).toMatchObject({
      mode: 'blocked',
      reason: 'No rule of the route is programmed: unsupported ExtensionRef: x.example/Filter',
    });
    expect(upstream?.blockedStatus).toBeUndefined();
  });

  it('is the only filter that does so', () => {
    const route = agentgatewayStatus(routed('{ filters: [{ type: CORS, cors: {} }] }'), '1.5').find(
      ({ kind }) => kind === 'parent',
    );
    expect(route?.conditions[1]?.reason).toBe('BackendNotFound');
  });
});
