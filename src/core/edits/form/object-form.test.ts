import { describe, expect, it } from 'vitest';
import { sourceFrom } from '../edits.testing.ts';
import { workspaceEditor } from '../workspace-editor.ts';
import { objectForm } from './object-form.ts';
import type { FormField } from './types.ts';

const policy = `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: {name: tls, labels: {team: shop}}
spec:
  targetRefs: [{group: "", kind: Service, name: a}]
  validation:
    caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]
    hostname: app
`;
const config = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`;
const secret = `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ntype: Opaque\ndata: {k: c2VjcmV0}\n`;
const key = 'gateway.networking.k8s.io/BackendTLSPolicy/default/tls';

const lines = (fields: readonly FormField[]): readonly string[] =>
  fields.flatMap((field) => [
    [
      field.path.join('.'),
      field.required ? '!' : '',
      field.kind === 'value' ? String(field.value) : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
    ...(field.kind === 'group' ? lines(field.fields) : []),
    ...(field.kind === 'list' ? lines(field.items) : []),
  ]);

describe('the form of an object', () => {
  const form = objectForm(sourceFrom(policy, config('ca'), config('other'), secret), key);

  it('shows every field that is there, required ones first, labels last', () => {
    expect(lines(form?.fields ?? [])).toEqual([
      'spec !',
      'spec.targetRefs !',
      'spec.targetRefs.0',
      'spec.targetRefs.0.group !',
      'spec.targetRefs.0.kind ! Service',
      'spec.targetRefs.0.name ! a',
      'spec.validation !',
      'spec.validation.hostname ! app',
      'spec.validation.caCertificateRefs',
      'spec.validation.caCertificateRefs.0',
      'spec.validation.caCertificateRefs.0.group !',
      'spec.validation.caCertificateRefs.0.kind ! ConfigMap',
      'spec.validation.caCertificateRefs.0.name ! ca',
      'metadata !',
      'metadata.labels',
      'metadata.labels.team shop',
    ]);
  });

  it('offers the fields that are not there, and the objects that a reference could name', () => {
    const spec = form?.fields.find(({ name }) => name === 'spec');
    const validation =
      spec?.kind === 'group' ? spec.fields.find(({ name }) => name === 'validation') : undefined;
    const addable = validation?.kind === 'group' ? validation.addable.map(({ name }) => name) : [];
    expect(addable).toEqual(['subjectAltNames', 'wellKnownCACertificates']);
    const refs =
      validation?.kind === 'group'
        ? validation.fields.find(({ name }) => name === 'caCertificateRefs')
        : undefined;
    const objects = refs?.kind === 'list' ? refs.targets.flatMap((one) => one.objects) : [];
    expect(objects.map(({ label }) => label)).toEqual([
      'ConfigMap default/other',
      'Secret default/s',
    ]);
    const [item] = refs?.kind === 'list' ? refs.items : [];
    const name = item?.kind === 'group' ? item.fields.find((one) => one.name === 'name') : item;
    expect(name?.kind === 'value' ? name.choices : []).toEqual(['ca', 'other']);
  });

  it('holds nothing of what a Secret keeps', () => {
    const own = objectForm(sourceFrom(secret), '/Secret/default/s');
    expect(JSON.stringify(own)).not.toContain('c2VjcmV0');
    expect(own?.addable.map(({ name }) => name)).not.toContain('data');
    const data = own?.fields.find(({ name }) => name === 'data');
    const [start = 0, end = 0] =
      data?.kind === 'text-only' ? [data.at.range.start, data.at.range.end] : [];
    expect(secret.slice(start, end)).toBe('data: {k: c2VjcmV0}');
  });

  it('says what the gateways make of a field', () => {
    const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: gw}
spec: {gatewayClassName: nginx, tls: {backend: {clientCertificateRef: {name: c}}}}
`;
    const own = objectForm(sourceFrom(gateway), 'gateway.networking.k8s.io/Gateway/default/gw');
    const all = (fields: readonly FormField[]): readonly FormField[] =>
      fields.flatMap((one) => [one, ...(one.kind === 'group' ? all(one.fields) : [])]);
    const fields = all(own?.fields ?? []);
    const ref = fields.find(({ name }) => name === 'clientCertificateRef');
    expect(ref?.help).toContain('the client side of mutual TLS');
    expect(ref?.readBy.map(({ id }) => id)).toContain('nginx-gateway-fabric');
    expect(fields.find(({ name }) => name === 'gatewayClassName')?.facts).toEqual([
      'string',
      '1 to 253 characters',
    ]);
  });

  it('is there for a kind of the user whose CRD is among the files', () => {
    const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: xs.x.io}
spec:
  group: x.io
  scope: Namespaced
  names: {kind: X, plural: xs}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: {type: object, properties: {size: {type: integer, maximum: 9}}}
`;
    const source = sourceFrom(
      crd,
      'apiVersion: x.io/v1\nkind: X\nmetadata: {name: x}\nspec: {size: 3}\n',
    );
    const own = workspaceEditor().form(source.workspace, 'x.io/X/default/x');
    expect(lines(own?.fields ?? [])).toEqual(['spec', 'spec.size 3', 'metadata !']);
  });

  it('is not there for a kind whose schema is not known', () => {
    const other = 'apiVersion: x.io/v1\nkind: X\nmetadata: {name: x}\n';
    expect(objectForm(sourceFrom(other), 'x.io/X/default/x')).toBeNull();
  });
});
