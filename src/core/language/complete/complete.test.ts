import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../source/index.ts';
import { marked } from '../language.testing.ts';
import { complete } from './complete.ts';

const CLUSTER = `apiVersion: v1
kind: Service
metadata: { name: secure-app }
spec:
  ports:
    - { name: https, port: 8443 }
    - { name: metrics, port: 9090 }
---
apiVersion: v1
kind: Service
metadata: { name: elsewhere, namespace: other }
spec: { ports: [{ port: 80 }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: backend-ca }
data: { ca.crt: x, extra: y }
---
apiVersion: v1
kind: Secret
metadata: { name: client-tls }
type: kubernetes.io/tls
data: {}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: shop }
spec:
  gatewayClassName: nginx
  listeners:
    - { name: web, port: 80, protocol: HTTP }
    - { name: secure, port: 443, protocol: HTTPS }
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: nginx }
spec: { controllerName: gateway.nginx.org/nginx-gateway-controller }
`;
const POLICY = `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata:
  name: p
spec:
`;
const ROUTE = POLICY.replace('BackendTLSPolicy', 'HTTPRoute');
const GATEWAY = POLICY.replace('BackendTLSPolicy', 'Gateway');

function offers(text: string) {
  const { view, fileId, offset } = marked(text, [CLUSTER]);
  return complete(view, fileId, offset);
}
const labels = (text: string) => offers(text).map(({ label }) => label);

/** The text after a completion was taken. */
function taking(label: string, text: string): string | undefined {
  const place = marked(text, [CLUSTER]);
  const found = complete(place.view, place.fileId, place.offset).find((one) => one.label === label);
  if (found === undefined) return undefined;
  const { fileId } = place;
  const edits = [{ fileId, range: found.replace, text: found.insert }];
  return applyEdits(place.text, [...edits, ...found.also.map((one) => ({ fileId, ...one }))]);
}

describe('complete', () => {
  it.each([
    ['fields, the required first', `${POLICY}  |`, ['targetRefs', 'validation', 'options']],
    [
      'fields that are not there yet',
      `${POLICY}  targetRefs: []\n  va|`,
      ['validation', 'options'],
    ],
    [
      'fields of the first item',
      `${POLICY}  targetRefs:\n    - |`,
      ['group', 'kind', 'name', 'sectionName'],
    ],
    [
      'fields in braces',
      `${POLICY}  targetRefs: [{ group: "", | }]`,
      ['kind', 'name', 'sectionName'],
    ],
    ['names of Services', `${POLICY}  targetRefs:\n  - kind: Service\n    name: |`, ['secure-app']],
    ['names in quotes', `${POLICY}  targetRefs: [{ kind: Service, name: "|" }]`, ['secure-app']],
    [
      'ports of the Service as sections',
      `${POLICY}  targetRefs:\n  - kind: Service\n    name: secure-app\n    sectionName: |`,
      ['https', 'metrics'],
    ],
    [
      'the kind of a target',
      `${POLICY}  targetRefs:\n  - kind: |`,
      ['AgentgatewayBackend', 'Backend', 'Service'],
    ],
    [
      'names of ConfigMaps',
      `${POLICY}  validation:\n    caCertificateRefs:\n    - name: |\n      kind: ConfigMap\n`,
      ['backend-ca'],
    ],
    [
      'names of Secrets where the kind says so',
      `${POLICY}  validation:\n    caCertificateRefs:\n    - { kind: Secret, name: | }\n`,
      ['client-tls'],
    ],
    ['usual texts', `${POLICY}  validation:\n    wellKnownCACertificates: |`, ['System']],
    [
      'listeners as sections',
      `${ROUTE}  parentRefs:\n  - name: shop\n    sectionName: |`,
      ['secure', 'web'],
    ],
    ['Gateways', `${ROUTE}  parentRefs:\n  - name: |`, ['shop']],
    [
      'port numbers',
      `${ROUTE}  rules:\n  - backendRefs:\n    - name: secure-app\n      port: |`,
      ['8443', '9090'],
    ],
    [
      'names of the namespace written',
      `${ROUTE}  rules:\n  - backendRefs:\n    - name: |\n      namespace: other\n`,
      ['elsewhere'],
    ],
    ['namespaces', `${ROUTE}  parentRefs:\n  - namespace: |`, ['default', 'other']],
    ['GatewayClasses', `${GATEWAY}  gatewayClassName: |`, ['nginx']],
    [
      'Secrets for the client certificate',
      `${GATEWAY}  tls: { backend: { clientCertificateRef: { name: | } } }`,
      ['client-tls'],
    ],
    ['choices', `${GATEWAY}  listeners:\n  - tls:\n      mode: |`, ['Passthrough', 'Terminate']],
    [
      'protocols',
      `${GATEWAY}  listeners:\n  - protocol: |`,
      ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP'],
    ],
    [
      'booleans',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\nimmutable: |',
      ['false', 'true'],
    ],
    [
      'keys of trust anchors',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  |',
      ['ca.crt'],
    ],
    [
      'keys of a ConfigMap in a volume',
      'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  volumes:\n  - name: v\n    configMap:\n      name: backend-ca\n      items:\n      - key: |',
      ['ca.crt', 'extra'],
    ],
    [
      'keys of a ConfigMap in a variable',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { template: { spec: { containers: [{ env: [{ valueFrom: { configMapKeyRef: { name: backend-ca, key: | } } }] }] } } }',
      ['ca.crt', 'extra'],
    ],
    [
      'objects that a grant may name',
      'apiVersion: gateway.networking.k8s.io/v1beta1\nkind: ReferenceGrant\nmetadata: { name: a }\nspec:\n  to:\n  - kind: Secret\n    name: |',
      ['client-tls'],
    ],
    [
      'the versions of a kind',
      'apiVersion: |\nkind: BackendTLSPolicy\n',
      ['gateway.networking.k8s.io/v1'],
    ],
    [
      'the kinds of a version',
      'apiVersion: apps/v1\nkind: |\n',
      ['DaemonSet', 'Deployment', 'StatefulSet'],
    ],
    ['the head of an object', 'kind: Gateway\n|', ['apiVersion', 'metadata']],
    ['nothing in a comment', `${POLICY}  # |`, []],
    ['nothing for an unknown kind', 'apiVersion: a/v1\nkind: B\nmetadata: {}\nspec:\n  |', []],
    [
      "nothing that is the server's",
      `${POLICY}  targetRefs: []\n  validation: {}\n  options: {}\n|`,
      [],
    ],
  ])('offers %s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it('offers whole heads in an empty document', () => {
    expect(labels(`${POLICY}  options: {}\n---\n|`)).toContain('BackendTLSPolicy');
    expect(taking('BackendTLSPolicy', '|')).toBe(
      'apiVersion: gateway.networking.k8s.io/v1\nkind: BackendTLSPolicy\nmetadata:\n  name: ',
    );
  });

  it('brings the apiVersion along with the kind', () => {
    expect(taking('BackendTLSPolicy', 'kind: Back|\n')).toBe(
      'apiVersion: gateway.networking.k8s.io/v1\nkind: BackendTLSPolicy\n',
    );
    expect(taking('Gateway', 'apiVersion: x\nkind: |\n')).toBe('apiVersion: x\nkind: Gateway\n');
  });

  it('knows the versions of the CRDs that are installed', () => {
    const old = marked(`kind: BackendTLSPolicy\napiVersion: |`, [], {
      gatewayApi: '1.3',
      channel: 'experimental',
    });
    expect(complete(old.view, old.fileId, old.offset).map(({ label }) => label)).toEqual([
      'gateway.networking.k8s.io/v1alpha3',
    ]);
  });

  it.each([
    ['a scalar', 'hostname', `${POLICY}  validation:\n    ho|`, 'validation:\n    hostname: '],
    ['a map', 'validation', `${POLICY}  |`, 'spec:\n  validation:\n    '],
    ['a list of maps', 'targetRefs', `${POLICY}  t|`, 'spec:\n  targetRefs:\n    - '],
    [
      'a word with its colon',
      'hostname',
      `${POLICY}  validation:\n    ho|: a`,
      '\n    hostname: a',
    ],
    ['the first item', 'name', `${POLICY}  targetRefs:\n    |`, 'targetRefs:\n    - name: '],
    ['a word in braces', 'kind', `${POLICY}  targetRefs: [{ k| }]`, '[{ kind:  }]'],
    [
      'a number',
      '8443',
      `${ROUTE}  rules: [{ backendRefs: [{ name: secure-app, port: | }] }]`,
      'port: 8443 }',
    ],
    [
      'the core group',
      '""',
      `${POLICY}  targetRefs: [{ kind: Service, name: a, group: | }]`,
      'group: "" }',
    ],
  ])('writes %s', (_, label, text, end) => {
    expect(taking(label, text)).toContain(end);
  });

  it('offers the fields of dropped CRDs', () => {
    const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: vaults.example.com }
spec:
  group: example.com
  names: { kind: Vault, plural: vaults }
  versions:
    - name: v1
      served: true
      schema:
        openAPIV3Schema:
          properties:
            spec: { type: object, properties: { level: { type: integer, enum: [1, 2] } } }
`;
    const at = (text: string) => {
      const { view, fileId, offset } = marked(text, [crd]);
      return complete(view, fileId, offset).map(({ label }) => label);
    };
    const head = 'apiVersion: example.com/v1\nkind: Vault\nspec:\n  ';
    expect(at(`${head}|`)).toEqual(['level']);
    expect(at(`${head}level: |`)).toEqual(['1', '2']);
    expect(at('kind: |')).toContain('Vault');
  });

  it('never throws, whatever the text and the place', () => {
    const cuts = fc.tuple(fc.nat(CLUSTER.length), fc.nat(40), fc.nat(CLUSTER.length));
    const junk = fc.constantFrom('', '{', '[', '"', '- ', ':', '\n', '&a ', '|', '\t', '<<: *a');
    fc.assert(
      fc.property(cuts, junk, ([from, length, cursor], text) => {
        const damaged = CLUSTER.slice(0, from) + text + CLUSTER.slice(from + length);
        const at = Math.min(cursor, damaged.length);
        const { view, fileId } = marked(`|${damaged}`);
        complete(view, fileId, at);
      }),
      { numRuns: 300 },
    );
  });
});
