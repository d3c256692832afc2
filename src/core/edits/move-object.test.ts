import { describe, expect, it } from 'vitest';
import { effectLines, sourceFrom, textsAfter, workspaceOf } from './edits.testing.ts';
import { editSource } from './edit-source.ts';
import { moveToNamespace } from './move-object.ts';

const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
spec:
  parentRefs:
  - name: gw # the one
  rules:
  - backendRefs:
    - name: app
      port: 443
`;
const service = `apiVersion: v1
kind: Service
metadata: {name: app, namespace: default}
spec: {ports: [{port: 443}]}
`;
const policy = `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: {name: tls}
spec:
  targetRefs: [{group: "", kind: Service, name: app}]
  validation:
    hostname: app
    caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]
`;

const grant = (from: string, fromNamespace: string, to: string, toNamespace: string) => `---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata:
  name: ${from}-to-${to}
  namespace: ${toNamespace}
spec:
  from:
    - group: gateway.networking.k8s.io
      kind: HTTPRoute
      namespace: ${fromNamespace}
  to:
    - group: ""
      kind: Service
      name: ${to}
`;
const flush = (text: string) =>
  text.replaceAll(/\n {4}- /g, '\n  - ').replaceAll(/\n {6}/g, '\n    ');

describe('moving an object to another namespace', () => {
  it('writes the namespace where its own references omit it, and adds the grant they need', () => {
    const source = sourceFrom(route, service);
    const outcome = moveToNamespace(
      source,
      'gateway.networking.k8s.io/HTTPRoute/default/web',
      'shop',
    );
    expect(textsAfter(source, outcome)).toEqual([
      route
        .replace('  name: web\n', '  name: web\n  namespace: shop\n')
        .replace('- name: gw # the one\n', '- name: gw # the one\n    namespace: default\n')
        .replace('      port: 443\n', '      port: 443\n      namespace: default\n'),
      service + flush(grant('web', 'shop', 'app', 'default')),
    ]);
    expect(effectLines(outcome)).toEqual([
      'follows HTTPRoute shop/web spec.parentRefs[0]'.replace('shop', 'default'),
      'follows HTTPRoute default/web spec.rules[0].backendRefs[0]',
      'added ReferenceGrant default/web-to-app',
    ]);
  });

  it('has references of others follow, and tells of those that cannot', () => {
    const source = sourceFrom(route, service, policy);
    const outcome = moveToNamespace(source, '/Service/default/app', 'shop');
    expect(textsAfter(source, outcome)).toEqual([
      route.replace('      port: 443\n', '      port: 443\n      namespace: shop\n'),
      service.replace('namespace: default', 'namespace: shop') +
        flush(grant('web', 'default', 'app', 'shop')),
      policy,
    ]);
    expect(effectLines(outcome)).toEqual([
      'follows HTTPRoute default/web spec.rules[0].backendRefs[0]',
      'dangles BackendTLSPolicy default/tls spec.targetRefs[0] names objects of its own namespace only',
      'added ReferenceGrant shop/web-to-app',
    ]);
  });

  it('adds no grant where one permits it, or where none is wanted', () => {
    const open = grant('any', 'default', 'app', 'shop').slice(4);
    const source = sourceFrom(route, service, open);
    const granted = moveToNamespace(source, '/Service/default/app', 'shop');
    expect(effectLines(granted).filter((line) => line.startsWith('added'))).toEqual([]);
    const bare = sourceFrom(route, service);
    const without = moveToNamespace(bare, '/Service/default/app', 'shop', false);
    expect(textsAfter(bare, without)[1]).toBe(
      service.replace('namespace: default', 'namespace: shop'),
    );
  });

  it('takes it out of a file that is applied with kubectl -n', () => {
    const workspace = workspaceOf(`${service}---\n${route}`);
    const files = workspace.files.map((file) => ({ ...file, defaultNamespace: 'default' }));
    const source = editSource({ ...workspace, files });
    const outcome = moveToNamespace(source, '/Service/default/app', 'shop', false);
    expect(textsAfter(source, outcome)).toEqual([
      route.replace('      port: 443\n', '      port: 443\n      namespace: shop\n'),
      service.replace('namespace: default', 'namespace: shop'),
    ]);
  });

  it.each([
    ['default', 'It is in namespace default already.'],
    ['a.b', /^The name of a namespace consists of/],
    ['other', 'There is a Service app in namespace other already.'],
  ])('to %s is refused with the reason', (namespace, why) => {
    const there = service.replace('default', 'other');
    const outcome = moveToNamespace(sourceFrom(service, there), '/Service/default/app', namespace);
    const said = outcome.kind === 'refused' ? outcome.why : '';
    if (typeof why === 'string') expect(said).toBe(why);
    else expect(said).toMatch(why);
  });
});
