import { describe, expect, it } from 'vitest';
import { indexObjects, resolve } from '../gateway-api/index.ts';
import { objectsFrom } from '../gateway-api/objects.testing.ts';
import { agentgatewayStatus } from './agentgateway/status/agentgateway-status.ts';
import { kgatewayStatus } from './kgateway/status/kgateway-status.ts';

const G = 'apiVersion: gateway.networking.k8s.io/v1\nkind:';
const EXTRA = '{ name: extra, port: 8080, protocol: HTTP }';

function resolution(gatewayClass: string, from: string, listener = EXTRA, kind = 'ListenerSet') {
  const allowed = `allowedListeners: { namespaces: { from: ${from} } }`;
  const gateway = `${G} Gateway\nmetadata: { name: gw }\nspec: { gatewayClassName: ${gatewayClass}, ${allowed}, listeners: [{ name: http, port: 80, protocol: HTTP }] }`;
  const api =
    kind === 'ListenerSet' ? G : 'apiVersion: gateway.networking.x-k8s.io/v1alpha1\nkind:';
  const set = `${api} ${kind}\nmetadata: { name: more }\nspec: { parentRef: { name: gw }, listeners: [${listener}] }`;
  return resolve(indexObjects(objectsFrom(`${gateway}\n---\n${set}`)), { overrides: {} });
}

const predict = {
  kgateway: (found: ReturnType<typeof resolution>) => kgatewayStatus(found, '2.4'),
  agentgateway: (found: ReturnType<typeof resolution>) => agentgatewayStatus(found),
};

function ofSet(statuses: ReturnType<typeof agentgatewayStatus>): readonly string[] {
  return statuses
    .filter(({ objectId }) => objectId === 'file#1')
    .flatMap(({ kind, ref, conditions }) =>
      conditions.map(
        ({ type, status, reason }) => `${ref?.sectionName ?? kind} ${type}=${status} ${reason}`,
      ),
    );
}

describe.each(['kgateway', 'agentgateway'] as const)('ListenerSets of %s', (id) => {
  it('are accepted with their listeners', () => {
    expect(ofSet(predict[id](resolution(id, 'Same')))).toEqual([
      'object Accepted=True Accepted',
      'object Programmed=True Programmed',
      'extra Conflicted=False NoConflicts',
      'extra Accepted=True Accepted',
      'extra ResolvedRefs=True ResolvedRefs',
      'extra Programmed=True Programmed',
    ]);
  });

  it('are refused where the Gateway does not allow them', () => {
    expect(ofSet(predict[id](resolution(id, 'None')))).toEqual([
      'object Accepted=False NotAllowed',
      'object Programmed=False NotAllowed',
    ]);
  });

  it('are not judged when they conflict, under another gateway, or as XListenerSets', () => {
    const conflict = resolution(id, 'Same', '{ name: extra, port: 80, protocol: HTTP }');
    expect(ofSet(predict[id](conflict))).toEqual([]);
    expect(ofSet(predict[id](resolution('nginx', 'Same')))).toEqual([]);
    expect(ofSet(predict[id](resolution(id, 'Same', EXTRA, 'XListenerSet')))).toEqual([]);
  });
});

it('leaves ListenerSets out before kgateway 2.3', () => {
  expect(ofSet(kgatewayStatus(resolution('kgateway', 'Same'), '2.2'))).toEqual([]);
});
