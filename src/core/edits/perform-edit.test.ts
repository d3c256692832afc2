import { describe, expect, it } from 'vitest';
import { effectLines, sourceFrom, textsAfter } from './edits.testing.ts';
import { connectWays } from './connect-ways.ts';
import { performEdit, type EditAction } from './perform-edit.ts';

const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: gw, namespace: infra}
spec:
  gatewayClassName: nginx
  listeners:
    - {name: https, port: 443, protocol: HTTPS}
`;
const secret = `apiVersion: v1
kind: Secret
metadata: {name: client, namespace: certs}
`;
const config = `# the CA
apiVersion: v1
kind: ConfigMap
metadata:
  name: ca # ours
`;
const policy = `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: {name: tls}
spec:
  targetRefs:
  - {group: "", kind: Service, name: a}
  - {group: "", kind: Service, name: b}
  validation:
    hostname: 'app'
    wellKnownCACertificates: System
`;
const keys = {
  gateway: 'gateway.networking.k8s.io/Gateway/infra/gw',
  secret: '/Secret/certs/client',
  config: '/ConfigMap/default/ca',
  policy: 'gateway.networking.k8s.io/BackendTLSPolicy/default/tls',
} as const;

const after = (texts: readonly string[], action: EditAction) => {
  const source = sourceFrom(...texts);
  return textsAfter(source, performEdit(source, action));
};
const wayBetween = (from: string, to: string, at: number) => {
  const end = (key: string) => ({ key, namespace: key.split('/')[2] ?? '' });
  return connectWays(end(from), end(to))[at]?.id ?? '';
};

describe('an edit', () => {
  it('deletes an object and tells what will name nothing', () => {
    const texts = [
      `${secret}---\n${config}`,
      policy.replace(
        'wellKnownCACertificates: System',
        'caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]',
      ),
    ];
    const source = sourceFrom(...texts);
    const outcome = performEdit(source, { do: 'delete', key: keys.config });
    expect(textsAfter(source, outcome)).toEqual([secret, texts[1]]);
    expect(effectLines(outcome)).toEqual([
      'dangles BackendTLSPolicy default/tls spec.validation.caCertificateRefs[0]',
    ]);
  });

  it('takes a file along when its last object goes', () => {
    expect(after([secret, config], { do: 'delete', key: keys.config })).toEqual([secret]);
  });

  it('duplicates an object with its comments', () => {
    expect(after([config], { do: 'duplicate', key: keys.config, name: 'ca-2' })).toEqual([
      `${config}---\n${config.replace('name: ca', 'name: ca-2')}`,
    ]);
  });

  it('connects across namespaces with the grant that it needs', () => {
    const way = wayBetween(keys.gateway, keys.secret, 0);
    const source = sourceFrom(gateway, secret);
    const outcome = performEdit(source, {
      do: 'connect',
      from: keys.gateway,
      to: keys.secret,
      way,
    });
    const [first, second] = textsAfter(source, outcome);
    expect(first).toBe(
      `${gateway}  tls:\n    backend:\n      clientCertificateRef:\n        kind: Secret\n        name: client\n        namespace: certs\n`,
    );
    expect(second).toContain('kind: ReferenceGrant\nmetadata:\n  name: gw-to-client\n');
    expect(effectLines(outcome)).toEqual(['added ReferenceGrant certs/gw-to-client']);
  });

  it('connects the first listener that terminates TLS', () => {
    const way = wayBetween(keys.gateway, keys.secret, 1);
    const near = secret.replace('certs', 'infra');
    const key = '/Secret/infra/client';
    expect(after([gateway, near], { do: 'connect', from: keys.gateway, to: key, way })[0]).toBe(
      gateway.replace(
        'protocol: HTTPS}',
        'protocol: HTTPS, tls: { certificateRefs: [{ kind: Secret, name: client }] }}',
      ),
    );
  });

  it('puts a CA in the place of the system CAs, since the API refuses both', () => {
    const way = wayBetween(keys.policy, keys.config, 0);
    expect(
      after([policy, config], { do: 'connect', from: keys.policy, to: keys.config, way })[0],
    ).toBe(
      policy.replace(
        '    wellKnownCACertificates: System\n',
        '    caCertificateRefs:\n    - group: ""\n      kind: ConfigMap\n      name: ca\n',
      ),
    );
  });

  it('does not connect twice', () => {
    const way = wayBetween(keys.policy, '/Service/default/a', 0);
    const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n';
    const action = { do: 'connect', from: keys.policy, to: '/Service/default/a', way } as const;
    expect(performEdit(sourceFrom(policy, service), action)).toEqual({
      kind: 'refused',
      why: 'spec.targetRefs[0] names Service a already.',
    });
  });

  it('adds an object beside another, wired to it', () => {
    const addition = { do: 'add', kind: 'HTTPRoute', name: 'web', namespace: 'infra' } as const;
    expect(after([gateway], { ...addition, beside: keys.gateway })).toEqual([
      `${gateway}---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata:\n  name: web\n  namespace: infra\nspec:\n  parentRefs:\n    - name: gw\n`,
    ]);
    expect(after([gateway], addition)).toHaveLength(2);
  });

  it('wires the object that it is added beside to it, where that one has the field', () => {
    const addition = { do: 'add', kind: 'ConfigMap', name: 'roots', namespace: 'default' } as const;
    const [text] = after([policy], { ...addition, beside: keys.policy });
    expect(text).toContain('- group: ""\n      kind: ConfigMap\n      name: roots\n---\n');
    expect(text).not.toContain('wellKnown');
  });

  it.each<[string, EditAction, string, string]>([
    [
      'sets a field in its quotes',
      { do: 'set-field', key: keys.policy, path: ['spec', 'validation', 'hostname'], value: 'b' },
      "hostname: 'app'",
      "hostname: 'b'",
    ],
    [
      'adds an item',
      { do: 'add-item', key: keys.policy, path: ['spec', 'targetRefs'], value: { name: 'c' } },
      'name: b}\n',
      'name: b}\n  - name: c\n',
    ],
    [
      'removes an item',
      { do: 'remove-field', key: keys.policy, path: ['spec', 'targetRefs', 0] },
      '  - {group: "", kind: Service, name: a}\n',
      '',
    ],
    [
      'moves an item',
      { do: 'move-item', key: keys.policy, path: ['spec', 'targetRefs', 0], by: 1 },
      '  - {group: "", kind: Service, name: a}\n  - {group: "", kind: Service, name: b}\n',
      '  - {group: "", kind: Service, name: b}\n  - {group: "", kind: Service, name: a}\n',
    ],
  ])('%s', (_, action, before, then) => {
    expect(after([policy], action)).toEqual([policy.replace(before, then)]);
  });
});
