import { describe, expect, it } from 'vitest';
import type { Finding, QuickFix } from '../model/index.ts';
import { indexObjects, resolve } from '../gateway-api/index.ts';
import { parseFile } from '../manifest/index.ts';
import { withFixesOfCauses } from './fixes-of-cause.ts';

const text = `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: app }
spec:
  targetRefs: [{ group: '', kind: Service, name: app }]
  validation:
    hostname: app.example.com
    caCertificateRefs: [{ group: '', kind: ConfigMap, name: ca }]
---
apiVersion: v1
kind: ConfigMap
metadata: { name: ca }
data: { ca.pem: x }
`;
const { objects } = parseFile({ id: 'f', path: 'f.yaml', text }, { defaultNamespace: 'default' });
const index = indexObjects(objects);
const { references } = resolve(index, { overrides: {} });
const [policy, configMap] = objects.map(({ id }) => id);

const fix = (title: string): QuickFix => ({
  id: title,
  title,
  safe: false,
  edits: [{ fileId: 'f', range: { start: 0, end: 0 }, text: title }],
});

const finding = (
  code: string,
  objectId: string | undefined,
  path: readonly (string | number)[],
  more: Partial<Finding> = {},
): Finding => ({
  id: code,
  code,
  severity: 'error',
  subject: { kind: 'object', objectId: objectId ?? '' },
  field: { objectId: objectId ?? '', path },
  params: {},
  fixes: [fix(code)],
  ...more,
});

const refused = finding(
  'NGF-POLICY-REFUSED',
  policy,
  ['spec', 'validation', 'caCertificateRefs', 0],
  {
    fixes: [],
  },
);

const offered = (...others: readonly Finding[]): readonly string[] | undefined =>
  withFixesOfCauses([refused, ...others], { index, references })
    .find(({ code }) => code === 'NGF-POLICY-REFUSED')
    ?.fixes.map(({ title }) => title);

describe("a gateway's own message", () => {
  it.each([
    [
      'the same field',
      finding('REFERENCE-TARGET-MISSING', policy, [
        'spec',
        'validation',
        'caCertificateRefs',
        0,
        'name',
      ]),
    ],
    ['the object that the field refers to', finding('CA-KEY-MISSING', configMap, ['data'])],
    [
      'a field beside it that the API server drops',
      finding('SCHEMA-UNKNOWN-FIELD', policy, ['spec', 'validation', 'caCertificateRef']),
    ],
  ])('offers the fixes of what is found about %s', (_, cause) => {
    expect(offered(cause)).toEqual([cause.code]);
  });

  it.each([
    ['another field', finding('POLICY-TARGET-MISSING', policy, ['spec', 'targetRefs', 0, 'name'])],
    ['a note', finding('NGF-CA-BASE64', configMap, ['data', 'ca.pem'], { severity: 'note' })],
    [
      'what the handshake met',
      finding('TLS-CA-EXPIRED', configMap, ['data', 'ca.pem'], { connectionIds: ['c'] }),
    ],
  ])('offers none of %s', (_, other) => {
    expect(offered(other)).toEqual([]);
  });

  it('offers one repair once, whoever has it', () => {
    const shared = [fix('Rename')];
    expect(
      offered(
        finding('CA-KEY-MISSING', configMap, ['data'], { fixes: shared }),
        finding('DATA-NOT-TEXT', configMap, ['data', 'ca.pem'], { fixes: shared }),
      ),
    ).toEqual(['Rename']);
  });

  it('leaves every other finding as it is', () => {
    const cause = finding('CA-KEY-MISSING', configMap, ['data']);
    const other = finding('POLICY-NOT-USED', policy, ['spec', 'validation'], { fixes: [] });
    expect(withFixesOfCauses([cause, other], { index, references })).toEqual([cause, other]);
  });
});
