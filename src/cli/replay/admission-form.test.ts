import { describe, expect, it } from 'vitest';
import { admissionForm } from './admission-form.ts';

const cases = {
  path: 'a/cases.yaml',
  text: `apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: { name: grant }
spec: { from: [{ group: '', kind: K, namespace: web }], to: [{ kind: Secret, x: 1 }] }
`,
};
const answer = {
  file: 'cases.yaml',
  gvk: 'gateway.networking.k8s.io/v1/ReferenceGrant',
  name: 'grant',
  result: 'REJECTED',
  pruned: ['spec.to[0].x'],
  errors: [
    'spec.to[0].group: Required value',
    '<nil>: Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
  ],
};

async function replay(row: Readonly<Record<string, unknown>>, name = 'expected-standard.json') {
  const file = { path: `a/${name}`, text: JSON.stringify([row]) };
  const [one] = admissionForm(file, [cases, file]) ?? [];
  return one?.run();
}

describe('a recorded admission answer', () => {
  it('agrees, also in the spelling of another Kubernetes minor', async () => {
    expect(await replay(answer)).toBeNull();
  });

  it.each([
    ['result', { result: 'OK' }],
    ['dropped fields', { pruned: [] }],
    ['errors', { errors: ['spec.to[0].kind: Required value'] }],
  ])('disagrees in its %s with both sides told', async (_what, change) => {
    const got = await replay({ ...answer, ...change });
    expect([got?.id, got?.expected]).toEqual([
      'standard cases.yaml gateway.networking.k8s.io/v1/ReferenceGrant grant',
      expect.objectContaining(change),
    ]);
  });

  it('takes channel and release from the row before the name of its file', async () => {
    const row = { ...answer, channel: 'experimental', gatewayApi: '1.4' };
    const got = await replay({ ...row, pruned: [] });
    expect(got?.id).toContain('experimental');
    expect(got?.got).toMatchObject({ result: 'NOT-SERVED' });
  });

  it('that is about a document nobody gave fails', async () => {
    expect(await replay({ ...answer, name: 'other' })).toMatchObject({
      got: 'it is not among the files',
    });
  });
});
