import { describe, expect, it } from 'vitest';
import { conformanceForm } from './conformance-form.ts';
import type { ReplayFile } from './types.ts';

const NS = 'gateway-conformance-infra';

function manifest(status = '', name = 'own'): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: ${name}, namespace: ${NS} }
spec:
  parentRefs: [{ name: same-namespace }]
  rules: [{ backendRefs: [{ name: nothing, port: 80 }] }]
${status}`;
}

const rows = (reason: string) => ({
  path: 'f/expected.json',
  text: JSON.stringify([
    {
      manifest: 'own.yaml',
      object: 'HTTPRoute/own',
      under: 'same-namespace',
      conditions: { Accepted: 'True/Accepted', ResolvedRefs: `False/${reason}` },
    },
  ]),
});

async function answers(file: ReplayFile, all: readonly ReplayFile[] = [file]) {
  const cases = conformanceForm(file, all);
  return cases === null ? null : Promise.all(cases.map(({ run }) => run()));
}

describe('conformance manifests', () => {
  const own = { path: 'f/own.yaml', text: manifest() };

  it('are played against a table beside them', async () => {
    const right = rows('BackendNotFound');
    expect(await answers(own, [own, right])).toEqual([null]);
    expect(await answers(right, [own, right])).toEqual([]);
    expect(await answers(own, [own, rows('InvalidKind')])).toEqual([
      {
        id: 'f/own.yaml: HTTPRoute/own same-namespace',
        expected: { ResolvedRefs: 'False/InvalidKind' },
        got: { ResolvedRefs: 'False/BackendNotFound' },
      },
    ]);
  });

  it.each([
    ['BackendNotFound', null],
    ['RefNotPermitted', { ResolvedRefs: 'False/BackendNotFound' }],
  ])('are played against the status they carry: %s', async (reason, got) => {
    const status = `status: { parents: [{ parentRef: { name: same-namespace }, conditions: [{ type: ResolvedRefs, status: "False", reason: ${reason} }, { type: example.com/Own, status: "True", reason: X }] }] }`;
    const [answer] = (await answers({ path: 'a.yaml', text: manifest(status) })) ?? [];
    expect(answer?.got ?? null).toEqual(got);
  });

  it('are known by their objects under another name', async () => {
    const text = manifest('', 'invalid-nonexistent-backend-ref');
    expect(await answers({ path: 'renamed.yaml', text })).toEqual([null]);
  });

  it('are played as far as their version has the objects', () => {
    const told: string[] = [];
    const file = {
      path: 'f/httproute-invalid-parentref-not-matching-section-name.yaml',
      text: manifest(),
    };
    const cases = conformanceForm(file, [file], (text) => told.push(text)) ?? [];
    expect(told).toEqual([
      `${file.path}: HTTPRoute/httproute-listener-not-matching-section-name, which this version of the manifest does not have`,
    ]);
    expect(cases.map(({ id }) => id)).toEqual([`${file.path}: Gateway/same-namespace http`]);
  });

  it('fail when nothing says what to expect', async () => {
    expect(await answers(own)).toEqual([expect.objectContaining({ id: 'f/own.yaml' })]);
  });

  it('take the base from among the files', async () => {
    const text = `apiVersion: v1
kind: Namespace
metadata: { name: ${NS} }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: same-namespace, namespace: ${NS} }
spec: { listeners: [{ name: tcp, port: 80, protocol: TCP }] }`;
    const base = { path: 'base.yaml', text };
    const [answer] = (await answers(own, [base, own, rows('BackendNotFound')])) ?? [];
    expect(answer?.got).toEqual({ Accepted: 'False/NotAllowedByListeners' });
    expect(await answers(base, [base])).toEqual([]);
  });

  it('leave other manifests to other forms', async () => {
    expect(await answers({ path: 'a.yaml', text: 'kind: Gateway\n' })).toBeNull();
  });
});
