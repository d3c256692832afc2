import { changed, type FindingCase } from './setup.testing.ts';

const G = 'apiVersion: gateway.networking.k8s.io/v1\nkind:';

/** A ListenerSet `more` for Gateway `gw` with the given listener. */
function listenerSet(listener: string, kind = `${G} ListenerSet`): string {
  return `${kind}\nmetadata: { name: more }\nspec: { parentRef: { name: gw }, listeners: [${listener}] }`;
}

const ALLOWED = 'spec: { allowedListeners: { namespaces: { from: Same } }, gatewayClassName';
const EXTRA = '{ name: extra, port: 8080, protocol: HTTP }';

/** Findings about ListenerSets, conflicts of listeners, and passthrough. */
export const listenerCases: readonly FindingCase[] = [
  [
    'a ListenerSet that the Gateway does not allow',
    changed('', '', listenerSet(EXTRA)),
    'LISTENER-SET-NOT-ALLOWED',
    { gateway: 'Gateway default/gw', from: 'None', namespace: 'default' },
    '{ name: gw }',
  ],
  [
    'a ListenerSet of a namespace whose labels are not known',
    changed(
      'spec: { gatewayClassName',
      ALLOWED.replace('from: Same', 'from: Selector, selector: { matchLabels: { a: b } }'),
      listenerSet(EXTRA),
    ),
    'LISTENER-SET-LABELS-UNKNOWN',
    { gateway: 'Gateway default/gw', namespace: 'default' },
    '{ name: gw }',
  ],
  [
    'a ListenerSet that repeats a listener of the Gateway',
    changed(
      'spec: { gatewayClassName',
      ALLOWED,
      listenerSet('{ name: same, port: 80, protocol: HTTP }'),
    ),
    'LISTENER-CONFLICTED',
    { listener: 'same', port: '80', reason: 'HostnameConflict', others: 'http (HTTP *)' },
    '{ name: same, port: 80, protocol: HTTP }',
  ],
  [
    'clear text and TLS on one port',
    changed('protocol: HTTP }]', 'protocol: HTTP }, { name: tls, port: 80, protocol: TLS }]'),
    'LISTENER-CONFLICTED',
    { listener: 'tls', reason: 'ProtocolConflict' },
    '{ name: tls, port: 80, protocol: TLS }',
  ],
  [
    'the experimental kind that was renamed',
    changed(
      '',
      '',
      listenerSet(EXTRA, 'apiVersion: gateway.networking.x-k8s.io/v1alpha1\nkind: XListenerSet'),
    ),
    'API-VERSION-OLD',
    { object: 'XListenerSet more', newest: 'gateway.networking.k8s.io/v1 and kind: ListenerSet' },
    'gateway.networking.x-k8s.io/v1alpha1',
  ],
  [
    'a TLSRoute on a listener that passes TLS through',
    changed(
      'protocol: HTTP }]',
      'protocol: HTTP }, { name: pass, port: 443, protocol: TLS, tls: { mode: Passthrough } }]',
      `${G} TLSRoute\nmetadata: { name: raw }\nspec: { parentRefs: [{ name: gw, port: 443 }], hostnames: [a.example], rules: [{ backendRefs: [{ name: app, port: 443 }] }] }`,
    ),
    'TLS-PASSED-THROUGH',
    { object: 'TLSRoute raw', listener: 'pass' },
    '{ name: gw, port: 443 }',
  ],
];
