import { describe, expect, it } from 'vitest';
import { sourceFrom, textsAfter } from './edits.testing.ts';
import { performEdit, type EditAction } from './perform-edit.ts';

const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web, namespace: shop}
spec:
  parentRefs: [{name: gw}]
  rules:
  - backendRefs: [{name: app, port: 8443}]
`;
const policy = `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: {name: tls, namespace: shop}
spec:
  targetRefs: [{group: "", kind: Service, name: app}]
  validation:
    hostname: app
    caCertificateRefs: [{group: "", kind: Secret, name: ca}, {group: "", kind: ConfigMap, name: roots}]
`;
const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: app, namespace: shop}
spec:
  selector: {matchLabels: {app: a}}
  template:
    metadata: {labels: {app: a}}
    spec:
      containers:
      - name: nginx
        image: nginx
      volumes:
      - name: conf
        configMap: {name: conf, items: [{key: nginx.conf, path: nginx.conf}]}
      - name: id
        secret: {secretName: identity}
      - name: own
        secret: {secretName: own, items: [{key: cert.pem, path: a}, {key: key.pem, path: b}]}
      - name: usual
        secret: {secretName: usual, items: [{key: tls.crt, path: a}, {key: tls.key, path: b}]}
`;
const gatewayClass = `apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: eg-internal}
spec: {controllerName: gateway.envoyproxy.io/gatewayclass-controller}
`;

const after = (texts: readonly string[], action: EditAction) => {
  const source = sourceFrom(...texts);
  return textsAfter(source, performEdit(source, action));
};
/** What stands behind the text that was there. */
const added = (text: string, key: string) =>
  after([text], { do: 'create', key })[0]?.slice(`${text}---\n`.length);

describe('a missing object that is created', () => {
  it('is a Service with the port that its route asks for', () => {
    expect(added(route, '/Service/shop/app')).toBe(
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: app\n  namespace: shop\nspec:\n  ports:\n  - name: port-8443\n    port: 8443\n',
    );
  });

  it.each([
    [policy, '/Secret/shop/ca', 'type: Opaque\ndata:\n  ca.crt: ""\n'],
    [policy, '/ConfigMap/shop/roots', 'data:\n  ca.crt: ""\n'],
    [deployment, '/ConfigMap/shop/conf', 'data:\n  nginx.conf: ""\n'],
    [
      deployment,
      '/Secret/shop/identity',
      'type: kubernetes.io/tls\ndata:\n  tls.crt: ""\n  tls.key: ""\n',
    ],
    [deployment, '/Secret/shop/own', 'type: Opaque\ndata:\n  cert.pem: ""\n  key.pem: ""\n'],
    [
      deployment,
      '/Secret/shop/usual',
      'type: kubernetes.io/tls\ndata:\n  tls.crt: ""\n  tls.key: ""\n',
    ],
  ])('has the keys that are asked of it: %#', (text, key, end) => {
    expect(added(text, key)?.endsWith(end)).toBe(true);
    expect(added(text, key)).toContain('  namespace: shop\n');
  });

  it('is a Gateway of the class that the files have', () => {
    const [first] = after([route, gatewayClass], {
      do: 'create',
      key: 'gateway.networking.k8s.io/Gateway/shop/gw',
    });
    expect(first).toContain('gatewayClassName: eg-internal');
  });

  it('is refused for what exists and for what nobody can make up', () => {
    const source = sourceFrom(route);
    const own = { do: 'create', key: 'gateway.networking.k8s.io/HTTPRoute/shop/web' } as const;
    expect(performEdit(source, own)).toEqual({
      kind: 'refused',
      why: 'There is a HTTPRoute web already.',
    });
    expect(performEdit(source, { do: 'create', key: 'x.io/X/shop/x' }).kind).toBe('refused');
  });
});

describe('a new Gateway', () => {
  it('has the class of the gateway looked at where the files name none', () => {
    const add = { do: 'add', kind: 'Gateway', name: 'gw', namespace: 'shop' } as const;
    expect(after([route], { ...add, lens: 'kgateway' })[1]).toContain('gatewayClassName: kgateway');
    expect(after([route], add)[1]).toContain('gatewayClassName: nginx');
  });
});

describe('a workload that mounts a Secret', () => {
  const key = 'apps/Deployment/shop/app';
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: id.tls, namespace: shop}\n';
  const way = 'apps/Deployment 0';

  it('gets a volume and the mount of it in its first container', () => {
    const action = { do: 'connect', from: key, to: '/Secret/shop/id.tls', way } as const;
    expect(after([deployment, secret], action)[0]).toBe(
      `${deployment.replace(
        '        image: nginx\n',
        '        image: nginx\n        volumeMounts:\n        - name: id-tls\n          mountPath: /etc/id.tls\n          readOnly: true\n',
      )}      - name: id-tls\n        secret:\n          secretName: id.tls\n`,
    );
  });

  it('is told where it has no container, and where it mounts that already', () => {
    const bare = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: app, namespace: shop}\n';
    const action = { do: 'connect', from: key, to: '/Secret/shop/id.tls', way } as const;
    expect(performEdit(sourceFrom(bare, secret), action)).toEqual({
      kind: 'refused',
      why: 'Deployment app has no container.',
    });
    const twice = { ...action, to: '/Secret/shop/identity' } as const;
    const named = secret.replace('id.tls', 'identity');
    expect(performEdit(sourceFrom(deployment, named), twice)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('names Secret identity already') as string,
    });
  });
});
