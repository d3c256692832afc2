import { describe, expect, it } from 'vitest';
import { indexObjects } from '../index-objects.ts';
import { makersOf, makerOf } from './makers.ts';
import { objectsFrom } from '../objects.testing.ts';
import { resolve } from '../resolve.ts';

const object = (apiVersion: string, kind: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: own, namespace: shop }\nspec: { ${spec} }`;

const ES = ['external-secrets.io/v1', 'ExternalSecret'] as const;
const SEALED = ['bitnami.com/v1alpha1', 'SealedSecret'] as const;
const BUNDLE = ['trust.cert-manager.io/v1alpha1', 'Bundle'] as const;

const rows: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'cert-manager Certificate',
    object('cert-manager.io/v1', 'Certificate', 'secretName: made, issuerRef: { name: ca }'),
    ['Secret shop/made: ca.crt tls.crt tls.key'],
  ],
  ['Certificate without secretName', object('cert-manager.io/v1', 'Certificate', ''), []],
  ['an Issuer makes nothing', object('cert-manager.io/v1', 'Issuer', 'ca: { secretName: x }'), []],
  [
    'ExternalSecret with data',
    object(...ES, 'data: [{ secretKey: tls.crt }, { secretKey: tls.key }]'),
    ['Secret shop/own: tls.crt tls.key'],
  ],
  [
    'ExternalSecret with a target name and dataFrom',
    object(...ES, 'target: { name: made }, dataFrom: [{ extract: { key: x } }]'),
    ['Secret shop/made: any'],
  ],
  [
    'ExternalSecret with a template',
    object(...ES, 'target: { template: { data: { tls.crt: x } } }, data: [{ secretKey: raw }]'),
    ['Secret shop/own: tls.crt'],
  ],
  ['ExternalSecret that merges', object(...ES, 'target: { creationPolicy: Merge }'), []],
  [
    'SealedSecret',
    object(...SEALED, 'encryptedData: { tls.key: AgB }, template: { data: { tls.crt: x } }'),
    ['Secret shop/own: tls.key tls.crt'],
  ],
  [
    'Bundle to a ConfigMap of all namespaces',
    object(...BUNDLE, 'target: { configMap: { key: ca.crt } }'),
    ['ConfigMap */own: ca.crt'],
  ],
  [
    'Bundle to a Secret of one namespace',
    object(
      ...BUNDLE,
      'target: { secret: { key: ca.crt }, namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: app } } }',
    ),
    ['Secret app/own: ca.crt'],
  ],
];

describe('makersOf', () => {
  it.each(rows)('%s', (_name, yaml, expected) => {
    const made = makersOf(indexObjects(objectsFrom(yaml))).map(
      ({ makes: { kind, namespace, name }, keys }) =>
        `${kind} ${namespace ?? '*'}/${name}: ${keys?.join(' ') ?? 'any'}`,
    );
    expect(made).toEqual(expected);
  });

  it('is asked by kind, namespace and name', () => {
    const index = indexObjects(objectsFrom(object(...ES, '')));
    const ask = (namespace: string): string | undefined =>
      makerOf(index, { kind: 'Secret', name: 'own', namespace })?.text;
    expect(ask('shop')).toBe('External Secrets ExternalSecret shop/own');
    expect(ask('other')).toBeUndefined();
  });
});

const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw, namespace: shop }
spec:
  gatewayClassName: nginx
  listeners: [{ name: http, port: 80, protocol: HTTP }]
  tls: { backend: { clientCertificateRef: { name: own } } }
`;

describe('a reference to an object that a controller makes', () => {
  it.each([
    ['nothing makes it', '', 'error REFERENCE-TARGET-MISSING'],
    ['an ExternalSecret makes it', `---\n${object(...ES, '')}`, 'note REFERENCE-TARGET-MADE'],
  ])('%s', (_name, maker, expected) => {
    const { findings } = resolve(indexObjects(objectsFrom(gateway + maker)), { overrides: {} });
    const codes = findings.map(({ severity, code }) => `${severity} ${code}`);
    expect(codes.filter((code) => code.includes('REFERENCE'))).toEqual([expected]);
  });
});
