import { describe, expect, it } from 'vitest';
import type { SourceRef } from '../../model/index.ts';
import { marked } from '../language.testing.ts';
import { definition } from './definition.ts';
import { references } from './references.ts';
import { renamePlace } from './rename-place.ts';

const OTHERS = [
  `apiVersion: v1
kind: Service
metadata:
  name: secure-app
spec:
  ports:
    - name: https
      port: 8443
---
apiVersion: v1
kind: ConfigMap
metadata: { name: ca }
data: { ca.crt: x }
`,
  `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: r }
spec:
  rules:
    - backendRefs:
        - { name: secure-app, port: 8443 }
`,
];
const POLICY = `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: p }
spec:
  targetRefs:
    - group: ""
      kind: Service
      name: secure-app
      sectionName: https
  validation:
    caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }]
    hostname: a.example.com
`;

/** The policy with the cursor before the last time that `words` stand in it. */
function asking(words: string, policy = POLICY) {
  const at = policy.lastIndexOf(words) + words.length;
  return marked(`${policy.slice(0, at)}|${policy.slice(at)}`, OTHERS);
}

function shown({ view }: ReturnType<typeof marked>, refs: readonly SourceRef[]) {
  return refs.map(({ fileId, range }) => {
    const text = view.workspace.files.find(({ id }) => id === fileId)?.text ?? '';
    const line = text.slice(0, range.start).split('\n').length;
    return `${fileId}:${String(line)} ${text.slice(range.start, range.end)}`;
  });
}

describe('definition', () => {
  it.each([
    ['the target', 'name: secure-', ['f1:4 secure-app']],
    ['the port', 'sectionName: htt', ['f1:7 https']],
    ['the ConfigMap', 'name: c', ['f1:12 ca']],
    ['its own name', '{ name: ', ['f0:3 p']],
    ['a host', 'hostname: a', []],
    ['a key', 'sectionNa', []],
  ])('finds %s', (_, words, expected) => {
    const place = words === '{ name: ' ? asking('metadata: { name: ') : asking(words);
    expect(shown(place, definition(place.view, place.fileId, place.offset))).toEqual(expected);
  });

  it('works in a document that does not end', () => {
    const place = asking(
      'name: secure-',
      POLICY.replace('    hostname: a.example.com', '    host: {'),
    );
    expect(shown(place, definition(place.view, place.fileId, place.offset))).toEqual([
      'f1:4 secure-app',
    ]);
  });
});

describe('references', () => {
  it('finds the name and everything that names it, from either end', () => {
    const everywhere = ['f0:8 secure-app', 'f1:4 secure-app', 'f2:7 secure-app'];
    const place = asking('name: secure-');
    expect(shown(place, references(place.view, place.fileId, place.offset))).toEqual(everywhere);
    const service = OTHERS[0] ?? '';
    expect(shown(place, references(place.view, 'f1', service.indexOf('secure-app')))).toEqual(
      everywhere,
    );
  });
});

describe('renamePlace', () => {
  it('knows the name under the cursor, and the object that it names', () => {
    const place = asking('name: secure-');
    expect(renamePlace(place.view, place.fileId, place.offset)).toMatchObject({
      name: 'secure-app',
      objectKey: '/Service/default/secure-app',
    });
    const own = asking('metadata: { name: ');
    expect(renamePlace(own.view, own.fileId, own.offset)).toMatchObject({
      objectKey: 'gateway.networking.k8s.io/BackendTLSPolicy/default/p',
    });
    const host = asking('hostname: a');
    expect(renamePlace(host.view, host.fileId, host.offset)).toBeNull();
  });
});
