import { describe, expect, it } from 'vitest';
import { fronts, HOSTS, lost, unusual } from '../../listeners/listeners.testing.ts';

describe('one host name on two listeners of a port', () => {
  const ALL = ', namespaces: { from: All }';
  const selected = (name: string): string =>
    `, namespaces: { from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: ${name} } } }`;

  it.each([
    ['their own namespace', '', '', 'lost'],
    ['all namespaces', ALL, ALL, 'lost'],
    ['their own and all namespaces', '', ALL, 'kept'],
    ['their own and another one', '', selected('shop'), 'kept'],
    ['their own, once by its label', '', selected('default'), 'lost'],
    ['none, by their labels', selected('shop'), selected('shop'), 'lost'],
  ])('that take routes of %s', (_what, first, second, what) => {
    const listener = (namespaces: string): string =>
      `{ name: x, port: 80, protocol: HTTP, allowedRoutes: { kinds: [{ kind: HTTPRoute }]${namespaces} } }`;
    const given = fronts('agentgateway', {
      listeners: listener(first),
      sets: { a: listener(second) },
    });
    expect(unusual('agentgateway', '1.5', given)).toEqual(
      what === 'kept'
        ? []
        : [
            'a Accepted=False ListenersNotValid',
            'a Programmed=False ListenersNotValid',
            ...lost('a.x', 'HostnameConflict', HOSTS),
          ],
    );
  });

  it('that stand in ListenerSets of two namespaces', () => {
    const set = (namespace: string): string => `apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: { name: x, namespace: ${namespace} }
spec:
  parentRef: { name: gw, namespace: default }
  listeners: [{ name: x, port: 81, protocol: HTTP, hostname: shop.example }]`;
    const listeners = '{ name: http, port: 80, protocol: HTTP }';
    const more = [set('one'), set('two')];
    const given = fronts('agentgateway', { listeners, more });
    expect(unusual('agentgateway', '1.5', given)).toEqual([]);
  });
});
