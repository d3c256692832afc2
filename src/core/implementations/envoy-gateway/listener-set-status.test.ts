import { describe, expect, it } from 'vitest';
import { indexObjects, resolve } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import { predictEnvoyGatewayStatus } from './predict-envoy-gateway-status.ts';

const G = 'apiVersion: gateway.networking.k8s.io/v1\nkind:';

function ofSet(version: string, namespace: string, port = 8080): readonly string[] {
  const gateway = `${G} Gateway\nmetadata: { name: gw }\nspec: { gatewayClassName: eg, allowedListeners: { namespaces: { from: Same } }, listeners: [{ name: http, port: 80, protocol: HTTP }] }`;
  const set = `${G} ListenerSet\nmetadata: { name: more, namespace: ${namespace} }\nspec: { parentRef: { name: gw, namespace: default }, listeners: [{ name: extra, port: ${port}, protocol: HTTP }] }`;
  const index = indexObjects(objectsFrom(`${gateway}\n---\n${set}`));
  return predictEnvoyGatewayStatus(resolve(index, { overrides: {} }), version)
    .filter(({ objectId }) => objectId === 'file#1')
    .flatMap(({ kind, ref, conditions }) =>
      conditions.map(
        ({ type, status, reason, message }) =>
          `${ref?.sectionName ?? kind} ${type}=${status} ${reason}: ${message}`,
      ),
    );
}

describe('ListenerSets of Envoy Gateway', () => {
  it('are accepted with their listeners', () => {
    expect(ofSet('1.9', 'default')).toEqual([
      'object Accepted=True Accepted: All listeners are accepted',
      'object Programmed=True Programmed: All listeners are programmed',
      'extra Programmed=True Programmed: Sending translated listener configuration to the data plane',
      'extra Accepted=True Accepted: Listener has been successfully translated',
      'extra ResolvedRefs=True ResolvedRefs: Listener references have been resolved',
      'extra Conflicted=False NoConflicts: No conflicts detected',
    ]);
  });

  it('are refused where the Gateway does not allow them', () => {
    expect(ofSet('1.8', 'shop')).toEqual([
      'object Accepted=False NotAllowed: ListenerSet attachment from namespace shop not allowed by Gateway default/gw',
      'object Programmed=False NotAllowed: Not Programmed',
    ]);
  });

  it('are refused when all of their listeners are', () => {
    expect(ofSet('1.9', 'default', 80).slice(0, 2)).toEqual([
      'object Accepted=False ListenersNotValid: No listeners are accepted',
      'object Programmed=False ListenersNotValid: No listeners are programmed',
    ]);
  });
});
