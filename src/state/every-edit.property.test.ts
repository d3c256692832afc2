import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  connectWays,
  editSource,
  newKinds,
  performEdit,
  type EditAction,
  type EditSource,
} from '../core/edits/index.ts';
import type { FieldPath, Workspace } from '../core/model/index.ts';
import { emptyWorkspace } from './empty-workspace.ts';
import { createStudio } from './studio.ts';

const GATEWAY = 'gateway.networking.k8s.io/v1';
const texts = [
  `# routing\r\napiVersion: ${GATEWAY}\r\nkind: Gateway\r\nmetadata: {name: gw, namespace: infra} # ours\r\nspec:\r\n  gatewayClassName: "nginx"\r\n  listeners:\r\n  - {name: https, port: 443, protocol: HTTPS}\r\n---\r\n# the way in\r\napiVersion: ${GATEWAY}\r\nkind: HTTPRoute\r\nmetadata:\r\n    name:   web   # spaced\r\n    namespace: shop\r\nspec:\r\n    parentRefs: [{name: gw, namespace: infra}]\r\n    rules:\r\n    - backendRefs:\r\n      - name: app # the backend\r\n        port: 443\r\n`,
  `apiVersion: v1\nkind: Service\nmetadata: {name: app, namespace: shop}\nspec: {selector: {app: a}, ports: [{port: 443}]}\n---\n\n# trust\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ca\n  namespace: shop\ndata:\n  ca.crt: |\n    one\n\n    two # no comment\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: client, namespace: certs}\ntype: Opaque\n...\n`,
  `apiVersion: ${GATEWAY}\nkind: BackendTLSPolicy\nmetadata: {name: tls, namespace: shop}\nspec:\n  targetRefs:\n    - {group: "", kind: Service, name: app}\n    # and one more\n    - {group: "", kind: Service, name: gone}\n  validation:\n    hostname: 'app' # checked\n    caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]\n---\n# pods\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: app, namespace: shop}\nspec:\n  template:\n    metadata: {labels: {app: a}}\n    spec:\n      containers:\n        - name: nginx\n          image: nginx\n`,
];
const workspace: Workspace = {
  ...emptyWorkspace,
  files: texts.map((text, index) => ({
    id: `f${String(index)}`,
    path: `${String(index)}.yaml`,
    text,
  })),
};
const source = editSource(workspace);
const keys = source.index.all.map(({ key }) => key);
const missing = '/Service/shop/gone';

function pathsOf(value: unknown, base: FieldPath = []): FieldPath[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = [...base, Array.isArray(value) ? Number(name) : name];
    return [path, ...pathsOf(inner, path)];
  });
}

const fields = source.index.all.flatMap(({ key, value }) =>
  pathsOf(value)
    .filter(([first]) => first === 'spec' || first === 'data')
    .map((path) => ({ key, path })),
);
const ways = source.index.all.flatMap((from) =>
  source.index.all.flatMap((to) =>
    connectWays(from, to).map(({ id }) => ({ from: from.key, to: to.key, way: id })),
  ),
);

const key = fc.constantFrom(...keys);
const field = fc.constantFrom(...fields);
// Few lists here have two items: left to chance alone, a run could move none.
const second = fields.filter(({ path }) => path.at(-1) === 1);
const value = fc.oneof(fc.constantFrom('x', 'a\nb\n', '  a\nb', 'no', 7, true), fc.string());
const name = fc.constantFrom('app', 'new', 'web-2', 'Not a name');
const namespace = fc.constantFrom('shop', 'infra', 'elsewhere');
const actions: Readonly<Record<EditAction['do'], fc.Arbitrary<EditAction>>> = {
  rename: fc.record({ do: fc.constant('rename'), key: fc.oneof(key, fc.constant(missing)), name }),
  duplicate: fc.record({ do: fc.constant('duplicate'), key, name }),
  move: fc.record({ do: fc.constant('move'), key, namespace, grants: fc.boolean() }),
  delete: fc.record({ do: fc.constant('delete'), key }),
  create: fc.record({ do: fc.constant('create'), key: fc.constantFrom(missing, ...keys) }),
  add: fc.record(
    {
      do: fc.constant('add'),
      kind: fc.constantFrom(...newKinds.map(({ kind }) => kind)),
      name,
      namespace,
      beside: key,
    },
    { requiredKeys: ['do', 'kind', 'name', 'namespace'] },
  ),
  connect: fc.constantFrom(...ways).map((way) => ({ do: 'connect', ...way })),
  'set-field': fc.tuple(field, value).map(([at, to]) => ({ do: 'set-field', ...at, value: to })),
  'add-item': fc.tuple(field, value).map(([at, to]) => ({ do: 'add-item', ...at, value: to })),
  'remove-field': field.map((at) => ({ do: 'remove-field', ...at })),
  'move-item': fc
    .tuple(fc.oneof(field, fc.constantFrom(...second)), fc.constantFrom<-1 | 1>(-1, 1))
    .map(([at, by]) => ({ do: 'move-item', ...at, by })),
};

/** Objects that an action is about. */
function subjectsOf(action: EditAction): readonly (string | undefined)[] {
  if (action.do === 'connect') return [action.from];
  return action.do === 'add' ? [action.beside] : [action.key];
}

/** Texts of the documents of all objects but those, comments included. */
function documentsBut({ parsed }: EditSource, touched: ReadonlySet<string>): readonly string[] {
  return parsed.flatMap(({ file, documents, objects }) =>
    documents.flatMap((document) => {
      const own = objects.filter(({ documentIndex }) => documentIndex === document.index);
      if (own.length === 0 || own.some((object) => touched.has(object.key))) return [];
      return [file.text.slice(document.range.start, document.range.end).trim()];
    }),
  );
}

describe('every edit', () => {
  it.each(Object.entries(actions))(
    '(%s) keeps all bytes of what it is not about, and undo restores the rest',
    (_, arbitrary) => {
      let made = 0;
      const check = (action: EditAction) => {
        const outcome = performEdit(source, action);
        if (outcome.kind === 'refused') {
          expect(outcome.why).not.toBe('');
          return;
        }
        made += 1;
        const studio = createStudio({ workspace });
        const { label, edits, files, renamed, effects } = outcome.edit;
        studio.update({ type: 'edit-objects', label, edits, files, renamed });
        const after = studio.store.getState().workspace;
        expect(after).not.toBe(workspace);
        const touched = new Set([
          ...subjectsOf(action).filter((one) => one !== undefined),
          ...effects.map(({ objectKey }) => objectKey),
        ]);
        const all = after.files.map(({ text }) => text).join('\n');
        for (const text of documentsBut(source, touched)) expect(all).toContain(text);
        studio.undo();
        expect(studio.store.getState().workspace).toEqual(workspace);
        studio.redo();
        expect(studio.store.getState().workspace).toEqual(after);
      };
      fc.assert(fc.property(arbitrary, check), { numRuns: 60 });
      expect(made).toBeGreaterThan(0);
    },
  );
});
