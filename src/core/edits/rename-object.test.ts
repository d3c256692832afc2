import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyObjectEdit } from './apply-object-edit.ts';
import { editSource } from './edit-source.ts';
import { effectLines, sourceFrom, textsAfter, theEdit, workspaceOf } from './edits.testing.ts';
import { renameObject } from './rename-object.ts';

const secret = (name: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${name} # mine\n  namespace: certs\n`;

const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: shop, namespace: default}
spec:
  tls:
    backend:
      clientCertificateRef: {kind: Secret, name: 'client', namespace: certs}
`;

const grant = `apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: any, namespace: certs}
spec:
  from: [{group: gateway.networking.k8s.io, kind: Gateway, namespace: default}]
  to: [{group: "", kind: Secret, name: "client"}]
`;

const certificate = `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: client, namespace: certs}
spec:
  secretName: client
  issuerRef: {name: ca}
`;

const pods = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: certs}
spec:
  template:
    spec:
      serviceAccountName: web
      containers:
      - name: web
        envFrom: [{secretRef: {name: client}}]
      volumes:
      - name: client
        secret: {secretName: client}
`;

describe('renaming an object', () => {
  it('changes every field that names it, and no other byte', () => {
    const texts = [secret('client'), gateway, grant, certificate, pods];
    const source = sourceFrom(...texts);
    const outcome = renameObject(source, '/Secret/certs/client', 'gateway-client');
    expect(textsAfter(source, outcome)).toEqual([
      secret('gateway-client'),
      gateway.replace("'client'", "'gateway-client'"),
      grant.replace('"client"', '"gateway-client"'),
      certificate.replace('secretName: client', 'secretName: gateway-client'),
      pods
        .replace('secretRef: {name: client}', 'secretRef: {name: gateway-client}')
        .replace('secretName: client', 'secretName: gateway-client'),
    ]);
    expect(effectLines(outcome)).toEqual([
      'follows Gateway default/shop spec.tls.backend.clientCertificateRef.name',
      'follows ReferenceGrant certs/any spec.to[0].name',
      'follows Certificate certs/client spec.secretName',
      'follows Deployment certs/web spec.template.spec.volumes[0].secret.secretName',
      'follows Deployment certs/web spec.template.spec.containers[0].envFrom[0].secretRef.name',
    ]);
  });

  it.each([
    ['', 'A name is needed.'],
    ['client', 'It is called client already.'],
    ['other', 'There is a Secret other in namespace certs already.'],
    ['Upper', /^metadata\.name: Invalid value: "Upper": a lowercase RFC 1123 subdomain must/],
    ['a'.repeat(254), /must be no more than 253 characters/],
  ])('to %j is refused with the reason', (name, why) => {
    const outcome = renameObject(
      sourceFrom(secret('client'), secret('other')),
      '/Secret/certs/client',
      name,
    );
    const said = outcome.kind === 'refused' ? outcome.why : '';
    if (typeof why === 'string') expect(said).toBe(why);
    else expect(said).toMatch(why);
  });

  it('renames what names an object that is not among the files', () => {
    const source = sourceFrom(certificate, gateway);
    const outcome = renameObject(source, '/Secret/certs/client', 'x');
    expect(effectLines(outcome)).toEqual([
      'follows Certificate certs/client spec.secretName',
      'follows Gateway default/shop spec.tls.backend.clientCertificateRef.name',
    ]);
    expect(renameObject(source, '/Secret/certs/nothing', 'x').kind).toBe('refused');
  });

  it('renames every definition, so that none comes back from behind', () => {
    const source = sourceFrom(secret('client'), secret('client'));
    expect(textsAfter(source, renameObject(source, '/Secret/certs/client', 'x'))).toEqual([
      secret('x'),
      secret('x'),
    ]);
  });

  it('follows references of kinds that the analysis does not read', () => {
    const policy = `apiVersion: gateway.nginx.org/v1alpha1\nkind: ObservabilityPolicy\nmetadata: {name: o}\nspec:\n  targetRefs: [{group: gateway.networking.k8s.io, kind: HTTPRoute, name: r}]\n`;
    const route = `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r}\n`;
    const source = sourceFrom(policy, route);
    const key = 'gateway.networking.k8s.io/HTTPRoute/default/r';
    expect(textsAfter(source, renameObject(source, key, 'q'))).toEqual([
      policy.replace('name: r}', 'name: q}'),
      route.replace('name: r}', 'name: q}'),
    ]);
  });

  it('tells of a name that is merged in from elsewhere and cannot follow', () => {
    const config = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ca}\n`;
    const policy = `apiVersion: gateway.networking.k8s.io/v1\nkind: BackendTLSPolicy\nmetadata: {name: p, labels: &of {name: ca}}\nspec:\n  validation:\n    caCertificateRefs: [{group: "", kind: ConfigMap, <<: *of}]\n`;
    const outcome = renameObject(sourceFrom(config, policy), '/ConfigMap/default/ca', 'root');
    expect(effectLines(outcome)).toEqual([
      'stays BackendTLSPolicy default/p spec.validation.caCertificateRefs[0].name it comes from a YAML merge',
    ]);
  });

  it('takes along what the user has said about the object', () => {
    const key = 'gateway.networking.k8s.io/Gateway/default/shop';
    const before = workspaceOf(gateway, secret('client'));
    const workspace = {
      ...before,
      assignments: [
        { target: 'x', key: { kind: 'object', objectKey: key, dataKey: 'tls.key' } as const },
        { target: key },
      ],
      options: { ...before.options, implementationOverrides: { [key]: 'kgateway' as const } },
    };
    const edit = theEdit(renameObject(editSource(workspace), key, 'store'));
    const after = applyObjectEdit(workspace, edit);
    const newKey = 'gateway.networking.k8s.io/Gateway/default/store';
    expect(after.assignments).toEqual([
      { target: 'x', key: { kind: 'object', objectKey: newKey, dataKey: 'tls.key' } },
      { target: newKey },
    ]);
    expect(after.options.implementationOverrides).toEqual({ [newKey]: 'kgateway' });
  });

  const letters = fc.stringMatching(/^[b-df-mp-su-x][a-z]{0,6}(-[a-z0-9]{1,4})?$/);
  const quote = fc.constantFrom('', "'", '"');
  const text = fc.record({
    eol: fc.constantFrom('\n', '\r\n'),
    head: fc.constantFrom('', '\uFEFF', '# top\n\n---\n'),
    quotes: fc.array(quote, { minLength: 3, maxLength: 3 }),
    comment: fc.constantFrom('', ' # why', '   #'),
    tail: fc.constantFrom('', '\n', '\n\n# end'),
  });

  it('there and back restores every byte', () => {
    fc.assert(
      fc.property(letters, letters, text, (from, to, { eol, head, quotes, comment, tail }) => {
        fc.pre(from !== to && to !== 'p');
        const [a = '', b = '', c = ''] = quotes;
        const config = `${head}apiVersion: v1\nkind: ConfigMap\nmetadata:\n    name:  ${a}${from}${a}${comment}${tail}`;
        const policy = `${head}apiVersion: gateway.networking.k8s.io/v1\nkind: BackendTLSPolicy\nmetadata: {"name": p}\nspec:\n  validation:\n    caCertificateRefs:\n    -   kind: ConfigMap\n        name: ${b}${from}${b}${comment}\n    - {kind: "ConfigMap" ,name: ${c}${from}${c} }${tail}`;
        const workspace = workspaceOf(config.replaceAll('\n', eol), policy.replaceAll('\n', eol));
        const there = theEdit(
          renameObject(editSource(workspace), `/ConfigMap/default/${from}`, to),
        );
        const after = applyObjectEdit(workspace, there);
        expect(there.edits).toHaveLength(3);
        const back = renameObject(editSource(after), `/ConfigMap/default/${to}`, from);
        expect(applyObjectEdit(after, theEdit(back))).toEqual(workspace);
      }),
    );
  });
});
