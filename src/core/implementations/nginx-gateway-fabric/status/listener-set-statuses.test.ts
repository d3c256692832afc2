import { describe, expect, it } from 'vitest';
import { resolveYaml } from '../setup.testing.ts';
import { ngfStatus } from './ngf-status.ts';

const G = 'apiVersion: gateway.networking.k8s.io/v1\nkind:';

function gateway(from: string): string {
  return `${G} Gateway\nmetadata: { name: gw }\nspec: { gatewayClassName: nginx, allowedListeners: { namespaces: { from: ${from} } }, listeners: [{ name: http, port: 80, protocol: HTTP }] }`;
}

function set(listeners: string, namespace = 'default'): string {
  return `${G} ListenerSet\nmetadata: { name: more, namespace: ${namespace} }\nspec: { parentRef: { name: gw, namespace: default }, listeners: [${listeners}] }`;
}

const EXTRA = '{ name: extra, port: 8080, protocol: HTTP }';

function ofSet(version: string, ...documents: readonly string[]): readonly string[] {
  return ngfStatus(resolveYaml(...documents), version)
    .filter(({ objectId }) => objectId === 'file#1')
    .flatMap(({ kind, ref, conditions }) =>
      conditions.map(
        ({ type, status, reason, message }) =>
          `${ref?.sectionName ?? kind} ${type}=${status} ${reason}: ${message}`,
      ),
    );
}

describe('ListenerSets of NGINX Gateway Fabric', () => {
  it('are accepted with their listeners', () => {
    expect(ofSet('2.6', gateway('Same'), set(EXTRA))).toEqual([
      'object Programmed=True Programmed: The ListenerSet is programmed',
      'object Accepted=True Accepted: The ListenerSet is accepted',
      'extra Accepted=True Accepted: The Listener is accepted',
      'extra Programmed=True Programmed: The Listener is programmed',
      'extra ResolvedRefs=True ResolvedRefs: All references are resolved',
      'extra Conflicted=False NoConflicts: No conflicts',
    ]);
  });

  it('are refused where the Gateway does not allow them, without listeners', () => {
    const message =
      'ListenerSet is not allowed by parent Gateway default/gw AllowedListeners configuration';
    expect(ofSet('2.7', gateway('Same'), set(EXTRA, 'shop'))).toEqual([
      `object Accepted=False NotAllowed: ${message}`,
      `object Programmed=False NotAllowed: ${message}`,
    ]);
  });

  it('are refused where the Gateway itself is', () => {
    const address =
      'listeners: [{ name: http, port: 80, protocol: HTTP }], addresses: [{ type: Hostname, value: a.example }]';
    const refused = gateway('Same').replace(/listeners: .*\]/, address);
    const message = 'Parent Gateway default/gw is not accepted';
    expect(ofSet('2.7', refused, set(EXTRA))).toEqual([
      `object Accepted=False ParentNotAccepted: ${message}`,
      `object Programmed=False ParentNotAccepted: ${message}`,
    ]);
  });

  it.each<[string, string]>([
    ['a conflict with the Gateway', set('{ name: extra, port: 80, protocol: HTTP }')],
    [
      'a certificate that is not among the files',
      set(
        '{ name: extra, port: 8443, protocol: HTTPS, tls: { certificateRefs: [{ name: none }] } }',
      ),
    ],
  ])('are refused when all of their listeners are, for %s', (_, document) => {
    expect(ofSet('2.7', gateway('Same'), document).slice(0, 2)).toEqual([
      'object Accepted=False ListenersNotValid: All listeners are invalid',
      'object Programmed=False ListenersNotValid: All listeners are invalid',
    ]);
  });
});
