import { describe, expect, it } from 'vitest';
import { parseFile } from '../../manifest/index.ts';
import { customDefinitions } from '../custom/custom-definitions.ts';
import { readCrd } from '../custom/read-crd.ts';
import type { AdmissionSettings } from '../types.ts';
import { describeField } from './describe-field.ts';
import { knownKinds } from './known-kinds.ts';

const standard: AdmissionSettings = { gatewayApi: '1.6', channel: 'standard' };
const GATEWAY_API = 'gateway.networking.k8s.io';
const policy = { group: GATEWAY_API, version: 'v1', kind: 'BackendTLSPolicy' };
const names = (children: readonly { name: string; required: boolean }[] | undefined) =>
  children?.map(({ name, required }) => (required ? `${name}!` : name));

const CRD = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: vaults.example.com }
spec:
  group: example.com
  names: { kind: Vault, plural: vaults }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [level]
              properties:
                level: { type: integer, minimum: 1, maximum: 9, default: 3 }
    - name: v1alpha1
      served: false
      storage: false
      schema: { openAPIV3Schema: { type: object } }
`;

function customFromCrd() {
  const file = { id: 'f', path: 'crd.yaml', text: CRD };
  const [object] = parseFile(file, { defaultNamespace: 'default' }).objects;
  if (object === undefined) throw new Error('the CRD is not read');
  return customDefinitions([readCrd(object, null)]);
}

describe('describeField', () => {
  it('names the fields of an object, what every object has included', () => {
    expect(names(describeField(policy, [], standard)?.children)).toEqual([
      'apiVersion!',
      'kind!',
      'metadata!',
      'spec!',
      'status',
    ]);
    expect(names(describeField(policy, ['spec', 'validation'], standard)?.children)).toEqual([
      'caCertificateRefs',
      'hostname!',
      'subjectAltNames',
      'wellKnownCACertificates',
    ]);
    expect(names(describeField(policy, ['metadata'], standard)?.children)).toContain('name!');
  });

  it('names the fields of the items where a list stands', () => {
    const refs = describeField(policy, ['spec', 'validation', 'caCertificateRefs'], standard);
    expect(refs).toMatchObject({ type: 'array', itemType: 'object', limits: { maxItems: 8 } });
    expect(names(refs?.children)).toEqual(['group!', 'kind!', 'name!']);
  });

  it('tells type, choices, default, limits and whether it must be there', () => {
    const gateway = { group: GATEWAY_API, version: 'v1', kind: 'Gateway' };
    const listener = ['spec', 'listeners', 0];
    expect(describeField(gateway, [...listener, 'tls', 'mode'], standard)).toMatchObject({
      type: 'string',
      required: false,
      enum: ['Terminate', 'Passthrough'],
      default: 'Terminate',
    });
    expect(describeField(gateway, [...listener, 'port'], standard)).toMatchObject({
      type: 'integer',
      required: true,
      limits: { minimum: 1, maximum: 65535 },
    });
  });

  it('knows what an edition does not have', () => {
    const gateway = { group: GATEWAY_API, version: 'v1', kind: 'Gateway' };
    const path = ['spec', 'tls', 'backend', 'clientCertificateRef'];
    const at = (gatewayApi: AdmissionSettings['gatewayApi']) =>
      describeField(gateway, path, { gatewayApi, channel: 'standard' })?.type;
    expect([at('1.4'), at('1.5')]).toEqual([undefined, 'object']);
  });

  it('takes any name in a map', () => {
    const secret = { group: '', version: 'v1', kind: 'Secret' };
    expect(describeField(secret, ['data'], standard)).toMatchObject({ open: true, children: [] });
    expect(describeField(secret, ['data', 'tls.crt'], standard)).toMatchObject({ type: 'string' });
  });

  it('knows the kinds of dropped CRDs', () => {
    const custom = customFromCrd();
    const vault = { group: 'example.com', version: 'v1', kind: 'Vault' };
    expect(describeField(vault, ['spec', 'level'], standard, custom)).toMatchObject({
      type: 'integer',
      required: true,
      default: 3,
      limits: { minimum: 1, maximum: 9 },
    });
    expect(describeField(vault, ['spec', 'other'], standard, custom)).toBeUndefined();
    expect(describeField(vault, ['spec', 'level'], standard)).toBeUndefined();
  });
});

describe('knownKinds', () => {
  const labels = (settings: AdmissionSettings, withCrd = false) =>
    knownKinds(settings, withCrd ? customFromCrd() : undefined).map(
      ({ group, version, kind }) => `${group === '' ? '' : `${group}/`}${version} ${kind}`,
    );

  it('lists what the edition serves', () => {
    expect(labels(standard)).toContain('v1 Secret');
    expect(labels(standard)).toContain('gateway.networking.k8s.io/v1 BackendTLSPolicy');
    expect(labels(standard)).not.toContain('gateway.networking.k8s.io/v1alpha3 BackendTLSPolicy');
    expect(labels({ gatewayApi: '1.3', channel: 'experimental' })).toContain(
      'gateway.networking.k8s.io/v1alpha3 BackendTLSPolicy',
    );
  });

  it('lists the served versions of dropped CRDs', () => {
    expect(labels(standard, true)).toContain('example.com/v1 Vault');
    expect(labels(standard, true)).not.toContain('example.com/v1alpha1 Vault');
  });
});
